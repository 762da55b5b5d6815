import type ts from "typescript";
import { isAugmentation } from "./ambient.ts";
import { typescript } from "./typescript.ts";

/** A name that an import brings into a scope. `imported` is the name over there, `*` for the whole module, `export=` for `import x = require()`. */
export interface ImportBinding {
  readonly local: string;
  readonly specifier: string;
  readonly imported: string;
  readonly typeOnly: boolean;
  readonly node: ts.Node;
}

/** How a scope exports a name: something of its own scope, something of another module, an expression, or CommonJS assignments. */
export type ExportBinding =
  | {
      readonly kind: "local";
      readonly name: string;
      readonly local: string;
      readonly typeOnly: boolean;
      readonly node: ts.Node;
    }
  | {
      readonly kind: "from";
      readonly name: string;
      readonly specifier: string;
      readonly imported: string;
      readonly typeOnly: boolean;
      readonly node: ts.Node;
    }
  | { readonly kind: "expression"; readonly name: string; readonly expression: ts.Expression; readonly node: ts.Node }
  | { readonly kind: "commonjs"; readonly name: string; readonly node: ts.Node }
  /** A type of a comment in JavaScript, which others can import; nobody owes it. */
  | { readonly kind: "comment"; readonly name: string; readonly node: ts.Node };

/** `export * from "specifier"`. */
export interface StarBinding {
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly node: ts.ExportDeclaration;
}

/** The names of one scope, a file or a namespace body: what it declares, imports and exports. Merged declarations share a name. */
export interface Bindings {
  readonly declarations: ReadonlyMap<string, readonly ts.Node[]>;
  readonly imports: ReadonlyMap<string, ImportBinding>;
  readonly exports: ReadonlyMap<string, readonly ExportBinding[]>;
  readonly stars: readonly StarBinding[];
  /** `declare global` and `declare module "x"`. */
  readonly augmentations: readonly ts.ModuleDeclaration[];
}

interface Collector {
  readonly declarations: Map<string, ts.Node[]>;
  readonly imports: Map<string, ImportBinding>;
  readonly exports: Map<string, ExportBinding[]>;
  readonly stars: StarBinding[];
  readonly augmentations: ts.ModuleDeclaration[];
}

/** Reads the names of a file. */
export function bindFile(file: ts.SourceFile): Bindings {
  return bindStatements(file.statements, file.isDeclarationFile && exportsImplicitly(file.statements));
}

/** True where ambient statements export every declaration because none of them is an export list or assignment. */
export function exportsImplicitly(statements: readonly ts.Statement[]): boolean {
  const compiler = typescript();
  return !statements.some(
    (statement) => compiler.isExportDeclaration(statement) || compiler.isExportAssignment(statement),
  );
}

/** Reads the names of a list of statements. `everything` exports each declaration, whether it says so or not. */
export function bindStatements(statements: readonly ts.Statement[], everything: boolean): Bindings {
  const into: Collector = {
    declarations: new Map(),
    imports: new Map(),
    exports: new Map(),
    stars: [],
    augmentations: [],
  };
  for (const statement of statements) bindStatement(statement, everything, into);
  return into;
}

function bindStatement(statement: ts.Statement, everything: boolean, into: Collector): void {
  const compiler = typescript();
  if (compiler.isImportDeclaration(statement)) bindImport(statement, into);
  else if (compiler.isImportEqualsDeclaration(statement)) bindImportEquals(statement, everything, into);
  else if (compiler.isExportDeclaration(statement)) bindExport(statement, into);
  else if (compiler.isExportAssignment(statement)) bindAssignment(statement, into);
  else if (compiler.isVariableStatement(statement)) {
    const exported = everything || hasModifier(statement, compiler.SyntaxKind.ExportKeyword);
    for (const declaration of statement.declarationList.declarations) bindVariable(declaration, exported, into);
  } else bindDeclaration(statement, everything, into);
}

function bindDeclaration(statement: ts.Statement, everything: boolean, into: Collector): void {
  const compiler = typescript();
  if (compiler.isModuleDeclaration(statement) && isAugmentation(statement)) {
    into.augmentations.push(statement);
    return;
  }
  if (!isNamed(statement)) return;
  const isDefault = hasModifier(statement, compiler.SyntaxKind.DefaultKeyword);
  const local = statement.name?.text ?? "default";
  append(into.declarations, local, statement);
  // The inner half of `namespace A.B {}` has no modifier of its own.
  const exported = everything || hasModifier(statement, compiler.SyntaxKind.ExportKeyword);
  if (!exported && !compiler.isModuleDeclaration(statement.parent)) return;
  const node = statement.name ?? statement;
  const name = isDefault ? "default" : local;
  if (!into.exports.has(name)) append(into.exports, name, { kind: "local", name, local, typeOnly: false, node });
}

type NamedStatement = ts.Statement & { readonly name?: ts.Identifier };

function isNamed(statement: ts.Statement): statement is NamedStatement {
  const compiler = typescript();
  return (
    compiler.isFunctionDeclaration(statement) ||
    compiler.isClassDeclaration(statement) ||
    compiler.isInterfaceDeclaration(statement) ||
    compiler.isTypeAliasDeclaration(statement) ||
    compiler.isEnumDeclaration(statement) ||
    compiler.isModuleDeclaration(statement)
  );
}

