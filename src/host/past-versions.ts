import { gitBytes, runGit } from "./git.ts";
import type { Repository } from "./repository.ts";

/** Nobody re-reads what was approved longer ago than so many commits that touched the file. */
const mostCommits = 200;

/** The bytes that a file (path relative to the root) had in the commits that touched it, newest first, from HEAD on. */
export async function* pastVersions(repository: Repository, path: string): AsyncGenerator<Uint8Array> {
  const full = `${repository.prefix}${path}`;
  const head = await runGit(repository.place, ["rev-parse", "--verify", "--quiet", "HEAD"]);
  if (head.code !== 0) return;
  const wanted = ["rev-list", "--full-history", `--max-count=${mostCommits}`, "HEAD", "--", full];
  const commits = (await gitBytes(repository.place, wanted)).toString("utf8").split("\n").filter(Boolean);
  for (const commit of commits) {
    const output = await runGit(repository.place, ["cat-file", "blob", `${commit}:${full}`]);
    if (output.code === 0) yield output.stdout;
  }
}
