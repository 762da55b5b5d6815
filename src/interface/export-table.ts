import type ts from "typescript";
import {
  type Bindings,
  declaresMeaning,
  type ExportBinding,
  type ImportBinding,
  type Meaning,
  type StarBinding,
} from "./bindings.ts";
import { createModuleGraph, type Module, type ModuleGraph } from "./module-graph.ts";
import type { ModuleFiles } from "./modules.ts";
import { typescript } from "./typescript.ts";

/** What a name stands for, once all re-exports are followed; `typeOnly` where one of them leads only to its types. */
export type Entity = Thing & { readonly typeOnly?: boolean };

type Thing =
  | {
      readonly kind: "declared";
      readonly module: Module;
      /** Namespaces around it, outermost first; empty at the top of the file. */
      readonly containers: readonly Container[];
      readonly name: string;
      readonly declarations: readonly ts.Node[];
    }
  | { readonly kind: "expression"; readonly module: Module; readonly name: string; readonly expression: ts.Expression }
  | { readonly kind: "module"; readonly identity: string; readonly module: Module | null }
  | { readonly kind: "opaque"; readonly identity: string; readonly name: string; readonly reason: string }
  | { readonly kind: "global"; readonly name: string }
  | { readonly kind: "enum-member"; readonly of: Entity; readonly name: string };

/** A namespace that a name is looked up in. */
export interface Container {
  readonly name: string;
  readonly bindings: Bindings;
}

/** The exports of a file: its own names, those that stars bring, and the stars whose names are not known. */
export interface ExportTable {
  readonly names: ReadonlyMap<string, { readonly binding: ExportBinding; readonly star: StarBinding | null }>;
  readonly unknownStars: readonly StarBinding[];
}

/** The exported names of a file of the snapshot, through `export *`; null where there is no such file. */
export function resolveExports(path: string, files: ModuleFiles): ExportTable | null {
  const graph = createModuleGraph(files);
  const module = graph.module(path);
  return module === null ? null : exportTable(module, graph);
}

/** The exported names of a module. Local names win over stars, earlier stars over later ones, and a star brings no `default`. */
export function exportTable(module: Module, graph: ModuleGraph): ExportTable {
  const names = new Map<string, { binding: ExportBinding; star: StarBinding | null }>();
  for (const [name, [binding]] of module.bindings.exports)
    if (binding !== undefined) names.set(name, { binding, star: null });
  const unknownStars: StarBinding[] = [];
  for (const star of module.bindings.stars) {
    const behind = namesBehind(star, module, graph);
    if (behind.unknown) unknownStars.push(star);
    for (const [name, binding] of behind.names) if (!names.has(name)) names.set(name, { binding, star });
  }
  return { names, unknownStars };
}

/** The names that one star brings; `unknown` where a package stands behind it. */
export function namesBehind(
  star: StarBinding,
  from: Module,
  graph: ModuleGraph,
): { readonly names: ReadonlyMap<string, ExportBinding>; readonly unknown: boolean } {
  const names = new Map<string, ExportBinding>();
  const seen = new Set<Module>([from]);
  const queue: { readonly module: Module; readonly star: StarBinding }[] = [{ module: from, star }];
  let unknown = false;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const target = graph.target(next.module, next.star.specifier);
    if (target === null) unknown = true;
    if (target === null || seen.has(target)) continue;
    seen.add(target);
    for (const [name, [binding]] of target.bindings.exports) {
      if (binding !== undefined && name !== "default" && name !== "export=" && !names.has(name))
        names.set(name, binding);
    }
    for (const inner of target.bindings.stars) queue.push({ module: target, star: inner });
  }
  return { names, unknown };
}

/** What an exported name of a module stands for; null where the module has no such export. */
export function exportedEntity(module: Module, name: string, graph: ModuleGraph): Entity | null {
  return findExport(module, name, { graph, seen: new Set() });
}

interface Search {
  readonly graph: ModuleGraph;
  readonly seen: Set<string>;
}

function findExport(module: Module, name: string, search: Search): Entity | null {
  const visit = `${module.id}#${name}`;
  if (search.seen.has(visit)) return null;
  search.seen.add(visit);
  const bindings = module.bindings.exports.get(name);
  if (bindings?.[0] !== undefined) return typed(followExport(module, bindings[0], search), bindings[0]);
  return name === "default" || name === "export=" ? null : findBehindStars(module, name, search);
}

