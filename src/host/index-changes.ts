import { askGit } from "./git.ts";
import { records } from "./listing.ts";
import type { Place } from "./packed-files.ts";
import type { Repository } from "./repository.ts";

/** One place in which the index differs from a tree: what the tree has there, and what the index has. */
export interface IndexChange {
  readonly path: string;
  readonly before: Place;
  readonly after: Place;
}

/** More than these are not worth being told one by one. */
const most = 2000;

/** True for names that are the same in every encoding and normalisation. */
export function isPlainName(path: string): boolean {
  return /^[ -~]+$/u.test(path);
}

/** In what the index differs from a tree, as `indexChanges` tells it; each tree is asked about once. */
export type IndexComparison = (tree: string) => ReturnType<typeof indexChanges>;

export function indexComparison(repository: Repository): IndexComparison {
  const asked = new Map<string, ReturnType<typeof indexChanges>>();
  return (tree) => {
    const answer = asked.get(tree) ?? indexChanges(repository, tree);
    asked.set(tree, answer);
    return answer;
  };
}

const flags = ["--cached", "--ita-invisible-in-index", "--raw", "-z", "--no-renames", "--no-abbrev"];

/**
 * In what the index differs from a tree below the root, by paths relative to the root. Null where git does not know the tree, where
 * that is too much, and where anything but ordinary files with plain names comes, goes, changes or is in conflict.
 */
export async function indexChanges(repository: Repository, tree: string): Promise<readonly IndexChange[] | null> {
  const { place, prefix } = repository;
  const scope = prefix === "" ? [] : ["--", prefix];
  const output = await askGit(place, ["diff-index", ...flags, "--ignore-submodules=none", tree, ...scope]);
  if (output.code !== 0) return null;
  const fields = records(output.stdout);
  if (fields.length > most * 2) return null;
  const changes: IndexChange[] = [];
  for (let index = 0; index < fields.length; index += 2) {
    const path = fields[index + 1] ?? "";
    const found = changeOf(fields[index] ?? "", path.slice(prefix.length));
    if (found === null || !path.startsWith(prefix)) return null;
    changes.push(found);
  }
  return changes;
}

function changeOf(record: string, path: string): IndexChange | null {
  const parts = /^:(\d{6}) (\d{6}) ([\da-f]{40,64}) ([\da-f]{40,64}) [ADM]$/u.exec(record);
  if (parts === null || !isPlainName(path)) return null;
  const [, oldMode = "", newMode = "", oldId = "", newId = ""] = parts;
  const [before, after] = [placeOf(oldMode, oldId), placeOf(newMode, newId)];
  return before === undefined || after === undefined ? null : { path, before, after };
}

/** Undefined for what is no ordinary file. */
function placeOf(mode: string, id: string): Place | undefined {
  if (mode === "000000") return null;
  const isFile = (mode === "100644" || mode === "100755") && !/^0+$/u.test(id);
  return isFile ? { mode, id } : undefined;
}
