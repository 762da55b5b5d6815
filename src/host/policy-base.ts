import { readFileSync } from "node:fs";
import type { Notice } from "../snapshot.ts";
import { UserError } from "../user-error.ts";
import { remoteDefaultBranch } from "./default-branch.ts";
import { runGit } from "./git.ts";
import { findCommit, mergeBase, resolveCommit } from "./refs.ts";
import type { Repository } from "./repository.ts";

/** The tip of the protected ref, and the commit where the judged change left it. */
export interface PolicyBase {
  readonly policy: string;
  readonly mergeBase: string;
  readonly notices: readonly Notice[];
}

/** What decides which ref is the protected one. */
export interface BaseQuestion {
  /** `--policy-ref`; null where it is not given. */
  readonly ref: string | null;
  /** The commit whose tree is judged; `HEAD` for work tree and index. */
  readonly head: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Finds the protected ref: as named, else the base of the pull request in CI, else the remote's default branch, else HEAD. Null where
 * there is no commit yet. A ref that is named or that CI tells of, but is missing here, is a `UserError` with the fetch command.
 */
export async function findPolicyBase(repository: Repository, question: BaseQuestion): Promise<PolicyBase | null> {
  const { ref, head, env } = question;
  const named = ref ?? targetOf(env);
  if (named !== null) return baseAt(repository, named, head);
  if (isSet(env.CI)) return inCi(repository, head, env);
  const remote = await findCommit(repository, remoteHead);
  if (remote !== null) return baseAt(repository, remoteHead, head);
  if ((await findCommit(repository, "HEAD")) === null) return null;
  return { ...(await baseAt(repository, "HEAD", head)), notices: [headRules] };
}

const remoteHead = "refs/remotes/origin/HEAD";

const headRules: Notice = {
  code: "policy-ref-head",
  message: "There is no origin/HEAD here, so HEAD stands for the protected ref; --policy-ref names another",
};

/** The target branch of the pull request that CI runs for (GitHub, GitLab); null outside of one. */
function targetOf(env: BaseQuestion["env"]): string | null {
  const branch = isSet(env.GITHUB_BASE_REF) ? env.GITHUB_BASE_REF : env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME;
  return isSet(branch) ? atRemote(branch) : null;
}

/** In full: a tag may have the same name as a branch of the remote, and git would take the tag. */
function atRemote(branch: string): string {
  return `refs/remotes/origin/${branch}`;
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== "" && value !== "false";
}

async function baseAt(repository: Repository, name: string, head: string): Promise<PolicyBase> {
  const policy = await resolveCommit(repository, name);
  return { policy, mergeBase: await mergeBase(repository, name, head), notices: [] };
}

/** On the default branch the commit before, elsewhere the default branch's tip at the remote. */
async function inCi(repository: Repository, head: string, env: BaseQuestion["env"]): Promise<PolicyBase | null> {
  const branch = await defaultBranch(repository, env);
  const current = isSet(env.GITHUB_REF_NAME) ? env.GITHUB_REF_NAME : env.CI_COMMIT_REF_NAME;
  if (current !== branch) return baseAt(repository, atRemote(branch), head);
  const commit = await resolveCommit(repository, head);
  const parent = await findCommit(repository, `${commit}^1`);
  if (parent !== null) return { policy: parent, mergeBase: parent, notices: [] };
  const raw = await runGit(repository.place, ["cat-file", "-p", commit]);
  if (!/^parent /mu.test(raw.stdout.toString("utf8").split("\n\n", 1)[0] ?? "")) return null;
  throw new UserError("unknown-ref", "The commit before this one is not in this clone", {
    hint: "Run: git fetch --deepen=1",
  });
}

/** A checkout by GitHub has no origin/HEAD; its event names the default branch (`repository.default_branch`). */
function branchOfEvent(path: string): string | null {
  try {
    const event: { readonly repository?: { readonly default_branch?: unknown } } | null = JSON.parse(
      readFileSync(path, "utf8"),
    );
    const branch = event?.repository?.default_branch;
    return typeof branch === "string" && branch !== "" ? branch : null;
  } catch {
    // No event, or none of this form: then the clone has to say it.
    return null;
  }
}

async function defaultBranch(repository: Repository, env: BaseQuestion["env"]): Promise<string> {
  if (isSet(env.CI_DEFAULT_BRANCH)) return env.CI_DEFAULT_BRANCH;
  const told = isSet(env.GITHUB_EVENT_PATH) ? branchOfEvent(env.GITHUB_EVENT_PATH) : null;
  if (told !== null) return told;
  const branch = await remoteDefaultBranch(repository);
  if (branch !== null) return branch;
  throw new UserError("unknown-ref", "Nothing here says which branch is the protected one", {
    hint: "Name it: --policy-ref origin/main, or run: git remote set-head origin --auto",
  });
}
