import { gitBytes } from "./git.ts";
import { type IndexRecord, indexRecords, type StatusRecord, statusRecords } from "./listing.ts";
import type { Repository } from "./repository.ts";

/** Everything that the index holds below the root, with the flags that hide changes from `git status`. */
export async function listIndex(repository: Repository): Promise<readonly IndexRecord[]> {
  return indexRecords(await gitBytes(repository.place, ["ls-files", "-s", "-v", "-z", ...scope(repository)]));
}

/** What differs below the root between index and work tree, untracked files included, ignored ones not. Nothing is written. */
export async function listStatus(repository: Repository): Promise<readonly StatusRecord[]> {
  // `--branch` gives output in a clean tree too: without any, simple-git waits for 50 ms.
  const flags = ["--porcelain=v2", "-z", "--branch", "--no-ahead-behind", "--untracked-files=all", "--no-renames"];
  const args = ["status", ...flags, "--ignore-submodules=all", ...scope(repository)];
  return statusRecords(await gitBytes(repository.place, args));
}

function scope(repository: Repository): readonly string[] {
  return repository.prefix === "" ? [] : ["--", repository.prefix];
}
