import type { OracleDisk } from "./oracle-disk.ts";
import type { ImportLog } from "./oracle-program.ts";

/** What a file's types may depend on. */
export interface Reach {
  /**
   * Root-relative paths of other files, each of which stands for all that it imports: where the file, or one that it imports, directly or
   * not, leads in another way than by import statements that can be followed. Packages are left out.
   */
  readonly files: readonly string[];
  /** True where it or one of them has an import that cannot be resolved. */
  readonly open: boolean;
}

/** Follows the imports of a program's files; paths are absolute. What most files have nothing of is found from its end, once. */
export function createReach(imports: ImportLog, disk: OracleDisk): (path: string) => Reach {
  const isOwn = (path: string): boolean => disk.relative(path) !== null;
  const { resolved, unfollowed, unresolved } = imports;
  const importers = unfollowed.size + unresolved.size === 0 ? new Map() : reversed(resolved, isOwn);
  const leading = thatReach([...unfollowed.keys()].filter(isOwn), importers);
  const open = thatReach([...unresolved.keys()].filter(isOwn), importers);
  return (path) => {
    const files = leading.has(path) ? filesBeyond(path, imports, leading) : [];
    return { files: files.map(disk.relative).filter((file) => file !== null), open: open.has(path) };
  };
}

type Edges = ReadonlyMap<string, Iterable<string>>;

function reversed(edges: Edges, isOwn: (path: string) => boolean): Edges {
  const back = new Map<string, string[]>();
  for (const [from, targets] of edges) {
    if (!isOwn(from)) continue;
    for (const to of targets) {
      const found = back.get(to);
      if (found === undefined) back.set(to, [from]);
      else found.push(from);
    }
  }
  return back;
}

function thatReach(ends: readonly string[], importers: Edges): ReadonlySet<string> {
  const seen = new Set(ends);
  for (const path of seen) for (const importer of importers.get(path) ?? []) seen.add(importer);
  return seen;
}

function filesBeyond(start: string, { resolved, unfollowed }: ImportLog, leading: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  const seen = new Set([start]);
  for (const path of seen) {
    for (const file of unfollowed.get(path) ?? []) found.add(file);
    for (const next of resolved.get(path) ?? []) if (leading.has(next)) seen.add(next);
  }
  found.delete(start);
  return [...found];
}
