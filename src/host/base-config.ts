import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gitBytes } from "./git.ts";
import type { Repository } from "./repository.ts";

/** What git says of HEAD and of the remote's default branch. */
export interface BaseTips {
  /** Ids of HEAD and of its tree; null before the first commit. */
  readonly commit: string | null;
  readonly tree: string | null;
  /** Blob ids of a file at the remote's default branch and at HEAD; null where the commit has none, undefined where there is no commit. */
  readonly remote: string | null | undefined;
  readonly head: string | null | undefined;
}

const remoteHead = "refs/remotes/origin/HEAD";

/** Asks git once, for the file (path relative to the root) in both commits that may be the base. */
export async function baseTips({ place, prefix }: Repository, path: string): Promise<BaseTips> {
  const refs = [remoteHead, "HEAD"].flatMap((ref) => [`${ref}^{commit}`, `${ref}:${prefix}${path}`]);
  const names = [...refs, "HEAD^{tree}"];
  const output = await gitBytes(place, ["cat-file", "--batch-check"], `${names.join("\n")}\n`);
  const lines = output.toString("utf8").split("\n");
  const idOf = (line: string | undefined, type: string) => {
    const [id = "", found] = (line ?? "").split(" ");
    return found === type ? id : null;
  };
  const [remote, head] = [0, 2].map((at) => {
    return idOf(lines[at], "commit") === null ? undefined : idOf(lines[at + 1], "blob");
  });
  return { commit: idOf(lines[2], "commit"), tree: idOf(lines[4], "tree"), remote, head };
}

/**
 * Questions, as `Platform.typeFiles.probe` takes them, whose answers stay the same as long as the remote's default branch does; null
 * where git keeps its refs in another way.
 */
export function baseProbes({ attributes }: Repository): readonly string[] | null {
  const folder = dirname(dirname(attributes));
  if (existsSync(join(folder, "reftable"))) return null;
  const loose = join(folder, remoteHead);
  const target = existsSync(loose) ? /^ref: (refs\/[^\0\n]+)\n$/u.exec(readFileSync(loose, "utf8"))?.[1] : undefined;
  const files = [loose, join(folder, "packed-refs"), ...(target === undefined ? [] : [join(folder, target)])];
  return files.map((path) => `bytes:${path}`);
}
