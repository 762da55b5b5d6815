import type ts from "typescript";
import {
  type Bindings,
  bindStatements,
  declaresMeaning,
  exportsImplicitly,
  hasModifier,
  type Meaning,
} from "./bindings.ts";
import { type Container, type Entity, entityOfImport, exportedEntity, localEntity } from "./export-table.ts";
import { isLibraryName } from "./global-names.ts";
import { entityId } from "./identity.ts";
import type { Module, ModuleGraph } from "./module-graph.ts";
import type { Scope } from "./scope.ts";
import { typescript } from "./typescript.ts";

/** The two sides, and who hears of names that lead nowhere. */
export interface NameContext {
  readonly graph: ModuleGraph;
  /** The blocks of the document, as one module. */
  readonly design: Module;
  readonly source: Module;
  /** Hears of a name of the design that only leads to something that the source keeps to itself. */
  fileLocal(name: ts.Identifier): void;
}

/** What an identifier stands for, type parameters left out. */
export function entityOfName(
  node: ts.Identifier,
  use: { readonly meaning: Meaning; readonly scope: Scope },
  context: NameContext,
): Entity {
  const { meaning, scope } = use;
  const name = node.text;
  for (let index = scope.containers.length - 1; index >= 0; index--) {
    const found = inContainer(scope.module, scope.containers.slice(0, index + 1), { name, meaning });
    if (found !== null) return found;
  }
  const local =
    localEntity(scope.module, name, meaning) ?? withMeaning(entityOfImport(scope.module, name, context.graph), meaning);
  if (local !== null) return local;
  if (scope.module !== context.design) return { kind: "global", name };
  return throughSource(node, meaning, context);
}

// What the block does not say itself: the exports and imports of the source, then globals.
function throughSource(node: ts.Identifier, meaning: Meaning, context: NameContext): Entity {
  const name = node.text;
  const { source, graph } = context;
  const exported = withMeaning(exportedEntity(source, name, graph), meaning);
  if (exported !== null && exported.kind !== "opaque") return exported;
  const imported = withMeaning(entityOfImport(source, name, graph), meaning) ?? exported;
  if (imported !== null) return imported;
  const local = localEntity(source, name, meaning);
  if (local === null) return byImportedName(name, meaning, context) ?? { kind: "global", name };
  if (!isExported(source, name)) context.fileLocal(node);
  return local;
}

// What the source imports under another name the design may call by its own, unless a library has that name too.
function byImportedName(name: string, meaning: Meaning, { source, graph }: NameContext): Entity | null {
  if (isLibraryName(name)) return null;
  const renamed = [...source.bindings.imports.values()].filter(({ imported }) => imported === name);
  const found = renamed.map(({ local }) => withMeaning(entityOfImport(source, local, graph), meaning));
  const [first] = found;
  if (first === undefined || first === null) return null;
  return found.every((entity) => entity !== null && entityId(entity) === entityId(first)) ? first : null;
}

// A name that is only a value there does not hide a type of the same name.
function withMeaning(entity: Entity | null, meaning: Meaning): Entity | null {
  return entity?.kind === "declared" && !declaresMeaning(entity.declarations, meaning) ? null : entity;
}

function isExported(module: Module, local: string): boolean {
  for (const list of module.bindings.exports.values()) {
    if (list.some((entry) => entry.kind === "local" && entry.local === local)) return true;
  }
  return false;
}

function inContainer(
  module: Module,
  containers: readonly Container[],
  { name, meaning }: { readonly name: string; readonly meaning: Meaning },
): Entity | null {
  const declarations = containers.at(-1)?.bindings.declarations.get(name);
  if (declarations === undefined || !declaresMeaning(declarations, meaning)) return null;
  return { kind: "declared", module, containers, name, declarations };
}

/** What a dotted name stands for. */
export function entityOfDotted(
  node: ts.EntityName,
  use: { readonly meaning: Meaning; readonly scope: Scope },
  context: NameContext,
): Entity {
  if (typescript().isIdentifier(node)) return entityOfName(node, use, context);
  const left = entityOfDotted(node.left, { ...use, meaning: leftMeaning(use.meaning) }, context);
  return memberOf(left, { name: node.right.text, node: node.right }, { use, context });
}

// Left of a dot in a value stands any value, in a type only what holds types.
function leftMeaning(meaning: Meaning): Meaning {
  return meaning === "value" ? "value" : "namespace";
}

