import { createHash } from "node:crypto";
import type { CodeBlock } from "../document/document.ts";
import { interfaceBlocks } from "../document/interface-blocks.ts";
import { localise } from "../document/localise.ts";
import type { AliasResolver } from "../interface/alias-resolver.ts";
import type { CompareInput } from "../interface/compare.ts";
import { isMendable } from "../interface/mendable.ts";
import type { ModuleCache } from "../interface/module-graph.ts";
import type { ModuleFiles } from "../interface/modules.ts";
import type { TypeOracle } from "../interface/type-oracle.ts";
import type { InterfaceVerdict } from "../interface/verdict.ts";
import type { Range } from "../range.ts";
import type { Snapshot } from "../snapshot.ts";
import { type Circumstance, type Circumstances, createCircumstances } from "./circumstances.ts";
import type { DependenceLog } from "./dependence.ts";
import type { FactCache, FactReader } from "./facts.ts";
import { createModuleTexts, type ModuleTexts, type Recorded, type Resolution } from "./module-texts.ts";
import type { OracleSource } from "./oracle-source.ts";
import type { InterfaceComparer, InterfacePair } from "./ports.ts";

/** What comparing needs of the run. */
export interface ComparerInput {
  readonly snapshot: Snapshot;
  readonly facts: FactReader;
  readonly cache: FactCache;
  readonly oracles: OracleSource;
  /** Parsed files, shared by all that reads them. */
  readonly trees: () => Promise<ModuleCache>;
  /** Hears what verdicts depend on. */
  readonly log?: DependenceLog;
  /** Sources beside those that were read that declare something for files which do not import them. */
  readonly ambient?: readonly string[];
}

/** Compares pairs; those that need inferred types wait until all are known, so that one program serves them all. */
export function createComparer(input: ComparerInput): InterfaceComparer {
  const texts = createModuleTexts(input.snapshot.files, input.facts);
  const configs = tsconfigIds(input.snapshot);
  const names = once(() => nameIds(input.snapshot));
  return (pairs) => {
    // Facts of files beyond the roots are read on the way, and must not change what counts.
    const ambient = [...new Set([...input.facts.ambient, ...(input.ambient ?? [])])].sort();
    input.log?.declaring(ambient);
    const circumstances = createCircumstances({ ...input, ambient, resolve: texts.resolve });
    const questions = pairs.map(questionOf);
    const sources = questions.map(({ source }) => source);
    const exactOptional = once(() => input.oracles.exactOptional(input.snapshot, sources));
    const aliases = once(() => input.oracles.aliases(input.snapshot, sources));
    return compareAll(questions, {
      ...input,
      ambient,
      texts,
      exactOptional,
      aliases,
      names,
      configs,
      circumstances,
    });
  };
}