function bindVariable(declaration: ts.VariableDeclaration, exported: boolean, into: Collector): void {
  const compiler = typescript();
  const queue: (ts.VariableDeclaration | ts.BindingElement)[] = [declaration];
  for (let current = queue.pop(); current !== undefined; current = queue.pop()) {
    if (!compiler.isIdentifier(current.name)) {
      const elements: readonly ts.ArrayBindingElement[] = current.name.elements;
      for (const element of [...elements].reverse()) if (compiler.isBindingElement(element)) queue.push(element);
      continue;
    }
    const name = current.name.text;
    append(into.declarations, name, current);
    if (exported) append(into.exports, name, { kind: "local", name, local: name, typeOnly: false, node: current.name });
  }
}

function bindImport(statement: ts.ImportDeclaration, into: Collector): void {
  const compiler = typescript();
  const clause = statement.importClause;
  if (clause === undefined || !compiler.isStringLiteral(statement.moduleSpecifier)) return;
  const specifier = statement.moduleSpecifier.text;
  const typeOnly = clause.phaseModifier === compiler.SyntaxKind.TypeKeyword;
  const add = (node: ts.Identifier, imported: string, onlyType: boolean): void => {
    into.imports.set(node.text, { local: node.text, specifier, imported, typeOnly: onlyType, node });
  };
  if (clause.name !== undefined) add(clause.name, "default", typeOnly);
  const bindings = clause.namedBindings;
  if (bindings === undefined) return;
  if (compiler.isNamespaceImport(bindings)) {
    add(bindings.name, "*", typeOnly);
    return;
  }
  for (const element of bindings.elements) {
    add(element.name, (element.propertyName ?? element.name).text, typeOnly || element.isTypeOnly);
  }
}

function bindImportEquals(statement: ts.ImportEqualsDeclaration, everything: boolean, into: Collector): void {
  const compiler = typescript();
  const local = statement.name.text;
  const reference = statement.moduleReference;
  const typeOnly = statement.isTypeOnly;
  const external = compiler.isExternalModuleReference(reference) ? reference.expression : undefined;
  if (external !== undefined && compiler.isStringLiteral(external)) {
    into.imports.set(local, { local, specifier: external.text, imported: "export=", typeOnly, node: statement.name });
  } else append(into.declarations, local, statement);
  if (!everything && !hasModifier(statement, compiler.SyntaxKind.ExportKeyword)) return;
  append(into.exports, local, { kind: "local", name: local, local, typeOnly, node: statement.name });
}

function bindExport(statement: ts.ExportDeclaration, into: Collector): void {
  const compiler = typescript();
  const from = statement.moduleSpecifier;
  const specifier = from !== undefined && compiler.isStringLiteral(from) ? from.text : null;
  const clause = statement.exportClause;
  if (clause === undefined) {
    if (specifier !== null) into.stars.push({ specifier, typeOnly: statement.isTypeOnly, node: statement });
    return;
  }
  if (compiler.isNamespaceExport(clause)) {
    if (specifier === null) return;
    const name = clause.name.text;
    const binding = { kind: "from", name, specifier, imported: "*", typeOnly: statement.isTypeOnly, node: clause.name };
    append(into.exports, name, binding as ExportBinding);
    return;
  }
  for (const element of clause.elements) {
    const name = element.name.text;
    const inner = (element.propertyName ?? element.name).text;
    const common = { name, typeOnly: statement.isTypeOnly || element.isTypeOnly, node: element.name };
    if (specifier === null) append(into.exports, name, { kind: "local", local: inner, ...common });
    else append(into.exports, name, { kind: "from", specifier, imported: inner, ...common });
  }
}

function bindAssignment(statement: ts.ExportAssignment, into: Collector): void {
  const compiler = typescript();
  const name = statement.isExportEquals === true ? "export=" : "default";
  const expression = compiler.skipPartiallyEmittedExpressions(statement.expression) as ts.Expression;
  if (into.exports.has(name)) return;
  if (compiler.isIdentifier(expression)) {
    append(into.exports, name, { kind: "local", name, local: expression.text, typeOnly: false, node: expression });
  } else append(into.exports, name, { kind: "expression", name, expression, node: expression });
}

/** True where a declaration carries a modifier of this kind. */
export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  const compiler = typescript();
  if (!compiler.canHaveModifiers(node)) return false;
  return (node.modifiers ?? []).some((modifier) => modifier.kind === kind);
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** In what a name can be used: as a type, as a value, or left of a dot. */
export type Meaning = "type" | "value" | "namespace";

/** True where one of the declarations gives their name this meaning. */
export function declaresMeaning(declarations: readonly ts.Node[], meaning: Meaning): boolean {
  const compiler = typescript();
  return declarations.some((node) => {
    if (compiler.isImportEqualsDeclaration(node)) return true;
    if (compiler.isEnumDeclaration(node)) return true;
    if (compiler.isModuleDeclaration(node)) return meaning !== "type";
    if (compiler.isClassDeclaration(node)) return meaning !== "namespace";
    if (compiler.isInterfaceDeclaration(node) || compiler.isTypeAliasDeclaration(node)) return meaning === "type";
    return meaning === "value";
  });
}
