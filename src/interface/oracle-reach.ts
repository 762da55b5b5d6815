import type { OracleDisk } from "./oracle-disk.ts";
import type { ImportLog } from "./oracle-program.ts";

/** What a file's types may depend on. */
export interface Reach {
  /** Root-relative paths of the other files that it imports, directly or not; packages left out. */
  readonly files: readonly string[];
  /** True where it or one of them has an import that cannot be resolved. */
  readonly open: boolean;
}

/** Follows the imports of a program's files; paths are absolute. */
export function createReach(imports: ImportLog, disk: OracleDisk): (path: string) => Reach {
  const known = new Map<string, Reach>();
  return (path) => {
    const found = known.get(path) ?? follow(path, imports, disk);
    known.set(path, found);
    return found;
  };
}

function follow(start: string, imports: ImportLog, disk: OracleDisk): Reach {
  const seen = new Set([start]);
  const queue = [start];
  const files: string[] = [];
  let open = false;
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    open ||= imports.unresolved.has(path);
    for (const next of imports.resolved.get(path) ?? []) {
      const inside = disk.relative(next);
      if (inside === null || seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
      files.push(inside);
    }
  }
  return { files, open };
}