/** What a name or a chain of property accesses stands for; null for any other expression. */
export function entityOfExpression(
  node: ts.Expression,
  use: { readonly meaning: Meaning; readonly scope: Scope },
  context: NameContext,
): Entity | null {
  const compiler = typescript();
  if (compiler.isIdentifier(node)) return entityOfName(node, use, context);
  if (!compiler.isPropertyAccessExpression(node)) return null;
  const left = entityOfExpression(node.expression, { ...use, meaning: leftMeaning(use.meaning) }, context);
  return left === null ? null : memberOf(left, { name: node.name.text, node: node.name }, { use, context });
}

interface MemberUse {
  readonly use: { readonly meaning: Meaning; readonly scope: Scope };
  readonly context: NameContext;
}

/** What `left.name` stands for. */
export function memberOf(
  left: Entity,
  member: { readonly name: string; readonly node: ts.Node },
  { use, context }: MemberUse,
): Entity {
  const { name } = member;
  if (left.kind === "module") {
    const found = left.module === null ? null : exportedEntity(left.module, name, context.graph);
    return (
      found ?? {
        kind: "opaque",
        identity: left.identity,
        name,
        reason: `"${left.identity}" is not one of the project's own files`,
      }
    );
  }
  if (left.kind === "opaque")
    return { ...left, name: left.name === "*" || left.name === "export=" ? name : `${left.name}.${name}` };
  if (left.kind === "global")
    return { kind: "global", name: left.name === "globalThis" ? name : `${left.name}.${name}` };
  if (left.kind !== "declared") return { kind: "enum-member", of: left, name };
  const alias = aliasTarget(left, context);
  if (alias !== null) return memberOf(alias, member, { use, context });
  const container = containerOf(left, context);
  const found =
    container === null
      ? null
      : inContainer(left.module, [...left.containers, container], { name, meaning: use.meaning });
  return found ?? { kind: "enum-member", of: left, name };
}

/** What `import A = N.B` stands for; null for any other declaration. */
export function aliasTarget(entity: Entity & { kind: "declared" }, context: NameContext): Entity | null {
  const compiler = typescript();
  const alias = entity.declarations.find(compiler.isImportEqualsDeclaration);
  if (alias === undefined || compiler.isExternalModuleReference(alias.moduleReference)) return null;
  const scope: Scope = {
    module: entity.module,
    containers: entity.containers,
    bound: null,
    level: 0,
    depth: 0,
    expanding: null,
  };
  const { moduleReference } = alias;
  const found = (meaning: Meaning): Entity => entityOfDotted(moduleReference, { meaning, scope }, context);
  // An alias stands for all that the name means.
  const meanings = (["namespace", "type", "value"] as const).map(found);
  return meanings.find(({ kind }) => kind === "declared") ?? meanings[0] ?? null;
}

/** The inside of a namespace, all its declarations together; null where the name is no namespace. */
export function containerOf(entity: Entity & { kind: "declared" }, context: NameContext): Container | null {
  const compiler = typescript();
  const blocks = entity.declarations.filter(compiler.isModuleDeclaration);
  if (blocks.length === 0) return null;
  return { name: entity.name, bindings: bindBlocks(blocks, entity.module === context.design) };
}

/** The names inside `namespace` blocks. In the design a namespace without any `export` exports everything, as an ambient one does. */
export function bindBlocks(blocks: readonly ts.ModuleDeclaration[], isDesign: boolean): Bindings {
  const compiler = typescript();
  const statements = blocks.flatMap(statementsOf);
  const ambient = isDesign
    ? !statements.some((statement) => hasModifier(statement, compiler.SyntaxKind.ExportKeyword))
    : blocks.some(isAmbient);
  return bindStatements(statements, ambient && exportsImplicitly(statements));
}

// `namespace A.B {}` is a namespace whose only statement is the inner one, exported.
function statementsOf(block: ts.ModuleDeclaration): readonly ts.Statement[] {
  const compiler = typescript();
  const { body } = block;
  if (body === undefined) return [];
  if (compiler.isModuleBlock(body)) return body.statements;
  return compiler.isModuleDeclaration(body) ? [body] : [];
}

function isAmbient(node: ts.Node): boolean {
  const compiler = typescript();
  for (let current: ts.Node | undefined = node; current !== undefined; current = current.parent) {
    if (hasModifier(current, compiler.SyntaxKind.DeclareKeyword)) return true;
    if (compiler.isSourceFile(current)) return current.isDeclarationFile;
  }
  return false;
}