function findBehindStars(module: Module, name: string, search: Search): Entity | null {
  let opaque: Entity | null = null;
  for (const star of module.bindings.stars) {
    const { specifier } = star;
    const target = search.graph.target(module, specifier);
    const found = target === null ? null : typed(findExport(target, name, search), star);
    if (found !== null && found.kind !== "opaque") return found;
    const identity = search.graph.identity(module, specifier);
    if (target === null) opaque ??= { kind: "opaque", identity, name, reason: unknownNames(specifier) };
    else opaque ??= found;
  }
  return opaque;
}

function typed(entity: Entity | null, link: ExportBinding | ImportBinding | StarBinding): Entity | null {
  return entity !== null && "typeOnly" in link && link.typeOnly ? { ...entity, typeOnly: true } : entity;
}

function followExport(module: Module, binding: ExportBinding, search: Search): Entity | null {
  if (binding.kind === "from") return followImport(module, binding, search);
  if (binding.kind === "local") return findLocal(module, binding.local, search);
  if (binding.kind === "expression") {
    return { kind: "expression", module, name: binding.name, expression: binding.expression };
  }
  return {
    kind: "opaque",
    identity: module.id,
    name: binding.name,
    reason: "CommonJS exports cannot be read from syntax",
  };
}

function findLocal(module: Module, name: string, search: Search): Entity | null {
  const local = localEntity(module, name, null);
  return local === null ? importedEntity(module, name, search) : exportedPart(local);
}

// A type and a value of one name can be exported one without the other: only what says `export` is.
function exportedPart(entity: Entity): Entity {
  if (entity.kind !== "declared") return entity;
  const exported = entity.declarations.filter(saysExport);
  return exported.length === 0 ? entity : { ...entity, declarations: exported };
}

/** How many characters a thing of the project is written in. */
export function writtenLength(entity: Entity | null): number {
  if (entity?.kind === "expression") return entity.expression.end - entity.expression.pos;
  if (entity?.kind !== "declared") return 0;
  return entity.declarations.reduce((sum, node) => sum + node.end - node.pos, 0);
}

/** True where a declaration carries the keyword `export` itself; what a pattern binds carries that of its statement. */
export function saysExport(declaration: ts.Node): boolean {
  const compiler = typescript();
  let statement = declaration;
  while (!compiler.isStatement(statement) && statement.parent !== undefined) statement = statement.parent;
  const modifiers = compiler.canHaveModifiers(statement) ? (statement.modifiers ?? []) : [];
  return modifiers.some(({ kind }) => kind === compiler.SyntaxKind.ExportKeyword);
}

/** A name that a module declares at its top, with the asked meaning (null for any); null where it declares none. */
export function localEntity(module: Module, name: string, meaning: Meaning | null): Entity | null {
  const declarations = module.bindings.declarations.get(name);
  if (declarations === undefined || (meaning !== null && !declaresMeaning(declarations, meaning))) return null;
  return { kind: "declared", module, containers: [], name, declarations };
}

function importedEntity(module: Module, name: string, search: Search): Entity | null {
  const binding = module.bindings.imports.get(name);
  return binding === undefined ? null : typed(followImport(module, binding, search), binding);
}

function followImport(
  module: Module,
  { specifier, imported }: { readonly specifier: string; readonly imported: string },
  search: Search,
): Entity {
  const { graph } = search;
  const identity = graph.identity(module, specifier);
  const target = graph.target(module, specifier);
  if (imported === "*") return { kind: "module", identity, module: target };
  if (target === null) return { kind: "opaque", identity, name: imported, reason: notRead(specifier) };
  const found = findExport(target, imported, search) ?? throughAssignment(target, imported, search);
  return found ?? { kind: "opaque", identity, name: imported, reason: `"${specifier}" exports no ${imported}` };
}

// `import x = require()` gives the whole module where nothing is assigned, a default import what is assigned.
function throughAssignment(target: Module, imported: string, search: Search): Entity | null {
  if (imported === "export=") return { kind: "module", identity: target.id, module: target };
  return imported === "default" ? findExport(target, "export=", search) : null;
}

/** What a name means that a module imports; null where it imports no such name. */
export function entityOfImport(module: Module, name: string, graph: ModuleGraph): Entity | null {
  return importedEntity(module, name, { graph, seen: new Set() });
}

function notRead(specifier: string): string {
  return `"${specifier}" is not one of the project's own files`;
}

function unknownNames(specifier: string): string {
  return `the names that \`export * from "${specifier}"\` brings are not known`;
}
