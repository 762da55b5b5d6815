import type ts from "typescript";
import { typescript } from "../interface/typescript.ts";
import type { TestNames } from "./test-callee.ts";
import { isText } from "./title-text.ts";

const telling = new Set(
  (
    "test tests tester testing suite suites spec specs case cases contract contracts law laws should behave behaves " +
    "conformance conforms scenario scenarios check checks verify verifies"
  ).split(" "),
);

const ordinary = new Set([
  "expect",
  "assert",
  "vi",
  "vitest",
  "jest",
  "mock",
  "sinon",
  "chai",
  "process",
  "console",
  "t",
]);

const setUp =
  /^(?:set|init|install|prepare|configure|register|reset|clear|clean|mock|stub|spy|fake|freeze|use|load|start|stop|seed|enable|disable|polyfill|extend|add|before|after)/u;

/** What tells helpers from other names of a file: those that make tests, and those that other files of the project export. */
export interface KnownNames {
  readonly names: TestNames;
  readonly imported: ReadonlySet<string>;
}

/** The names that a file imports from files of its own project, by relative path. */
export function importedHelpers(file: ts.SourceFile): ReadonlySet<string> {
  const ts = typescript();
  const imported = new Set<string>();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !isRelative(statement.moduleSpecifier)) continue;
    const clause = statement.importClause;
    if (clause === undefined || clause.isTypeOnly) continue;
    if (clause.name) imported.add(clause.name.text);
    const bindings = clause.namedBindings;
    if (bindings === undefined) continue;
    if (ts.isNamespaceImport(bindings)) imported.add(bindings.name.text);
    else for (const { name } of bindings.elements) imported.add(name.text);
  }
  return imported;
}

/**
 * True for a statement that probably makes tests in another file: a call of a helper that the project exports (set-up
 * excepted) or whose name says so (`testRule(…)`, `ruleTester.run(…)`), or an import for its effects of a file of tests.
 */
export function makesTestsElsewhere(node: ts.Node, known: KnownNames): boolean {
  const ts = typescript();
  if (ts.isImportDeclaration(node)) {
    const { importClause, moduleSpecifier: specifier } = node;
    return importClause === undefined && isRelative(specifier) && tells(specifier.text);
  }
  if (!ts.isExpressionStatement(node)) return false;
  const expression = ts.isAwaitExpression(node.expression) ? node.expression.expression : node.expression;
  if (!ts.isCallExpression(expression)) return false;
  return callsImported(expression, known) || chain(expression.expression, known.names).some(tells);
}

function isRelative(specifier: ts.Expression): specifier is ts.StringLiteral {
  return typescript().isStringLiteral(specifier) && specifier.text.startsWith(".");
}

/** An imported `suite("x")` is a helper where it cannot be a suite or test of this file. */
function callsImported(call: ts.CallExpression, { names, imported }: KnownNames): boolean {
  const ts = typescript();
  let root = call.expression;
  while (ts.isPropertyAccessExpression(root) || ts.isCallExpression(root)) root = root.expression;
  if (!ts.isIdentifier(root) || !imported.has(root.text) || ordinary.has(root.text)) return false;
  const last = ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : root.text;
  const own = names.get(root.text);
  if (own === undefined) return !setUp.test(root.text) && !setUp.test(last);
  const [first] = call.arguments;
  if (root !== call.expression || call.arguments.some((argument) => ts.isFunctionLike(argument))) return false;
  return own.role === "suite" || (own.role === "case" && first !== undefined && !isText(first));
}

/** The names of a callee from its root (`new RuleTester().run` → RuleTester, run); none where the root is an everyday one or makes tests here. */
function chain(callee: ts.Expression, known: TestNames): readonly string[] {
  const ts = typescript();
  const names: string[] = [];
  let rest = callee;
  for (;;) {
    if (ts.isPropertyAccessExpression(rest)) names.unshift(rest.name.text);
    if (ts.isIdentifier(rest)) return ordinary.has(rest.text) || known.has(rest.text) ? [] : [rest.text, ...names];
    if (!ts.isPropertyAccessExpression(rest) && !ts.isCallExpression(rest) && !ts.isNewExpression(rest)) return names;
    rest = rest.expression;
  }
}

function tells(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/gu, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/u);
  return words.some((word) => telling.has(word));
}
