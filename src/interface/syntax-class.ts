import type ts from "typescript";
import { type Bindings, hasModifier } from "./bindings.ts";
import type { SourceSyntax } from "./source-facts.ts";
import { typescript } from "./typescript.ts";

/** What a file is by its statements alone: a barrel, types only (`.d.ts` always), or code. */
export function syntaxOf(file: ts.SourceFile, bindings: Bindings): SourceSyntax {
  const compiler = typescript();
  const statements = file.statements.filter((statement) => !isInert(statement));
  if (isBarrel(statements, bindings)) return "barrel";
  if (file.isDeclarationFile) return "types";
  const exists = (statement: ts.Statement): boolean =>
    compiler.isImportEqualsDeclaration(statement)
      ? !statement.isTypeOnly && hasModifier(statement, compiler.SyntaxKind.ExportKeyword)
      : existsAtRunTime(statement, bindings);
  return statements.some(exists) ? "code" : "types";
}

// A directive ("use client") and a stray semicolon say nothing about what a file is.
function isInert(statement: ts.Statement): boolean {
  const compiler = typescript();
  if (compiler.isEmptyStatement(statement)) return true;
  return compiler.isExpressionStatement(statement) && compiler.isStringLiteral(statement.expression);
}

function isBarrel(statements: readonly ts.Statement[], bindings: Bindings): boolean {
  const compiler = typescript();
  const exported = new Set<string>();
  for (const list of bindings.exports.values()) {
    for (const entry of list) if (entry.kind === "local") exported.add(entry.local);
  }
  let reexports = 0;
  for (const statement of statements) {
    if (compiler.isImportDeclaration(statement)) {
      if (!importedNames(statement).every((name) => exported.has(name))) return false;
    } else if (compiler.isImportEqualsDeclaration(statement)) {
      if (!bindings.imports.has(statement.name.text) || !exported.has(statement.name.text)) return false;
      if (hasModifier(statement, compiler.SyntaxKind.ExportKeyword)) reexports++;
    } else {
      const count = reexportsOf(statement, bindings);
      if (count === null) return false;
      reexports += count;
    }
  }
  return reexports > 0;
}

// How many re-exports a statement makes; null where it is anything but a re-export.
function reexportsOf(statement: ts.Statement, bindings: Bindings): number | null {
  const compiler = typescript();
  if (compiler.isExportDeclaration(statement)) {
    const clause = statement.exportClause;
    if (clause === undefined || compiler.isNamespaceExport(clause)) return 1;
    const names = clause.elements.map((element) => (element.propertyName ?? element.name).text);
    if (statement.moduleSpecifier !== undefined || names.every((name) => bindings.imports.has(name)))
      return names.length;
    return null;
  }
  if (!compiler.isExportAssignment(statement) || !compiler.isIdentifier(statement.expression)) return null;
  return bindings.imports.has(statement.expression.text) ? 1 : null;
}

function importedNames(statement: ts.ImportDeclaration): readonly string[] {
  const compiler = typescript();
  const clause = statement.importClause;
  if (clause === undefined) return [];
  const names = clause.name === undefined ? [] : [clause.name.text];
  const bound = clause.namedBindings;
  if (bound === undefined) return names;
  if (compiler.isNamespaceImport(bound)) return [...names, bound.name.text];
  return [...names, ...bound.elements.map((element) => element.name.text)];
}

// Const enums and side-effect imports leave something behind in the emitted JavaScript, other imports do not.
function existsAtRunTime(statement: ts.Statement, bindings: Bindings): boolean {
  const compiler = typescript();
  if (isInert(statement)) return false;
  if (compiler.isInterfaceDeclaration(statement) || compiler.isTypeAliasDeclaration(statement)) return false;
  if (compiler.isImportDeclaration(statement)) return importedNames(statement).length === 0 && !isTypeImport(statement);
  if (compiler.isImportEqualsDeclaration(statement) || compiler.isNamespaceExportDeclaration(statement)) return false;
  if (hasModifier(statement, compiler.SyntaxKind.DeclareKeyword)) return false;
  if (compiler.isModuleDeclaration(statement)) return namespaceExists(statement, bindings);
  if (compiler.isExportDeclaration(statement)) return exportExists(statement, bindings);
  if (compiler.isExportAssignment(statement) && compiler.isIdentifier(statement.expression)) {
    return valueMayStandBehind(statement.expression.text, bindings);
  }
  return true;
}

function isTypeImport(statement: ts.ImportDeclaration): boolean {
  return statement.importClause?.phaseModifier === typescript().SyntaxKind.TypeKeyword;
}

function namespaceExists(statement: ts.ModuleDeclaration, bindings: Bindings): boolean {
  const compiler = typescript();
  let body = statement.body;
  while (body !== undefined && compiler.isModuleDeclaration(body)) body = body.body;
  if (body === undefined || !compiler.isModuleBlock(body)) return false;
  return body.statements.some((inner) => existsAtRunTime(inner, bindings));
}

function exportExists(statement: ts.ExportDeclaration, bindings: Bindings): boolean {
  const compiler = typescript();
  if (statement.isTypeOnly) return false;
  const clause = statement.exportClause;
  if (clause === undefined || compiler.isNamespaceExport(clause)) return true;
  const values = clause.elements.filter((element) => !element.isTypeOnly);
  if (statement.moduleSpecifier !== undefined) return values.length > 0;
  return values.some((element) => valueMayStandBehind((element.propertyName ?? element.name).text, bindings));
}

// By syntax alone: an imported name may be a value unless it is imported as a type.
function valueMayStandBehind(name: string, bindings: Bindings): boolean {
  const declarations = bindings.declarations.get(name);
  if (declarations === undefined) return bindings.imports.get(name)?.typeOnly !== true;
  return declarations.some((declaration) => declarationExists(declaration, bindings));
}

/** True where a declaration of a name makes a value that exists at run time. */
export function declarationExists(declaration: ts.Node, bindings: Bindings): boolean {
  const compiler = typescript();
  if (compiler.isInterfaceDeclaration(declaration) || compiler.isTypeAliasDeclaration(declaration)) return false;
  if (compiler.isModuleDeclaration(declaration)) return namespaceExists(declaration, bindings);
  return true;
}
