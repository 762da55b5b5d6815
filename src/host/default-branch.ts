import { runGit } from "./git.ts";
import type { Repository } from "./repository.ts";

/** The remote's default branch, as `origin/HEAD` tells it; null where the clone does not say it. */
export function remoteDefaultBranch(repository: Repository): Promise<string | null> {
  return branchAt(repository, "refs/remotes/origin/HEAD", "refs/remotes/origin/");
}

/** The branch that is checked out, commits or none; null for a detached HEAD. */
export function currentBranch(repository: Repository): Promise<string | null> {
  return branchAt(repository, "HEAD", "refs/heads/");
}

async function branchAt({ place }: Repository, name: string, folder: string): Promise<string | null> {
  const output = await runGit(place, ["symbolic-ref", "--quiet", name]);
  const ref = output.stdout.toString("utf8").trim();
  return output.code === 0 && ref.startsWith(folder) && ref !== folder ? ref.slice(folder.length) : null;
}
