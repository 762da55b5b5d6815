import { relative, resolve, sep } from "node:path";
import { type ChangesOf, changes, type KnownIndex } from "../host/changes.ts";
import type { IndexComparison } from "../host/index-changes.ts";
import { indexSnapshot, treeSnapshot } from "../host/index-snapshot.ts";
import type { ListPlace } from "../host/kept-list.ts";
import type { Root } from "../host/repository.ts";
import { worktreeSnapshot } from "../host/worktree.ts";
import type { Change } from "../lint.ts";
import { suggest } from "../schema/suggest.ts";
import type { Snapshot } from "../snapshot.ts";
import { UserError } from "../user-error.ts";
import type { CheckOptions, Subject } from "./check-options.ts";

/** Where the files of the index are kept between runs, and what git says of it. */
export interface IndexLists {
  readonly lists?: ListPlace;
  readonly compare?: IndexComparison;
}

/** The files that a run judges. Outside git there is only the folder itself. */
export async function snapshotOf(root: Root, subject: Subject, index: IndexLists = {}): Promise<Snapshot> {
  switch (subject.kind) {
    case "index":
      return indexSnapshot(root, index.lists, index.compare);
    case "tree":
      return treeSnapshot(root, subject.commit);
    case "worktree":
      return worktreeSnapshot(root);
  }
}

/** The value of `--config` in the root that it makes: the folder of the config is the root, so its name alone is left. */
export function configName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

/** What `--staged` or `--since` narrow the report to; null where everything is reported. */
export async function changeOf(
  root: Root,
  options: Pick<CheckOptions, "subject" | "since">,
  known?: KnownIndex,
): Promise<Change | null> {
  if (options.subject.kind !== "index" && options.since === null) return null;
  const found = await changes(root, changesOf(options, known));
  const { touched, base } = found;
  return { touched, base: async () => (base === null ? null : treeSnapshot(root, base)) };
}

function changesOf({ subject, since }: Pick<CheckOptions, "subject" | "since">, known?: KnownIndex): ChangesOf {
  if (since === null) return known === undefined ? { staged: true } : { staged: true, known };
  return subject.kind === "tree" ? { since, tree: subject.commit } : { since };
}

const commands = "init new mv approve revoke verify payload status doctor explain rules".split(" ");

/** Path arguments relative to the root; one that matches nothing is a `UserError`, or left out where that is allowed. */
export function pathArguments(
  options: CheckOptions,
  cwd: string,
  at: { root: Root; snapshot: Snapshot },
): readonly string[] {
  const paths = options.paths.map((path) => ({ path, inside: rootRelative(path, cwd, at.root) }));
  const unmatched = paths.find(({ inside }) => inside === null || !matchesFile(inside, at.snapshot));
  if (unmatched !== undefined && options.errorOnUnmatchedPattern) throw nothingMatched(unmatched.path);
  return paths.map(({ inside }) => inside).filter((path) => path !== null);
}

function rootRelative(path: string, cwd: string, root: Root): string | null {
  const inside = relative(root.folder, resolve(cwd, path)).split(sep).join("/").normalize("NFC");
  return inside === ".." || inside.startsWith("../") ? null : inside;
}

function matchesFile(path: string, snapshot: Snapshot): boolean {
  if (path === "" || snapshot.files.has(path)) return true;
  const folder = `${path}/`;
  return [...snapshot.files.keys()].some((file) => file.startsWith(folder));
}

function nothingMatched(path: string): UserError {
  const command = suggest(path, commands);
  const hint =
    command === null
      ? "name a file or folder of the repository that git does not ignore, or add --no-error-on-unmatched-pattern"
      : `did you mean the command \`${command}\`?`;
  return new UserError("unmatched-path", `No file matches ${path}`, { hint });
}
