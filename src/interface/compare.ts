import type { CodeBlock } from "../document/document.ts";
import { type DeclaredModule, readBlocks } from "./block.ts";
import { blockFaults } from "./block-faults.ts";
import { compareExports } from "./compare-exports.ts";
import { createModuleGraph, type Module, type ModuleCache, type ModuleGraph } from "./module-graph.ts";
import type { ModuleFiles } from "./modules.ts";
import { syntaxProblems } from "./parse.ts";
import { compareSurfaces } from "./surface.ts";
import { surfaceFindings } from "./surface-findings.ts";
import type { TypeOracle } from "./type-oracle.ts";
import type { InterfaceFinding, InterfaceVerdict } from "./verdict.ts";
import { withDoubts } from "./with-doubts.ts";

/** One document, one source, and what stands around them. */
export interface CompareInput {
  readonly source: { readonly path: string; readonly text: string };
  readonly document: { readonly path: string };
  /** The code blocks of the Interface section, in order. */
  readonly blocks: readonly CodeBlock[];
  readonly files: ModuleFiles;
  /** Null where types must not be inferred: what needs it is undecided. */
  readonly oracle: TypeOracle | null;
  /** True where the project has `exactOptionalPropertyTypes`: then `a?: T` and `a?: T | undefined` differ. */
  readonly exactOptional?: boolean;
  /** Parsed files, to be shared by all comparisons of a run: files that many import are then parsed once. */
  readonly cache?: ModuleCache;
}

const mostProblems = 10;

/** Compares the interface that a document declares with what its source exports. Pure and total: what cannot be decided is a finding. */
export function compareInterface(input: CompareInput): InterfaceVerdict {
  const graph = createModuleGraph(overlaid(input), input.cache);
  const source = graph.module(input.source.path);
  const design = readBlocks(input.blocks, input.source.path);
  if (source === null) return { findings: [], compared: 0, consulted: [] };
  try {
    const problems = unparseable(input, design, source);
    if (problems.length > 0) return { findings: problems, compared: 0, consulted: [] };
    return compareModules(input, { design, source, graph });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { findings: [tooDeep(input)], compared: 0, consulted: [] };
  }
}

interface Modules {
  readonly design: DeclaredModule;
  readonly source: Module;
  readonly graph: ModuleGraph;
}

function compareModules(input: CompareInput, modules: Modules): InterfaceVerdict {
  const { design, source, graph } = modules;
  const surface = compareSurfaces(design.module, source, graph);
  const compared = compareExports({
    ...modules,
    surface,
    oracle: input.oracle,
    exactOptional: input.exactOptional === true,
  });
  const first = input.blocks[0];
  const block =
    first === undefined ? null : { start: first.range.start, end: first.range.start + firstLine(first.text) };
  const told = [...surfaceFindings({ ...modules, surface: compared.surface, block }), ...compared.findings];
  const findings = withDoubts(told, { design: design.module, source, oracle: input.oracle });
  const consulted = new Set([...graph.consulted(), ...compared.consulted]);
  consulted.delete(input.source.path);
  return {
    findings,
    compared: surface.shared.length + surface.sharedStars,
    consulted: [...consulted].sort(),
  };
}

function firstLine(text: string): number {
  const end = text.indexOf("\n");
  return end < 0 ? text.length : end;
}

// The text that is compared is the one that was given, also where the snapshot has another.
function overlaid({ source, files }: CompareInput): ModuleFiles {
  return {
    resolve: (from, specifier) => files.resolve(from, specifier),
    text: (path) => (path === source.path ? source.text : files.text(path)),
  };
}

function unparseable({ blocks }: CompareInput, design: DeclaredModule, source: Module): readonly InterfaceFinding[] {
  const common = { rule: "interface/unparseable", export: "" } as const;
  const declared = design.problems.slice(0, mostProblems).map(({ message, range }) => ({
    ...common,
    message: `Unexpected syntax in the interface: ${message}`,
    mend: "Write declarations that TypeScript can parse",
    declared: range,
  }));
  const actual = syntaxProblems(source.file)
    .slice(0, mostProblems)
    .map(({ message, range }) => ({
      ...common,
      message: `Unexpected syntax in the source: ${message}`,
      mend: "Correct the syntax of the source",
      actual: range,
    }));
  // Of a tree with errors nobody knows what it declares.
  const faults = blockFaults(blocks, design).filter(() => declared.length === 0);
  return [...declared, ...faults.slice(0, mostProblems), ...actual];
}

function tooDeep(input: CompareInput): InterfaceFinding {
  return {
    rule: "interface/undecided",
    message: `The interface of ${input.source.path} could not be compared: it is nested too deeply`,
    mend: "Give names to the types that are nested most deeply",
    export: "",
    actual: { start: 0, end: 0 },
  };
}
