import ts from "typescript";
import { type DeclaredModule, readBlocks } from "../../../src/interface/block.ts";
import { type Entity, exportedEntity } from "../../../src/interface/export-table.ts";
import type { Form } from "../../../src/interface/form.ts";
import type { FormContext } from "../../../src/interface/form-context.ts";
import { createModuleGraph, type Module, type ModuleGraph } from "../../../src/interface/module-graph.ts";
import { createFormContext } from "../../../src/interface/normal-form.ts";
import { outerScope } from "../../../src/interface/scope.ts";
import { blockOf, filesOf } from "./compared.ts";

/** A block and a source (`src/a.ts`), parsed and tied together as a comparison has them. */
export interface Sides {
  readonly design: DeclaredModule;
  readonly source: Module;
  readonly graph: ModuleGraph;
  readonly context: FormContext;
  /** Names of the block that lead to something that the source keeps to itself. */
  readonly hidden: readonly string[];
}

export interface SideOptions {
  readonly files?: Readonly<Record<string, string>>;
  /** Names that both sides export. */
  readonly own?: readonly string[];
  readonly exactOptional?: boolean;
}

export function sidesOf(declared: string, actual: string, more: SideOptions = {}): Sides {
  const graph = createModuleGraph(filesOf({ ...more.files, "src/a.ts": actual }));
  const source = moduleAt(graph, "src/a.ts");
  const design = readBlocks([blockOf(declared)], "src/a.ts");
  const hidden: string[] = [];
  const context = createFormContext({
    graph,
    design: design.module,
    source,
    own: new Map((more.own ?? []).flatMap((name) => ["design", "src/a.ts"].map((id) => [`${id}#${name}`, name]))),
    exactOptional: more.exactOptional ?? false,
    inferred: () => null,
    fileLocal: (name) => void hidden.push(name.text),
  });
  return { design, source, graph, context, hidden };
}

export function moduleAt(graph: ModuleGraph, path: string): Module {
  const module = graph.module(path);
  if (module === null) throw new Error(`no module at ${path}`);
  return module;
}

/** Normal form of the type alias `T` of a source. */
export function typeIn(actual: string, more: SideOptions = {}): Form {
  const { source, context } = sidesOf("", actual, more);
  const alias = source.file.statements.filter(ts.isTypeAliasDeclaration).find(({ name }) => name.text === "T");
  if (alias === undefined) throw new Error("no type T");
  return context.type(alias.type, outerScope(source, []));
}

export function entityIn(module: Module, name: string, graph: ModuleGraph): Entity {
  const entity = exportedEntity(module, name, graph);
  if (entity === null) throw new Error(`no export ${name}`);
  return entity;
}

/** The first node of a kind, from the top. */
export function firstNode<T extends ts.Node>(root: ts.Node, is: (node: ts.Node) => node is T): T {
  const search = (node: ts.Node): T | undefined => (is(node) ? node : ts.forEachChild(node, search));
  const found = search(root);
  if (found === undefined) throw new Error("no such node");
  return found;
}
