import { gitBytes } from "./git.ts";
import { records } from "./listing.ts";
import { findCommit, inGit, mergeBase } from "./refs.ts";
import type { Repository, Root } from "./repository.ts";
import { listStatus } from "./state.ts";

/** Which changes are meant: those of the index against HEAD, or everything since the merge base with `since`. */
export type ChangesOf = { readonly staged: true } | { readonly since: string };

/** What changed, by path relative to the root in NFC, sorted; `base` is the commit compared with, null before the first. */
export interface Changes {
  /** Old and new paths of changed, added, deleted and renamed files. */
  readonly touched: readonly string[];
  readonly base: string | null;
}

/** The files that a change touches. A base that cannot be had is a `UserError` with the fetch command, never a skip. */
export async function changes(root: Root, of: ChangesOf): Promise<Changes> {
  const repository = inGit(root, "staged" in of ? "--staged" : "--since");
  const base = "staged" in of ? await findCommit(repository, "HEAD") : await mergeBase(repository, of.since);
  const staged = base === null ? await indexPaths(repository) : await indexDifferences(repository, base);
  const unstaged =
    "staged" in of ? [] : (await listStatus(repository)).records.filter((record) => record.worktree !== ".");
  const paths = [...staged, ...unstaged.map((record) => record.path)]
    .filter((path) => path.startsWith(repository.prefix))
    .map((path) => path.slice(repository.prefix.length).normalize("NFC"));
  return { touched: [...new Set(paths)].sort((a, b) => (a < b ? -1 : 1)), base };
}

async function indexPaths(repository: Repository): Promise<readonly string[]> {
  return records(await gitBytes(repository.place, ["ls-files", "-z"]));
}

/** Without rename detection a rename is a deletion and an addition: both of its paths. */
async function indexDifferences(repository: Repository, base: string): Promise<readonly string[]> {
  const flags = ["--cached", "--ita-invisible-in-index", "--name-only", "-z", "--no-renames"];
  return records(await gitBytes(repository.place, ["diff-index", ...flags, base]));
}