interface Run extends ComparerInput {
  readonly texts: ModuleTexts;
  readonly circumstances: Circumstances;
  readonly ambient: readonly string[];
  exactOptional(): Promise<(path: string) => boolean>;
  aliases(): Promise<AliasResolver>;
  /** Changes whenever a file comes or goes, or a manifest changes. */
  names(): string;
  /** Changes whenever a tsconfig of the snapshot does. */
  readonly configs: string;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** One pair in the words of the comparison. */
interface Question {
  readonly source: string;
  readonly document: string;
  readonly blocks: readonly CodeBlock[];
  /** The Interface section, as far as a block may be put into it; null where it is missing, or says that there is none. */
  readonly section: Range | null;
}

function questionOf({ source, document }: InterfacePair): Question {
  const { blocks } = localise(document.facts, document.settings.headings);
  const saysNone = /^None\b/u.test(document.model.sections.interface?.text ?? "");
  return {
    source: source.path,
    document: document.path,
    blocks: interfaceBlocks(blocks),
    section: saysNone ? null : (document.ranges["/sections/interface"] ?? null),
  };
}

async function compareAll(questions: readonly Question[], run: Run): Promise<readonly InterfaceVerdict[]> {
  const asked = new Set<string>();
  const first: (InterfaceVerdict | null)[] = [];
  for (const question of questions) {
    first.push((await readCached(question, run)) ?? (await withoutCompiler(question, run, asked)));
  }
  if (asked.size === 0) return first.filter((verdict) => verdict !== null);
  const also = { ambient: run.ambient, trees: await run.trees() };
  const oracle = await run.oracles.oracle(run.snapshot, [...asked].sort(), also);
  const second: (InterfaceVerdict | null)[] = [];
  for (const [index, question] of questions.entries())
    second.push(first[index] ?? (await withoutSpelling(question, run, oracle)));
  const verdicts: InterfaceVerdict[] = [];
  for (const [index, question] of questions.entries())
    verdicts.push(second[index] ?? (await askCompiler(question, run, oracle)));
  return verdicts;
}

async function askCompiler(question: Question, run: Run, oracle: TypeOracle): Promise<InterfaceVerdict> {
  const heard = listen(oracle);
  const recorded = await compare(question, run, { oracle: () => heard.oracle, isOpen: () => false });
  await writeCached(question, run, { recorded, compiler: heard });
  return recorded.value;
}

/** Null where the compiler has to compare types; what it will be asked is announced, so that all of it costs one program. */
async function withoutSpelling(question: Question, run: Run, oracle: TypeOracle): Promise<InterfaceVerdict | null> {
  let open = false;
  const heard = listen(oracle);
  const announcing: TypeOracle = {
    declarationOf: (path, name) => heard.oracle.declarationOf(path, name),
    sameType(path, types) {
      open = true;
      oracle.announce?.(path, types);
      return { ok: false, reason: "not asked yet" };
    },
  };
  const recorded = await compare(question, run, {
    oracle() {
      open = false;
      return announcing;
    },
    isOpen: () => open,
  });
  if (open) return null;
  await writeCached(question, run, { recorded, compiler: heard });
  return recorded.value;
}

/** Null where the compiler has to be asked; the sources that it was asked about are added to `asked`. */
async function withoutCompiler(question: Question, run: Run, asked: Set<string>): Promise<InterfaceVerdict | null> {
  const sources = new Set<string>();
  const listening: TypeOracle = {
    declarationOf(path) {
      sources.add(path);
      return { ok: false, reason: "not asked yet" };
    },
    sameType(path) {
      sources.add(path);
      return { ok: false, reason: "not asked yet" };
    },
  };
  const recorded = await compare(question, run, {
    oracle() {
      // An earlier round asked without the texts that were still missing.
      sources.clear();
      return listening;
    },
    isOpen: () => sources.size > 0,
  });
  if (sources.size === 0) {
    await writeCached(question, run, { recorded, compiler: null });
    return recorded.value;
  }
  for (const path of sources) asked.add(path);
  return null;
}

/** A compiler that tells whether it ever had no answer: what such a verdict depends on, nobody knows. */
interface Heard {
  readonly oracle: TypeOracle;
  readonly failed: boolean;
}

function listen(oracle: TypeOracle): Heard {
  let failed = false;
  const noted = <T extends { readonly ok: boolean }>(answer: T): T => {
    failed ||= !answer.ok;
    return answer;
  };
  return {
    oracle: {
      ...oracle,
      declarationOf: (path, name) => noted(oracle.declarationOf(path, name)),
      ...(oracle.sameType === undefined
        ? {}
        : { sameType: (path, question) => noted(oracle.sameType?.(path, question) ?? unanswered) }),
    },
    get failed() {
      return failed;
    },
  };
}

const unanswered = { ok: false, reason: "types cannot be compared here" } as const;

/** The compiler of one comparison. */
interface Asking {
  /** Called for each round, of which the last one counts. */
  oracle(): TypeOracle | null;
  /** True where it was asked what it does not answer yet, so that the verdict does not count. */
  isOpen(): boolean;
}

async function compare(question: Question, run: Run, asking: Asking): Promise<Recorded<InterfaceVerdict>> {
  const { compareInterface } = await import("../interface/compare.ts");
  const [cache, isExact, aliases] = await Promise.all([run.trees(), run.exactOptional(), run.aliases()]);
  const text = await run.texts.text(question.source);
  const inputWith = (files: ModuleFiles): CompareInput => ({
    source: { path: question.source, text },
    document: { path: question.document },
    blocks: question.blocks,
    files,
    oracle: asking.oracle(),
    exactOptional: isExact(question.source),
    cache,
  });
  const recorded = withConfigs(
    await run.texts.with((files) => compareInterface(inputWith(files)), aliases.resolve),
    question,
    aliases,
  );
  if (asking.isOpen() || !isMendable(recorded.value)) return recorded;
  const { mendInterface } = await import("../interface/mend.ts");
  const markdown = { text: await run.texts.text(question.document), section: question.section };
  const mend = (files: ModuleFiles) => mendInterface(recorded.value, { ...inputWith(files), markdown });
  const mended = await run.texts.with(mend, aliases.resolve);
  const both = {
    value: mended.value,
    seen: [...new Set([...recorded.seen, ...mended.seen])],
    resolved: [...recorded.resolved, ...mended.resolved],
    isOpen: recorded.isOpen || mended.isOpen,
  };
  return withConfigs(both, question, aliases);
}

// What a config extends may have any name: each file that was read stands with the configs that decide about it.
function withConfigs<T>(recorded: Recorded<T>, { source }: Question, aliases: AliasResolver): Recorded<T> {
  const configs = [source, ...recorded.seen].flatMap((path) => aliases.configs(path));
  return { ...recorded, seen: [...new Set([...recorded.seen, ...configs])] };
}

/** A verdict with everything that it depends on besides the pair itself. */
interface CachedVerdict {
  readonly circumstances: Circumstance;
  readonly verdict: InterfaceVerdict;
  readonly seen: readonly (readonly [path: string, id: string])[];
  readonly resolved: readonly Resolution[];
  /** The names of all files, where any of them could have led an import elsewhere. */
  readonly names: string | null;
}

/** Raised whenever the comparison gives another verdict for the same bytes. */
const verdictVersion = 9;

function cacheKey(question: Question, run: Run): string {
  const starts = question.blocks.map(({ range }) => range.start);
  const ids = [idOf(run, question.document), idOf(run, question.source)];
  return JSON.stringify(["verdict", verdictVersion, run.configs, ...ids, question.source, starts]);
}

async function writeCached(
  question: Question,
  run: Run,
  found: { readonly recorded: Recorded<InterfaceVerdict>; readonly compiler: Heard | null },
): Promise<void> {
  const { value, seen, resolved, isOpen } = found.recorded;
  const ids = seen.map((path): readonly [string, string] => [path, idOf(run, path)]);
  const consulted = found.compiler === null ? null : found.compiler.failed ? "anything" : value.consulted;
  const circumstances = await run.circumstances.of(question.source, consulted);
  // Which files an answer depended on may be all of them, and stands in its circumstances.
  const names = isOpen ? run.names() : null;
  const entry: CachedVerdict = { circumstances, verdict: { ...value, consulted: [] }, seen: ids, resolved, names };
  run.cache.set(cacheKey(question, run), entry);
  report(question, run, entry);
}

function report({ source }: Question, { log }: Run, { seen, resolved, names, circumstances }: CachedVerdict): void {
  const deep = circumstances.deep?.map(([path]) => path) ?? null;
  log?.verdict(source, { seen: seen.map(([path]) => path), resolved, isOpen: names !== null, deep });
}

async function readCached(question: Question, run: Run): Promise<InterfaceVerdict | null> {
  const entry = run.cache.get(cacheKey(question, run)) as CachedVerdict | undefined;
  if (entry === undefined) return null;
  const same = entry.seen.every(([path, id]) => idOf(run, path) === id);
  const leads = entry.resolved.every(([from, specifier, path]) => run.texts.resolve(from, specifier) === path);
  const named = entry.names === null || entry.names === run.names();
  if (!same || !leads || !named || !(await run.circumstances.hold(entry.circumstances))) return null;
  report(question, run, entry);
  return entry.verdict;
}

function tsconfigIds({ files }: Snapshot): string {
  const configs = [...files].filter(([path]) => path.endsWith(".json") && /(?:^|\/)tsconfig[^/]*$/u.test(path));
  return configs.map(([path, { id }]) => `${path} ${id}`).join("\n");
}

function nameIds({ files }: Snapshot): string {
  const hash = createHash("sha1");
  for (const [path, { id }] of files)
    hash.update(/(?:^|\/)package\.json$/u.test(path) ? `${path} ${id}\n` : `${path}\n`);
  return hash.digest("hex");
}

function idOf(run: Run, path: string): string {
  return run.snapshot.files.get(path)?.id ?? "";
}
