import { gitBytes, runGit } from "./git.ts";
import { records } from "./listing.ts";
import type { Repository } from "./repository.ts";

/** A commit that touched a file: who made it, and the file's bytes in it and in each parent, null where there is none. */
export interface FileCommit {
  /** Addresses of author, committer and co-authors, in lower case. Anybody can write them. */
  readonly addresses: readonly string[];
  readonly after: Uint8Array | null;
  readonly before: readonly (Uint8Array | null)[];
}

/** Nothing that a person has set for their own reading comes between. */
const plain = [
  "--full-history",
  "--no-mailmap",
  "--no-show-signature",
  "--no-follow",
  "--no-color",
  "--encoding=UTF-8",
];

/** The commits of `from..to` that touched a file (path relative to the root), merges included. */
export async function fileHistory(
  repository: Repository,
  path: string,
  range: { readonly from: string; readonly to: string },
): Promise<readonly FileCommit[]> {
  const full = `${repository.prefix}${path}`;
  const format = "--format=%H%n%P%n%ae%n%ce%n%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x2C)";
  const wanted = ["log", "-z", ...plain, format, `${range.from}..${range.to}`, "--", full];
  const commits: FileCommit[] = [];
  for (const record of records(await gitBytes(repository.place, wanted))) {
    const [commit = "", parents = "", author = "", committer = "", others = ""] = record.split("\n");
    const named = [...others.matchAll(/<([^<>]+)>/gu)].map(([, address = ""]) => address);
    const addresses = [author, committer, ...named].map((address) => address.trim().toLowerCase());
    const read = (at: string) => bytesAt(repository, at, full);
    const before = await Promise.all(parents.split(" ").filter(Boolean).map(read));
    commits.push({ addresses, after: await read(commit), before });
  }
  return commits;
}

async function bytesAt(repository: Repository, commit: string, path: string): Promise<Uint8Array | null> {
  const output = await runGit(repository.place, ["cat-file", "blob", `${commit}:${path}`]);
  return output.code === 0 ? output.stdout : null;
}
