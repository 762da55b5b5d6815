import type { CodeBlock } from "../document/document.ts";
import { interfaceBlocks } from "../document/interface-blocks.ts";
import { localise } from "../document/localise.ts";
import type { ModuleFiles } from "../interface/modules.ts";
import type { TypeOracle } from "../interface/type-oracle.ts";
import type { InterfaceVerdict } from "../interface/verdict.ts";
import type { Snapshot } from "../snapshot.ts";
import { UserError } from "../user-error.ts";
import type { FactCache, FactReader } from "./facts.ts";
import type { OracleSource } from "./oracle-source.ts";
import type { InterfaceComparer, InterfacePair } from "./ports.ts";
import { resolveRelative } from "./resolve.ts";

/** What comparing needs of the run. */
export interface ComparerInput {
  readonly snapshot: Snapshot;
  readonly facts: FactReader;
  readonly cache: FactCache;
  readonly oracles: OracleSource;
}

/** Compares pairs; those that need inferred types wait until all are known, so that one program serves them all. */
export function createComparer(input: ComparerInput): InterfaceComparer {
  const paths = new Set(input.snapshot.files.keys());
  const run: Run = {
    ...input,
    texts: new Map(),
    resolve: (from, specifier) => resolveRelative(paths, from, specifier),
  };
  return (pairs) => compareAll(pairs.map(questionOf), run);
}

interface Run extends ComparerInput {
  readonly texts: Map<string, string>;
  resolve(from: string, specifier: string): string | null;
}

/** One pair in the words of the comparison. */
interface Question {
  readonly source: string;
  readonly document: string;
  readonly blocks: readonly CodeBlock[];
  readonly draft: boolean;
}

function questionOf({ source, document }: InterfacePair): Question {
  const { blocks } = localise(document.facts, document.settings.headings);
  return {
    source: source.path,
    document: document.path,
    blocks: interfaceBlocks(blocks),
    draft: document.status === "draft",
  };
}

async function compareAll(questions: readonly Question[], run: Run): Promise<readonly InterfaceVerdict[]> {
  const asked = new Set<string>();
  const first: (InterfaceVerdict | null)[] = [];
  for (const question of questions)
    first.push(readCached(question, run) ?? (await withoutCompiler(question, run, asked)));
  const oracle = asked.size === 0 ? null : await run.oracles.oracle(run.snapshot, [...asked].sort());
  const verdicts: InterfaceVerdict[] = [];
  for (const [index, question] of questions.entries()) {
    verdicts.push(first[index] ?? (await settle(question, run, oracle)).verdict);
  }
  return verdicts;
}

/** Null where the compiler has to be asked; the sources that it was asked about are added to `asked`. */
async function withoutCompiler(question: Question, run: Run, asked: Set<string>): Promise<InterfaceVerdict | null> {
  const sources = new Set<string>();
  const listening: TypeOracle = {
    declarationOf(path) {
      sources.add(path);
      return { ok: false, reason: "not asked yet" };
    },
  };
  const { verdict, seen, resolved } = await settle(question, run, listening);
  if (sources.size > 0) {
    for (const path of sources) asked.add(path);
    return null;
  }
  const entry: CachedVerdict = { verdict, seen: seen.map((path) => [path, idOf(run, path)]), resolved };
  run.cache.set(cacheKey(question, run), entry);
  return verdict;
}

type Resolution = readonly [from: string, specifier: string, path: string | null];

interface Settled {
  readonly verdict: InterfaceVerdict;
  readonly seen: readonly string[];
  readonly resolved: readonly Resolution[];
}

/** Compares, and again whenever the comparison has asked for a text that had not been loaded. */
async function settle(question: Question, run: Run, oracle: TypeOracle | null): Promise<Settled> {
  const { compareInterface } = await import("../interface/compare.ts");
  await loadTexts([question.source], run);
  for (;;) {
    const { files, missing, seen, resolved } = recordingFiles(run);
    const verdict = compareInterface({
      source: { path: question.source, text: run.texts.get(question.source) ?? "" },
      document: { path: question.document },
      blocks: question.blocks,
      files,
      oracle,
      draft: question.draft,
    });
    if (missing.size === 0) return { verdict, seen: [...seen], resolved: [...resolved.values()] };
    await loadTexts(missing, run);
  }
}

/** The files of the run, remembering what was asked: that is what the verdict depends on. */
function recordingFiles(run: Run) {
  const missing = new Set<string>();
  const seen = new Set<string>();
  const resolved = new Map<string, Resolution>();
  const files: ModuleFiles = {
    resolve(from, specifier) {
      const path = run.resolve(from, specifier);
      resolved.set(JSON.stringify([from, specifier]), [from, specifier, path]);
      return path;
    },
    text(path) {
      if (!run.snapshot.files.has(path)) return undefined;
      seen.add(path);
      if (!run.texts.has(path)) missing.add(path);
      return run.texts.get(path);
    },
  };
  return { files, missing, seen, resolved };
}

/** A file that cannot be read counts as empty here; the run says so and ends as "could not judge". */
async function loadTexts(paths: Iterable<string>, run: Run): Promise<void> {
  for (const path of paths) {
    if (!run.texts.has(path)) run.texts.set(path, await run.facts.text(path).catch(emptyWhereUnreadable));
  }
}

function emptyWhereUnreadable(error: unknown): string {
  if (error instanceof UserError) return "";
  throw error;
}

interface CachedVerdict {
  readonly verdict: InterfaceVerdict;
  readonly seen: readonly (readonly [path: string, id: string])[];
  readonly resolved: readonly Resolution[];
}

function cacheKey(question: Question, run: Run): string {
  const starts = question.blocks.map(({ range }) => range.start);
  const ids = [idOf(run, question.document), idOf(run, question.source)];
  return JSON.stringify(["verdict", verdictVersion, ...ids, question.source, question.draft, starts]);
}

/** Raised whenever the comparison gives another verdict for the same bytes. */
const verdictVersion = 1;

function readCached(question: Question, run: Run): InterfaceVerdict | null {
  const entry = run.cache.get(cacheKey(question, run)) as CachedVerdict | undefined;
  if (entry === undefined) return null;
  const same = entry.seen.every(([path, id]) => idOf(run, path) === id);
  const leads = entry.resolved.every(([from, specifier, path]) => run.resolve(from, specifier) === path);
  return same && leads ? entry.verdict : null;
}

function idOf(run: Run, path: string): string {
  return run.snapshot.files.get(path)?.id ?? "";
}
