import { createHash } from "node:crypto";
import { pathsContaining, type Snapshot } from "../snapshot.ts";
import { createDeepIds } from "./deep-ids.ts";
import type { DependenceLog } from "./dependence.ts";
import type { FactCache, FactReader } from "./facts.ts";
import type { OracleSource } from "./oracle-source.ts";

/** What a verdict depends on besides the texts that were compared; texts of which each has to be the same again. */
export interface Circumstance {
  /** Key of the list of what was looked at outside the snapshot, and a hash of the answers. */
  readonly looked: readonly [list: string, answers: string];
  /** Files that the compiler read for it, each standing for all that it imports; null where it was not asked. */
  readonly deep: readonly (readonly [path: string, id: string])[] | null;
  /** The ambient declarations and packages of the snapshot, or all of its code; null where the compiler was not asked. */
  readonly environment: string | null;
}

/** The circumstances of one run. */
export interface Circumstances {
  /** Those of a verdict about a source; `consulted`: what the compiler read, null where it was not asked. */
  of(source: string, consulted: readonly string[] | "anything" | null): Promise<Circumstance>;
  /** True where they are the same now. */
  hold(circumstance: Circumstance): Promise<boolean>;
}

export interface CircumstancesInput {
  readonly snapshot: Snapshot;
  readonly facts: Pick<FactReader, "source">;
  readonly cache: FactCache;
  readonly oracles: OracleSource;
  /** Sources that declare something for files which do not import them. */
  readonly ambient: readonly string[];
  /** Hears of the files that deep ids come upon. */
  readonly log?: DependenceLog;
  resolve(from: string, specifier: string): string | null;
}

/** Circumstances over a snapshot; each file and each look is asked for once. */
export function createCircumstances(input: CircumstancesInput): Circumstances {
  const { snapshot, oracles } = input;
  const deepIds = createDeepIds(input);
  const ambient = lazily(() => ambientIds(input));
  const code = lazily(() => oracles.environment(snapshot));
  const looks = createLooks(input);
  return {
    async of(source, consulted) {
      const looked = looks.now();
      if (consulted === null) return { looked, deep: null, environment: null };
      if (consulted === "anything") return { looked, deep: [], environment: code() };
      const paths = [source, ...(await deepIds.beyond(source, consulted))];
      const deep: (readonly [string, string])[] = [];
      for (const path of paths) deep.push([path, await deepIds.of(path)]);
      return { looked, deep, environment: ambient() };
    },
    async hold({ looked, deep, environment }) {
      if (!looks.same(looked)) return false;
      if (deep === null) return true;
      if (environment !== (deep.length === 0 ? code() : ambient())) return false;
      for (const [path, id] of deep) if ((await deepIds.of(path)) !== id) return false;
      return true;
    },
  };
}

interface Looks {
  now(): Circumstance["looked"];
  same(looked: Circumstance["looked"]): boolean;
}

/** Lists of what was looked at are long and the same for most verdicts, so that each is kept once. */
function createLooks({ cache, oracles }: CircumstancesInput): Looks {
  let last: { readonly size: number; readonly looked: Circumstance["looked"] } | null = null;
  const answers = new Map<string, string | null>();
  const answersTo = (list: string): string | null => {
    const questions = cache.get(list);
    if (!Array.isArray(questions)) return null;
    return hash(questions.map((question) => oracles.look(String(question))));
  };
  return {
    now() {
      if (last?.size === oracles.looked.size) return last.looked;
      const entries = [...oracles.looked].sort(([a], [b]) => (a < b ? -1 : 1));
      const questions = entries.map(([question]) => question);
      const list = `looked:1:${hash(questions)}`;
      cache.set(list, questions);
      const looked = [list, hash(entries.map(([, answer]) => answer))] as const;
      last = { size: oracles.looked.size, looked };
      return looked;
    },
    same([list, expected]) {
      if (!answers.has(list)) answers.set(list, answersTo(list));
      return answers.get(list) === expected;
    },
  };
}

/**
 * What decides about types without being imported: ambient declarations, and the manifests that resolution reads. Of sources that declare
 * for all files it is known here which there are; the answers of the compiler name those that they depend on.
 */
function ambientIds({ snapshot, ambient }: CircumstancesInput): string {
  const { files } = snapshot;
  const declarations = pathsContaining(files, ".d.").filter((path) => /\.d\.(?:[^/.]+\.)?[cm]?ts$/u.test(path));
  const manifests = pathsContaining(files, "package.json").filter((path) => /(?:^|\/)package\.json$/u.test(path));
  const deciding = [...declarations, ...manifests];
  return hash([...deciding.map((path) => `${path} ${files.get(path)?.id}`), ...ambient]);
}

function hash(parts: readonly string[]): string {
  return createHash("sha1").update(parts.join("\n")).digest("hex");
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
