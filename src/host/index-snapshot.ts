import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FileEntry, Notice, Snapshot } from "../snapshot.ts";
import { blobId, type ObjectFormat } from "./blob.ts";
import { foreignCache } from "./foreign-cache.ts";
import { gitBytes } from "./git.ts";
import { assemble, type Found, type IndexRecord, records, skipped } from "./listing.ts";
import { moves } from "./moves.ts";
import { type ObjectReader, openObjects } from "./objects.ts";
import { inGit, resolveCommit } from "./refs.ts";
import type { Repository, Root } from "./repository.ts";
import { listIndex } from "./state.ts";

/** The files of git's index, as the next commit will hold them. In a hook that is the index git hands down. */
export async function indexSnapshot(root: Root): Promise<Snapshot> {
  const repository = inGit(root, "--staged");
  const listed = await listIndex(repository);
  const intended = await intentToAdd(repository, listed);
  const unmerged = new Set(listed.filter((record) => record.stage !== "0").map((record) => record.path));
  const staged = listed.filter((record) => record.stage === "0" && !intended.has(record.path));
  return snapshotOf(root, repository, {
    found: staged,
    notices: [
      ...foreignCache(listed.map((record) => record.path)),
      ...skipped("unmerged", "Files with merge conflicts are in no commit and are not judged", [...unmerged]),
    ],
    from: "index",
  });
}

/** The files of a commit (any name that git knows for it), read as git objects. */
export async function treeSnapshot(root: Root, commit: string): Promise<Snapshot> {
  const repository = inGit(root, "--tree");
  const name = await resolveCommit(repository, commit);
  const scope = repository.prefix === "" ? [] : ["--", repository.prefix];
  const output = await gitBytes(repository.place, ["ls-tree", "-r", "-z", "--full-tree", name, ...scope]);
  return snapshotOf(root, repository, { found: records(output).map(treeRecord), notices: [], from: name });
}

interface Listed {
  readonly found: readonly Pick<IndexRecord, "mode" | "id" | "path">[];
  readonly notices: readonly Notice[];
  readonly from: string;
}

function snapshotOf(root: Root, repository: Repository, listed: Listed): Snapshot {
  const objects = openObjects(repository);
  const place = { folder: root.folder, format: repository.format };
  const found = listed.found.map((record): Found => {
    const path = record.path.slice(repository.prefix.length);
    return { path, entry: objectEntry({ objects, place }, { ...record, path }) };
  });
  const { files, notices, unjudged } = assemble(found);
  return {
    root: root.folder,
    files,
    unjudged,
    notices: [...root.notices, ...notices, ...listed.notices],
    moves: () => moves(repository, files, { from: listed.from }),
  };
}

/** Most files are on disk as they are in the index, and reading them there needs no further process. */
function objectEntry(
  { objects, place }: { readonly objects: ObjectReader; readonly place: DiskPlace },
  record: Pick<IndexRecord, "mode" | "id" | "path">,
): FileEntry {
  return {
    id: record.id,
    mode: record.mode,
    read: async () => sameOnDisk(record, place) ?? objects.read(record.id, record.path),
  };
}

interface DiskPlace {
  readonly folder: string;
  readonly format: ObjectFormat;
}

/** The bytes on disk where they are the very object; null where they differ, or cannot be read. */
function sameOnDisk(record: Pick<IndexRecord, "mode" | "id" | "path">, place: DiskPlace): Uint8Array | null {
  try {
    const absolute = join(place.folder, record.path);
    const bytes = lstatSync(absolute).isFile() ? readFileSync(absolute) : null;
    return bytes !== null && blobId(bytes, place.format) === record.id ? bytes : null;
  } catch {
    // Deleted, locked or gone meanwhile: the object says the same.
    return null;
  }
}

function treeRecord(record: string): Pick<IndexRecord, "mode" | "id" | "path"> {
  const tab = record.indexOf("\t");
  const [mode = "", , id = ""] = record.slice(0, tab).split(" ");
  return { mode, id, path: record.slice(tab + 1) };
}

/** Paths of `git add --intent-to-add`: the index lists them as empty files, a commit would not hold them. */
async function intentToAdd(repository: Repository, listed: readonly IndexRecord[]): Promise<ReadonlySet<string>> {
  const empty = blobId(new Uint8Array(), repository.format);
  if (!listed.some((record) => record.id === empty)) return new Set();
  const output = await gitBytes(repository.place, ["diff-files", "-z", "--name-only", "--diff-filter=A"]);
  return new Set(records(output));
}
