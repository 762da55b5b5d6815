import { createHash } from "node:crypto";

/** One file of a snapshot. `id` is the git blob id of its bytes; `mode` the git file mode (`120000` is a symlink). */
export interface FileEntry {
  readonly id: string;
  readonly mode: string;
  /** The bytes of the file. Rejects with a `UserError` of code `unreadable` where they cannot be had. */
  read(): Promise<Uint8Array>;
}

/** The files of a snapshot by path. One that is read from a list need not make an object of each of them. */
export interface FileTable extends ReadonlyMap<string, FileEntry> {
  /** The paths that contain a text. */
  containing?(text: string): readonly string[];
  /** True where a file stands in a folder itself. */
  holds?(folder: string): boolean;
  /** A list of files that outlives the run, and the paths in which the table differs from it. */
  readonly since?: { readonly list: string; readonly paths: readonly string[] };
}

/** The paths of a table that contain a text. */
export function pathsContaining(files: FileTable, text: string): readonly string[] {
  return files.containing?.(text) ?? [...files.keys()].filter((path) => path.includes(text));
}

/** The paths of a table as a set, without a copy of them. */
export function pathSet(files: FileTable): ReadonlySet<string> {
  const values = () => files.keys();
  return {
    size: files.size,
    has: (path) => files.has(path),
    forEach(call, self) {
      for (const path of values()) call.call(self, path, path, this);
    },
    keys: values,
    values,
    entries: () => new Map([...values()].map((path) => [path, path] as const)).entries(),
    [Symbol.iterator]: values,
  };
}

/** The files that one run judges: an index, a work tree, a commit's tree or a plain folder. Nothing in it changes. */
export interface Snapshot {
  /** Absolute path of the folder that every path below is relative to (the repository root where there is one). */
  readonly root: string;
  /** By path relative to `root`, with `/`, in Unicode NFC; no symlink that leaves the root, no submodule. */
  readonly files: FileTable;
  /** What the listing had to leave out or wants to be known: skipped submodules, symlinks, unreadable folders. */
  readonly notices: readonly Notice[];
  /** What stands in the listing and is no file to judge: submodules, symlinks, names that are not UTF-8. */
  readonly unjudged?: readonly UnjudgedEntry[];
  /** True where every file's bytes stand under `root` on disk (a work tree or a plain folder). */
  readonly onDisk?: boolean;
  /** True where git's index and status alone say what every file holds: no filter changes bytes, no flag hides changes. */
  readonly followsGit?: boolean;
  /** Old path → new path of files that git sees as moved (uncommitted, else in recent history). Asked only when needed. */
  moves?(): Promise<ReadonlyMap<string, string>>;
}

/** Something that a listing left out; `read` gives a symlink's target. */
export interface UnjudgedEntry {
  readonly path: string;
  readonly entry: FileEntry;
}

/** Something about a run that is no finding but has to be said. */
export interface Notice {
  readonly code: string;
  readonly message: string;
}

/** A snapshot from texts in memory, for editors and tests. */
export function memorySnapshot(files: Readonly<Record<string, string | Uint8Array>>, root = "/memory"): Snapshot {
  const entries = Object.entries(files).map(([path, content]): [string, FileEntry] => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    return [path, { id: blobId(bytes), mode: "100644", read: async () => bytes }];
  });
  return { root, files: new Map(entries), notices: [] };
}

/** The snapshot with some files' texts replaced or added, for judging a change before it is written. */
export function overlay(snapshot: Snapshot, texts: ReadonlyMap<string, string>): Snapshot {
  const files = new Map(snapshot.files);
  for (const [path, text] of texts) {
    const bytes = new TextEncoder().encode(text);
    files.set(path, { id: blobId(bytes), mode: files.get(path)?.mode ?? "100644", read: async () => bytes });
  }
  return { ...snapshot, files, onDisk: snapshot.onDisk === true && texts.size === 0, followsGit: false };
}

/** The id that git gives these bytes in a repository with SHA-1 objects. */
function blobId(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
