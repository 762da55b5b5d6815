import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FileEntry, Notice, Snapshot } from "../snapshot.ts";
import { blobId, type ObjectFormat } from "./blob.ts";
import { foreignCache, foreignCacheCode } from "./foreign-cache.ts";
import { gitBytes } from "./git.ts";
import { type IndexComparison, indexComparison, isPlainName } from "./index-changes.ts";
import type { ListPlace } from "./kept-list.ts";
import { filesSince, keepFiles, watchIndex } from "./listed-index.ts";
import { assemble, type Found, type IndexRecord, records, skipped } from "./listing.ts";
import { moves } from "./moves.ts";
import { type ObjectReader, openObjects } from "./objects.ts";
import type { EntryMaker } from "./packed-files.ts";
import { inGit, resolveCommit } from "./refs.ts";
import type { Repository, Root } from "./repository.ts";
import { listIndex } from "./state.ts";

/**
 * The files of git's index, as the next commit will hold them. In a hook that is the index git hands down. With a place for lists
 * git is asked only what differs from what an earlier run has listed, where that tells everything; `compare` shares its answers.
 */
export async function indexSnapshot(root: Root, lists?: ListPlace, compare?: IndexComparison): Promise<Snapshot> {
  const repository = inGit(root, "--staged");
  if (lists === undefined) return snapshotOf(root, repository, await readIndex(repository));
  const objects = openObjects(repository);
  const disk = { folder: root.folder, format: repository.format };
  const make: EntryMaker = (path, file) => objectEntry({ objects, place: disk }, { ...file, path });
  const known = await filesSince(repository, { lists, compare: compare ?? indexComparison(repository) }, make);
  if (known !== null) return made(root, repository, { ...known, from: "index" });
  const isSame = await watchIndex(repository);
  const listed = await readIndex(repository);
  const snapshot = snapshotOf(root, repository, listed);
  // A list holds files only: what is in the index without being judged has to be seen each time.
  if (!listed.isPlain || (snapshot.unjudged ?? []).length > 0) return snapshot;
  if (snapshot.notices.some(({ code }) => code === foreignCacheCode)) return snapshot;
  const notices = snapshot.notices.slice(root.notices.length);
  const files = await keepFiles(repository, lists, { files: snapshot.files, notices, isSame });
  return { ...snapshot, files };
}

async function readIndex(repository: Repository): Promise<Listed & { readonly isPlain: boolean }> {
  const listed = await listIndex(repository);
  const intended = await intentToAdd(repository, listed);
  const unmerged = new Set(listed.filter((record) => record.stage !== "0").map((record) => record.path));
  const staged = listed.filter((record) => record.stage === "0" && !intended.has(record.path));
  return {
    found: staged,
    notices: [
      ...foreignCache(listed.map((record) => record.path)),
      ...skipped("unmerged", "Files with merge conflicts are in no commit and are not judged", [...unmerged]),
    ],
    from: "index",
    isPlain: unmerged.size === 0 && listed.every(({ path }) => isPlainName(path)),
  };
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
  const all = { files, unjudged, notices: [...notices, ...listed.notices] };
  return made(root, repository, { ...all, from: listed.from });
}

function made(
  root: Root,
  repository: Repository,
  { from, ...listed }: Pick<Snapshot, "files" | "notices" | "unjudged"> & Pick<Listed, "from">,
): Snapshot {
  return {
    root: root.folder,
    ...listed,
    notices: [...root.notices, ...listed.notices],
    moves: () => moves(repository, listed.files, { from }),
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

/** The tree without files: git knows it in every repository. */
const emptyTree = {
  sha1: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
  sha256: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
} as const;

/** Paths of `git add --intent-to-add`: the index lists them as empty files, a commit would not hold them, be they on disk or not. */
async function intentToAdd(
  { place, format }: Repository,
  listed: readonly IndexRecord[],
): Promise<ReadonlySet<string>> {
  const empty = blobId(new Uint8Array(), format);
  const suspects = listed.filter((record) => record.id === empty).map(({ path }) => path);
  if (suspects.length === 0) return new Set();
  const flags = ["--cached", "--ita-invisible-in-index", "--name-only", "-z", "--no-renames"];
  const held = new Set(records(await gitBytes(place, ["diff-index", ...flags, emptyTree[format]])));
  return new Set(suspects.filter((path) => !held.has(path)));
}
