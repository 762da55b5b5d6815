import type ts from "typescript";
import { typescript } from "../interface/typescript.ts";
import type { TestNames } from "./test-callee.ts";

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

/**
 * True for a statement that probably makes tests in another file: a call of a helper whose name says so (`testRule(…)`,
 * `ruleTester.run(…)`), or an import for its effects of a file that is named like tests.
 */
export function makesTestsElsewhere(node: ts.Node, names: TestNames): boolean {
  const ts = typescript();
  if (ts.isImportDeclaration(node)) {
    const { importClause, moduleSpecifier: specifier } = node;
    return (
      importClause === undefined &&
      ts.isStringLiteral(specifier) &&
      specifier.text.startsWith(".") &&
      tells(specifier.text)
    );
  }
  if (!ts.isExpressionStatement(node)) return false;
  const expression = ts.isAwaitExpression(node.expression) ? node.expression.expression : node.expression;
  return ts.isCallExpression(expression) && chain(expression.expression, names).some(tells);
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
