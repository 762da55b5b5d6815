import { UserError } from "../user-error.ts";
import { askGit, gitBytes, gitFailure, runGit } from "./git.ts";
import type { Repository, Root } from "./repository.ts";

/** The repository of a root; a `UserError` that names what asked for it where there is none. */
export function inGit(root: Root, what: string): Repository {
  if (root.repository !== null) return root.repository;
  if (root.notices.some(({ code }) => code === "git-missing"))
    throw new UserError("git-missing", `${what} needs git, which cannot be started`, {
      hint: "Install git, or add its folder to PATH",
    });
  throw new UserError("no-repository", `${what} needs a git repository, and ${root.folder} is in none`, {
    hint: "Run: git init",
  });
}

/** The full id of a commit; null where git knows no such commit. */
export async function findCommit(repository: Repository, name: string): Promise<string | null> {
  const wanted = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
  const output = await askGit(repository.place, wanted);
  return output.code === 0 ? output.stdout.toString("utf8").trim() : null;
}

/**
 * The full id of a commit; a `UserError` with the fetch command where git knows no such commit, and one where several refs have the name:
 * whoever may push a tag may call it `origin/main`, and git would take that for the branch.
 */
export async function resolveCommit(repository: Repository, name: string): Promise<string> {
  const commit = await findCommit(repository, name);
  if (commit !== null) {
    await refuseNamesakes(repository, name);
    return commit;
  }
  const hint = await hintFor(repository, name);
  throw new UserError("unknown-ref", `git knows no commit ${JSON.stringify(name)}`, { hint });
}

/** The folders of refs in which git looks for a name, tags before branches. */
const places = ["refs/tags/", "refs/heads/", "refs/remotes/"] as const;

async function refuseNamesakes(repository: Repository, name: string): Promise<void> {
  const [ref = ""] = name.split(/[~^:@]/u, 1);
  if (/^refs\/|^[0-9a-f]{40,64}$/u.test(ref) || isExpression(ref)) return;
  const names = places.map((place) => `${place}${ref}`);
  const question = names.map((full) => `${full}^{commit}\n`).join("");
  const answers = (await gitBytes(repository.place, ["cat-file", "--batch-check"], question)).toString("utf8");
  const lines = answers.split("\n");
  const found = names.flatMap((full, index) => {
    const [id = "", type] = (lines[index] ?? "").split(" ");
    return type === "commit" ? [{ full, id }] : [];
  });
  if (new Set(found.map(({ id }) => id)).size < 2) return;
  throw new UserError("ambiguous-ref", `${JSON.stringify(ref)} names ${found.map(({ full }) => full).join(" and ")}`, {
    hint: `Name the one that is meant in full: ${found.at(-1)?.full ?? ref}`,
  });
}

/** The best common ancestor of a ref and another (HEAD by default); a `UserError` with the fetch command where it cannot be had. */
export async function mergeBase(repository: Repository, ref: string, other = "HEAD"): Promise<string> {
  const named = await resolveCommit(repository, ref);
  const head = await findCommit(repository, other);
  if (head === null)
    throw new UserError("no-commit", "There is no commit yet to compare with", { hint: "Commit first" });
  const output = await runGit(repository.place, ["merge-base", named, head]);
  if (output.code === 0) return output.stdout.toString("utf8").trim();
  if (output.code !== 1) throw gitFailure(output, ["merge-base"]);
  const shallow = await isShallow(repository);
  const why = shallow ? "because this clone is shallow" : "because their histories are unrelated";
  throw new UserError("no-merge-base", `${ref} and ${other} have no common commit here, ${why}`, {
    hint: shallow ? "Run: git fetch --unshallow" : `Name another ref, or run: ${fetchCommand(ref)}`,
  });
}

/** A fetch brings names of remotes, never what an expression like `HEAD~1` leads to. */
async function hintFor(repository: Repository, name: string): Promise<string> {
  if (await isShallow(repository)) {
    return `Run: git fetch --unshallow${isExpression(name) ? "" : `, then ${fetchCommand(name)}`}`;
  }
  if (isExpression(name)) return "Name a commit that exists: `git log --oneline` lists them";
  const remotes = await gitBytes(repository.place, ["remote"]);
  return remotes.length > 0
    ? `Run: ${fetchCommand(name)}`
    : "Name a commit, branch or tag that exists: this repository has no remote to fetch it from";
}

function isExpression(name: string): boolean {
  return /^$|^-|[~^:@]|^(?:HEAD|[A-Z]+_HEAD)$/u.test(name);
}

/** What follows `git fetch` for a ref: one that is named as a remote branch has to be written there (clones of one branch). */
function fetchCommand(ref: string): string {
  const branch = ref.replace(/^(?:refs\/remotes\/)?origin\//u, "");
  return branch === ref ? `git fetch origin ${ref}` : `git fetch origin ${branch}:refs/remotes/origin/${branch}`;
}

async function isShallow(repository: Repository): Promise<boolean> {
  const output = await gitBytes(repository.place, ["rev-parse", "--is-shallow-repository"]);
  return output.toString("utf8").trim() === "true";
}
