import { readBlocks } from "../../../src/interface/block.ts";
import { diffTypes } from "../../../src/interface/diff-types.ts";
import type { DiffContext, Difference, Pair, Trail } from "../../../src/interface/difference.ts";
import { trailAt } from "../../../src/interface/difference.ts";
import { type Entity, exportedEntity } from "../../../src/interface/export-table.ts";
import { type Form, slot } from "../../../src/interface/form.ts";
import type { FormContext } from "../../../src/interface/form-context.ts";
import { entityId } from "../../../src/interface/identity.ts";
import { createModuleGraph, type Module, type ModuleGraph } from "../../../src/interface/module-graph.ts";
import { createFormContext, exportForm, type FormOptions } from "../../../src/interface/normal-form.ts";
import { outerScope, type Scope } from "../../../src/interface/scope.ts";
import { blockOf, filesOf } from "./compared.ts";

/** A block and a source, ready for the extraction. */
export interface Reading {
  readonly design: Module;
  readonly source: Module;
  readonly graph: ModuleGraph;
  readonly context: FormContext;
  /** The top of the source. */
  readonly scope: Scope;
}

export interface ReadingOptions extends Partial<Pick<FormOptions, "exactOptional" | "inferred">> {
  readonly path?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** Reads both sides; what both export under one name is one thing. */
export function readingOf(declared: string, actual: string, more: ReadingOptions = {}): Reading {
  const path = more.path ?? "src/a.ts";
  const graph = createModuleGraph(filesOf({ ...more.files, [path]: actual }));
  const source = present(graph.module(path));
  const design = readBlocks([blockOf(declared)], path).module;
  const own = new Map<string, string>();
  for (const name of design.bindings.exports.keys()) {
    if (!source.bindings.exports.has(name)) continue;
    for (const module of [design, source]) own.set(entityId(entityIn(module, name, graph)), name);
  }
  const context = createFormContext({
    graph,
    design,
    source,
    own,
    exactOptional: more.exactOptional ?? false,
    inferred: more.inferred ?? (() => null),
    fileLocal: () => undefined,
  });
  return { design, source, graph, context, scope: outerScope(source, []) };
}

/** What a module exports under a name. */
export function entityIn(module: Module, name: string, graph: ModuleGraph): Entity {
  return present(exportedEntity(module, name, graph));
}

/** Normal form of an export `A` of a source. */
export function formOf(actual: string, more: ReadingOptions = {}): Form {
  const { source, graph, context } = readingOf("", actual, more);
  return exportForm(entityIn(source, "A", graph), false, context);
}

/** Normal forms of an export `A` of both sides. */
export function pairOf(declared: string, actual: string, more: ReadingOptions = {}): Pair {
  const { design, source, graph, context } = readingOf(declared, actual, more);
  return {
    declared: exportForm(entityIn(design, "A", graph), false, context),
    actual: exportForm(entityIn(source, "A", graph), false, context),
  };
}

/** The slots of both sides under a label. */
export function slotPair({ declared, actual }: Pair, label: string): Pair {
  return { declared: present(slot(declared, label)), actual: present(slot(actual, label)) };
}

/** A context that knows all names of the library. */
export function diffContext(isKnownName: (name: string) => boolean = () => true): DiffContext {
  const context: DiffContext = { isKnownName, types: (pair, trail) => diffTypes(pair, trail, context) };
  return context;
}

/** The beginning of a comparison. */
export const start: Trail = trailAt({ declared: [], actual: [] });

/** What was found, one line each: kind, change id and where, as far as it is told. */
export function told(found: readonly Difference[]): readonly string[] {
  return found.map(({ kind, change, path, inside, inner }) =>
    [kind === "changed" ? "" : kind, change, path.join("."), [inside, ...inner].join(".")].filter(Boolean).join(" "),
  );
}

export function present<T>(value: T | null | undefined): T {
  if (value == null) throw new Error("nothing there");
  return value;
}
