import { askGit, gitBytes, gitFailure } from "./git.ts";
import { type IndexRecord, indexRecords, type StatusRecord, statusRecords } from "./listing.ts";
import type { Repository } from "./repository.ts";

/** Everything that the index holds below the root, with the flags that hide changes from `git status`. */
export async function listIndex(repository: Repository): Promise<readonly IndexRecord[]> {
  return indexRecords(await gitBytes(repository.place, ["ls-files", "-s", "-v", "-z", ...scope(repository)]));
}

/** What `git status` says, and the folders (relative to the top) that it could not look into. */
export interface Status {
  readonly records: readonly StatusRecord[];
  readonly unreadable: readonly string[];
}

/** What differs below the root between index and work tree, untracked files included, ignored ones not. Nothing is written. */
export async function listStatus(repository: Repository): Promise<Status> {
  const flags = ["--porcelain=v2", "-z", "--branch", "--no-ahead-behind", "--untracked-files=all", "--no-renames"];
  const args = ["status", ...flags, "--ignore-submodules=all", ...scope(repository)];
  const output = await askGit(repository.place, args);
  if (output.code !== 0) throw gitFailure(output, args);
  const warnings = output.stderr.matchAll(/^warning: could not open directory '(.+?)\/?': /gmu);
  return { records: statusRecords(output.stdout), unreadable: [...warnings].map(([, folder = ""]) => folder) };
}

function scope(repository: Repository): readonly string[] {
  return repository.prefix === "" ? [] : ["--", repository.prefix];
}
