import type { FileEntry } from "../snapshot.ts";
import { gitBytes, runGit } from "./git.ts";
import { records } from "./listing.ts";
import { openObjects } from "./objects.ts";
import { findCommit } from "./refs.ts";
import type { Repository } from "./repository.ts";
import { similarity } from "./similarity.ts";
import { listStatus } from "./state.ts";

/** What a snapshot was made of: `worktree`, `index`, or the id of a commit. */
export interface MovesOf {
  readonly from: string;
}

/** A path that is gone, with the blob that it had; or one that is new, which has none yet. */
interface Change {
  readonly kind: "gone" | "new" | "renamed";
  readonly path: string;
  readonly id: string;
  readonly to: string;
}

type Files = ReadonlyMap<string, FileEntry>;

/** How far back renames are looked for. */
const commits = 500;
/** Beyond this many pairs of files only equal bytes count as a move. */
const pairLimit = 2500;
/** The share of equal bytes from which git calls two files one. */
const threshold = 0.5;

/** Old path → path today of every file that moved: not yet committed, else in the last 500 commits. Nothing is written. */
export async function moves(repository: Repository, files: Files, of: MovesOf): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const inHistory = of.from !== "worktree" && of.from !== "index";
  const head = await findCommit(repository, inHistory ? of.from : "HEAD");
  if (head === null) return found;
  const add = (old: string, path: string) => {
    const today = found.get(path) ?? path;
    if (files.has(today) && !files.has(old) && !found.has(old)) found.set(old, today);
  };
  const changed = inHistory ? [] : await uncommitted(repository, of.from, head);
  for (const change of changed) if (change.kind === "renamed") add(change.path, change.to);
  const gone = changed.filter((change) => change.kind === "gone" && !files.has(change.path) && !found.has(change.path));
  const fresh = changed.filter((change) => change.kind === "new" && files.has(change.path));
  for (const [old, path] of await match(repository, files, { gone, fresh })) add(old, path);
  for (const [old, path] of await history(repository, head)) add(old, path);
  return found;
}

async function uncommitted(repository: Repository, from: string, head: string): Promise<readonly Change[]> {
  const flags = ["--cached", "--ita-invisible-in-index", "--raw", "-z", "-M", "--abbrev=64"];
  const staged = rawChanges(await gitBytes(repository.place, ["diff-index", ...flags, head]), repository);
  if (from === "index") return staged;
  const status = await listStatus(repository);
  const unstaged = status.records.flatMap((record): Change[] => {
    const path = inRoot(record.path, repository);
    if (record.worktree === "D") return [{ kind: "gone", path, id: record.id, to: "" }];
    return record.worktree === "?" || record.worktree === "A" ? [{ kind: "new", path, id: "", to: "" }] : [];
  });
  return [...staged, ...unstaged];
}

/** Renames by content among what git did not pair: equal bytes first, then the most similar of the same extension. */
async function match(
  repository: Repository,
  files: Files,
  changed: { readonly gone: readonly Change[]; readonly fresh: readonly Change[] },
): Promise<readonly (readonly [string, string])[]> {
  const pairs: (readonly [string, string])[] = [];
  const byId = new Map(changed.fresh.map((change) => [files.get(change.path)?.id, change.path]));
  const unpaired = changed.gone.filter((change) => {
    const path = byId.get(change.id);
    if (path !== undefined) pairs.push([change.path, path]);
    return path === undefined;
  });
  const taken = new Set(pairs.map(([, path]) => path));
  const open = changed.fresh.filter((change) => !taken.has(change.path));
  if (unpaired.length * open.length > pairLimit || open.length === 0) return pairs;
  const objects = openObjects(repository);
  const scores: { readonly old: string; readonly path: string; readonly score: number }[] = [];
  for (const change of unpaired) {
    const before = await objects.read(change.id, change.path).catch(nothing);
    for (const { path } of open.filter((other) => extension(other.path) === extension(change.path))) {
      const after = await files.get(path)?.read().catch(nothing);
      if (before !== null && after) scores.push({ old: change.path, path, score: similarity(before, after) });
    }
  }
  return [...pairs, ...best(scores)];
}

/** What cannot be read (a partial clone, a file that went away) is like nothing; whoever needs the file itself says why. */
function nothing(): null {
  return null;
}

function extension(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

function best(
  scores: readonly { readonly old: string; readonly path: string; readonly score: number }[],
): readonly (readonly [string, string])[] {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  for (const { old, path, score } of [...scores].sort((a, b) => b.score - a.score)) {
    if (score < threshold || pairs.has(old) || taken.has(path)) continue;
    pairs.set(old, path);
    taken.add(path);
  }
  return [...pairs];
}

/** Renames of recent commits, newest first. Plumbing, because `git log` obeys settings that run programs. */
async function history(repository: Repository, head: string): Promise<readonly (readonly [string, string])[]> {
  const listed = await gitBytes(repository.place, ["rev-list", `--max-count=${commits}`, "--no-merges", head]);
  const flags = ["--stdin", "-r", "--root", "--no-commit-id", "--raw", "-z", "-M", "--diff-filter=R"];
  const output = await runGit(repository.place, ["diff-tree", ...flags], listed.toString("utf8"));
  return rawChanges(output.stdout, repository).map((change) => [change.path, change.to] as const);
}

/** Reads `--raw -z`: `:mode mode id id letter`, then one path, or two for a rename. */
function rawChanges(output: Buffer, repository: Repository): readonly Change[] {
  const fields = records(output);
  const found: Change[] = [];
  for (let index = 0; index < fields.length; index += 2) {
    const [, , id = "", , letter = ""] = (fields[index] ?? "").split(" ");
    const path = inRoot(fields[index + 1] ?? "", repository);
    if (letter.startsWith("R"))
      found.push({ kind: "renamed", path, id, to: inRoot(fields[++index + 1] ?? "", repository) });
    else if (letter === "D") found.push({ kind: "gone", path, id, to: "" });
    else if (letter === "A") found.push({ kind: "new", path, id: "", to: "" });
  }
  return found;
}

/** Path relative to the root; one outside it stays as it is, and then names no file of the snapshot. */
function inRoot(path: string, repository: Repository): string {
  const inside = path.startsWith(repository.prefix) ? path.slice(repository.prefix.length) : `../${path}`;
  return inside.normalize("NFC");
}
