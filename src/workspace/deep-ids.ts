import { createHash } from "node:crypto";
import type { Snapshot } from "../snapshot.ts";
import type { DependenceLog, ImportNode } from "./dependence.ts";
import { isCode } from "./discover.ts";
import type { FactReader } from "./facts.ts";

/** Ids of files that change with what any file that they import, directly or not, can mean for them. */
export interface DeepIds {
  /** The id of a file with all that it reaches by relative imports. */
  of(path: string): Promise<string>;
  /** Those of the paths that a file does not import by itself. */
  beyond(path: string, others: readonly string[]): Promise<readonly string[]>;
}

export interface DeepIdsInput {
  readonly snapshot: Snapshot;
  readonly facts: Pick<FactReader, "source">;
  /** Hears of each file that is come upon. */
  readonly log?: Pick<DependenceLog, "imports">;
  resolve(from: string, specifier: string): string | null;
}

type Edges = ReadonlyMap<string, readonly string[]>;

/** Ids over the imports that facts tell; each file is asked about once. */
export function createDeepIds(input: DeepIdsInput): DeepIds {
  const edges = new Map<string, readonly string[]>();
  const ids = new Map<string, string>();
  const own = new Map<string, string>();
  const explore = async (start: string): Promise<void> => {
    const queue = edges.has(start) ? [] : [start];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (edges.has(path)) continue;
      const node = await importNode(path, input);
      input.log?.imports(path, node);
      own.set(path, node.own);
      edges.set(path, node.targets);
      queue.push(...node.targets);
    }
  };
  return {
    async of(path) {
      await explore(path);
      if (!ids.has(path)) addIds(path, { edges, ids, idOf: (file) => own.get(file) ?? "" });
      return ids.get(path) ?? "";
    },
    async beyond(path, others) {
      await explore(path);
      const imported = new Set([path, ...(edges.get(path) ?? [])]);
      return others.filter((other) => !imported.has(other));
    },
  };
}

/** A file with what it imports by relative paths; what is no code, or not there, imports nothing. */
export async function importNode(path: string, { snapshot, facts, resolve }: DeepIdsInput): Promise<ImportNode> {
  const id = snapshot.files.get(path)?.id;
  if (id === undefined || !isCode(path)) return { own: id ?? "", specifiers: [], targets: [] };
  const { imports, shape } = await facts.source(path);
  const specifiers = imports.map(({ specifier }) => specifier);
  const targets = specifiers.map((specifier) => resolve(path, specifier)).filter((target) => target !== null);
  return { own: shape ?? id, specifiers, targets: [...new Set(targets)].sort() };
}

interface Walk {
  readonly edges: Edges;
  readonly ids: Map<string, string>;
  idOf(path: string): string;
}

/** A file on the way: when it was come upon, and the earliest one that it leads back to. */
interface Visit {
  readonly path: string;
  readonly order: number;
  low: number;
  next: number;
}

/** Tarjan's strongly connected components, without recursion: import chains are as long as a project is large. */
function addIds(start: string, walk: Walk): void {
  const visits = new Map<string, Visit>();
  const open: Visit[] = [];
  const stack: Visit[] = [];
  const enter = (path: string): void => {
    const visit = { path, order: visits.size, low: visits.size, next: 0 };
    visits.set(path, visit);
    open.push(visit);
    stack.push(visit);
  };
  enter(start);
  for (let visit = stack.at(-1); visit !== undefined; visit = stack.at(-1)) {
    const target = walk.edges.get(visit.path)?.[visit.next++];
    if (target === undefined) {
      stack.pop();
      const above = stack.at(-1);
      if (above !== undefined) above.low = Math.min(above.low, visit.low);
      if (visit.low === visit.order) close(open.splice(open.lastIndexOf(visit)), walk);
      continue;
    }
    if (walk.ids.has(target)) continue;
    const known = visits.get(target);
    if (known === undefined) enter(target);
    else visit.low = Math.min(visit.low, known.order);
  }
}

/** Files that import each other share one id, made of all of them and of what they reach outside. */
function close(members: readonly Visit[], { edges, ids, idOf }: Walk): void {
  const paths = members.map(({ path }) => path).sort();
  const hash = createHash("sha1");
  for (const path of paths) {
    const targets = (edges.get(path) ?? []).map((target) => `${target} ${ids.get(target) ?? "together"}`);
    hash.update(JSON.stringify([path, idOf(path), targets]));
  }
  const id = hash.digest("hex");
  for (const path of paths) ids.set(path, id);
}
