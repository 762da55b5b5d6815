import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { FileTable, Snapshot } from "../snapshot.ts";
import { foreignCache } from "./foreign-cache.ts";
import { askGit } from "./git.ts";
import { type IndexComparison, indexChanges } from "./index-changes.ts";
import { type ListPlace, readList, writeList } from "./kept-list.ts";
import { type EntryMaker, type Place, packedFiles } from "./packed-files.ts";
import type { Repository } from "./repository.ts";

/**
 * The files of the index by the list of an earlier run and by what git says that differs now from the tree of that time. Null where
 * there is no such list, and where only listing all files tells what there is.
 */
export async function filesSince(
  repository: Repository,
  { lists, compare }: { readonly lists: ListPlace; readonly compare: IndexComparison },
  make: EntryMaker,
): Promise<Pick<Snapshot, "files" | "notices"> | null> {
  const kept = readList(lists);
  if (kept === null) return null;
  const changes = await compare(kept.tree);
  if (changes === null || foreignCache(changes.map(({ path }) => repository.prefix + path)).length > 0) return null;
  // Where the index differed from the tree then and does not now, it has what the tree has.
  const places = new Map<string, Place>(kept.before);
  for (const { path, after } of changes) places.set(path, after);
  return { files: packedFiles(kept.list, places, make), notices: kept.notices };
}

/** A whole listing, and whether the index is still as it was before it. */
export interface Listing extends Pick<Snapshot, "files" | "notices"> {
  isSame(): boolean;
}

/** Keeps a listing for later runs, where git can say what differs from it; gives the files with the name of their list. */
export async function keepFiles(repository: Repository, lists: ListPlace, listing: Listing): Promise<FileTable> {
  const { files, notices, isSame } = listing;
  const found = await askGit(repository.place, ["rev-parse", "--verify", "--quiet", "HEAD^{tree}"]);
  const tree = found.stdout.toString("utf8").trim();
  const changes = found.code === 0 ? await indexChanges(repository, tree) : null;
  // What was staged meanwhile may stand in the one answer and not in the other.
  if (changes === null || !isSame()) return files;
  const listed = [...files].map(([path, { mode, id }]) => ({ path, mode, id }));
  const before = new Map(changes.map((change) => [change.path, change.before]));
  const list = await writeList(lists, listed, { tree, notices, before });
  return list === null ? files : Object.assign(new Map(files), { since: { list, paths: [] } });
}

/** Looks at the index now; the answer says whether it has the same bytes when it is asked. */
export async function watchIndex({ place }: Repository): Promise<() => boolean> {
  const found = await askGit(place, ["rev-parse", "--git-path", "index"]);
  const path = resolve(place.folder, found.stdout.toString("utf8").replace(/\n$/u, ""));
  const first = found.code === 0 ? hashOf(path) : null;
  return () => first !== null && hashOf(path) === first;
}

function hashOf(path: string): string | null {
  try {
    return createHash("sha1").update(readFileSync(path)).digest("hex");
  } catch {
    // Not there before the first file is staged.
    return null;
  }
}
