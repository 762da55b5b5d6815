import type ts from "typescript";
import { typescript } from "../interface/typescript.ts";
import { callee, readCallee, type TestCallee, type TestNames } from "./test-callee.ts";

const frameworks = new Set(["vitest", "@jest/globals", "node:test", "test", "mocha", "bun:test", "@playwright/test"]);

const known: readonly (readonly [string, TestCallee])[] = [
  ...["it", "test", "specify"].flatMap((name): [string, TestCallee][] => [
    [name, callee("case")],
    [`x${name}`, callee("case", { state: "skip" })],
    [`f${name}`, callee("case", { only: true })],
  ]),
  ...["describe", "suite", "context"].flatMap((name): [string, TestCallee][] => [
    [name, callee("suite")],
    [`x${name}`, callee("suite", { state: "skip" })],
    [`f${name}`, callee("suite", { only: true })],
  ]),
];

/** The names that make tests in a file: the global ones, renamed imports, and constants derived from either. */
export function testNamesOf(file: ts.SourceFile): TestNames {
  const ts = typescript();
  const names = new Map(known);
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) addImport(statement, names);
    if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations) addVariable(declaration, names);
    }
  }
  return names;
}

/** True where `.only` has an effect by itself: node:test and bun want a flag for it. */
export function honoursOnly(file: ts.SourceFile): boolean {
  return !/["'](?:node:test|bun:test)["']/u.test(file.text);
}

function addImport(statement: ts.ImportDeclaration, names: Map<string, TestCallee>): void {
  const ts = typescript();
  const { importClause: clause, moduleSpecifier } = statement;
  if (clause === undefined || !ts.isStringLiteral(moduleSpecifier) || !frameworks.has(moduleSpecifier.text)) return;
  if (clause.name) names.set(clause.name.text, callee("case"));
  const bindings = clause.namedBindings;
  if (bindings === undefined) return;
  if (ts.isNamespaceImport(bindings)) names.set(bindings.name.text, callee("namespace"));
  else for (const element of bindings.elements) addAlias(element.propertyName?.text, element.name.text, names);
}

function addAlias(original: string | undefined, local: string, names: Map<string, TestCallee>): void {
  const meaning = original === undefined ? undefined : new Map(known).get(original);
  if (meaning !== undefined) names.set(local, meaning);
}

function addVariable(declaration: ts.VariableDeclaration, names: Map<string, TestCallee>): void {
  const ts = typescript();
  const { name, initializer } = declaration;
  if (initializer === undefined) return;
  const required = ts.isCallExpression(initializer) && isFramework(initializer);
  if (ts.isObjectBindingPattern(name)) {
    if (!required) return;
    for (const { propertyName, name: local } of name.elements) {
      if (ts.isIdentifier(local)) addAlias(propertyName?.getText(), local.text, names);
    }
    return;
  }
  if (!ts.isIdentifier(name)) return;
  const derived = required ? callee("case") : readCallee(initializer, names);
  if (derived !== null) names.set(name.text, derived);
}

function isFramework(call: ts.CallExpression): boolean {
  const ts = typescript();
  const [specifier] = call.arguments;
  const required = ts.isIdentifier(call.expression) && call.expression.text === "require";
  return required && specifier !== undefined && ts.isStringLiteral(specifier) && frameworks.has(specifier.text);
}
