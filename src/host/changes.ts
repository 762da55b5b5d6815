import type { BaseTips } from "./base-config.ts";
import { gitBytes } from "./git.ts";
import type { IndexComparison } from "./index-changes.ts";
import { records } from "./listing.ts";
import { findCommit, inGit, mergeBase, resolveCommit } from "./refs.ts";
import type { Repository, Root } from "./repository.ts";
import { listStatus } from "./state.ts";

/** Which changes are meant: those of the index against HEAD, or everything since the merge base with `since`. */
export type ChangesOf =
  | { readonly staged: true; readonly known?: KnownIndex }
  | {
      readonly since: string;
      /** The commit whose files are judged; those on disk where there is none. */
      readonly tree?: string;
    };

/** What the run asks git anyway. */
export interface KnownIndex {
  readonly tips: Promise<BaseTips>;
  readonly compare: IndexComparison;
}

/** What changed, by path relative to the root in NFC, sorted; `base` is the commit compared with, null before the first. */
export interface Changes {
  /** Old and new paths of changed, added, deleted and renamed files. */
  readonly touched: readonly string[];
  readonly base: string | null;
}

/** The files that a change touches. A base that cannot be had is a `UserError` with the fetch command, never a skip. */
export async function changes(root: Root, of: ChangesOf): Promise<Changes> {
  const repository = inGit(root, "staged" in of ? "--staged" : "--since");
  if ("staged" in of && of.known !== undefined) {
    const found = await knownChanges(of.known);
    if (found !== null) return found;
  }
  const base = "staged" in of ? await findCommit(repository, "HEAD") : await mergeBase(repository, of.since, of.tree);
  const paths = (await changedPaths(repository, of, base))
    .filter((path) => path.startsWith(repository.prefix))
    .map((path) => path.slice(repository.prefix.length).normalize("NFC"));
  return { touched: [...new Set(paths)].sort(byText), base };
}

async function changedPaths(repository: Repository, of: ChangesOf, base: string | null): Promise<readonly string[]> {
  if (base === null) return records(await gitBytes(repository.place, ["ls-files", "-z"]));
  if ("since" in of && of.tree !== undefined) {
    const commits = [base, await resolveCommit(repository, of.tree)];
    const flags = ["-r", "--name-only", "-z", "--no-renames"];
    return records(await gitBytes(repository.place, ["diff-tree", ...flags, ...commits]));
  }
  const staged = await indexDifferences(repository, base);
  if ("staged" in of) return staged;
  const unstaged = (await listStatus(repository)).records.filter((record) => record.worktree !== ".");
  return [...staged, ...unstaged.map(({ path }) => path)];
}

/** Null where the answers do not tell everything. */
async function knownChanges({ tips, compare }: KnownIndex): Promise<Changes | null> {
  const { commit, tree } = await tips;
  const found = commit === null || tree === null ? null : await compare(tree);
  return found === null ? null : { touched: found.map(({ path }) => path).sort(byText), base: commit };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** Without rename detection a rename is a deletion and an addition: both of its paths. */
async function indexDifferences(repository: Repository, base: string): Promise<readonly string[]> {
  const flags = ["--cached", "--ita-invisible-in-index", "--name-only", "-z", "--no-renames"];
  return records(await gitBytes(repository.place, ["diff-index", ...flags, base]));
}
