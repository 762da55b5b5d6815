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
import { createCircumstances } from "./circumstances.ts";
import type { DependenceLog } from "./dependence.ts";
import type { FactCache, FactReader } from "./facts.ts";
import { createKeptVerdicts, type KeptVerdicts, type Uses } from "./kept-verdicts.ts";
import { createModuleTexts, type ModuleTexts, type Recorded } from "./module-texts.ts";
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
  return (pairs) => {
    // Facts of files beyond the roots are read on the way, and must not change what counts.
    const ambient = [...new Set([...input.facts.ambient, ...(input.ambient ?? [])])].sort();
    input.log?.declaring(ambient);
    const circumstances = createCircumstances({ ...input, ambient, resolve: texts.resolve });
    const kept = createKeptVerdicts({ ...input, circumstances, resolve: texts.resolve });
    const questions = pairs.map(questionOf);
    const sources = questions.map(({ source }) => source);
    const exactOptional = once(() => input.oracles.exactOptional(input.snapshot, sources));
    const aliases = once(() => input.oracles.aliases(input.snapshot, sources));
    return compareAll(questions, { ...input, ambient, texts, exactOptional, aliases, kept });
  };
}

interface Run extends ComparerInput {
  readonly texts: ModuleTexts;
  readonly kept: KeptVerdicts;
  readonly ambient: readonly string[];
  exactOptional(): Promise<(path: string) => boolean>;
  aliases(): Promise<AliasResolver>;
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
    first.push((await run.kept.read(question)) ?? (await withoutCompiler(question, run, asked)));
  }
  if (asked.size === 0) return first.filter((verdict) => verdict !== null);
  const also = { ambient: run.ambient, trees: await run.trees(), follows: followedIn(run) };
  const oracle = await run.oracles.oracle(run.snapshot, [...asked].sort(), also);
  const second: (InterfaceVerdict | null)[] = [];
  for (const [index, question] of questions.entries())
    second.push(first[index] ?? (await withoutSpelling(question, run, oracle)));
  const verdicts: InterfaceVerdict[] = [];
  for (const [index, question] of questions.entries())
    verdicts.push(second[index] ?? (await askCompiler(question, run, oracle)));
  return verdicts;
}

// Nobody follows the imports of a file that git does not know.
function followedIn({ snapshot, texts }: Run): (from: string, specifier: string) => string | null {
  return (from, specifier) => (snapshot.files.has(from) ? texts.resolve(from, specifier) : null);
}

async function askCompiler(question: Question, run: Run, oracle: TypeOracle): Promise<InterfaceVerdict> {
  const heard = listen(oracle);
  const recorded = await compare(question, run, { oracle: () => heard.oracle, isOpen: () => false });
  await run.kept.write(question, recorded, usesOf(heard, recorded));
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
  await run.kept.write(question, recorded, usesOf(heard, recorded));
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
    await run.kept.write(question, recorded, null);
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

function usesOf({ failed }: Heard, { value }: Recorded<InterfaceVerdict>): Uses {
  return failed ? "anything" : value.consulted;
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
