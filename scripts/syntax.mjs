// Cuts out of the TypeScript compiler what reads text and resolves modules: a fourteenth of it, which a commit hook loads in a fraction of the time.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * The text of an ECMAScript module that exports some names of the compiler API, with all that these need of the installed
 * compiler and nothing else. Its nodes have the methods that those of the whole compiler have.
 */
export function syntaxModule(names) {
  const ts = require("typescript");
  const text = readFileSync(require.resolve("typescript"), "utf8");
  const file = ts.createSourceFile("typescript.js", text, ts.ScriptTarget.Latest, true);
  const statements = bodyOf(ts, file);
  const owners = ownersOf(ts, statements);
  const unknown = [...names, ...nodeClasses].filter((name) => !owners.has(name));
  if (unknown.length > 0) throw new Error(`the compiler declares no ${unknown.join(", ")}`);
  const kept = reachable(ts, owners, [...names, ...nodeClasses, "setObjectAllocator"]);
  const messages = new Set(
    [...kept].flatMap((statement) =>
      [...statement.getText().matchAll(/\bDiagnostics\.(\w+)/gu)].map(([, name]) => name),
    ),
  );
  const texts = statements
    .filter((statement) => kept.has(statement))
    .map((statement) =>
      namesOf(ts, statement).includes("Diagnostics") ? onlyMessages(statement, messages) : statement.getText(),
    );
  return [...texts, allocator, `export { ${names.join(", ")} };`].join("\n");
}

/** The classes of nodes that the language service hands to the parser: they have `getText` and its like. */
const nodeClasses = ["NodeObject", "TokenObject", "IdentifierObject", "PrivateIdentifierObject", "SourceFileObject"];

const allocator = `setObjectAllocator({
  getNodeConstructor: () => NodeObject,
  getTokenConstructor: () => TokenObject,
  getIdentifierConstructor: () => IdentifierObject,
  getPrivateIdentifierConstructor: () => PrivateIdentifierObject,
  getSourceFileConstructor: () => SourceFileObject,
});`;

/** The whole compiler is one function that is called at once. */
function bodyOf(ts, file) {
  const call = file.statements.find(
    (statement) => ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression),
  );
  const wrapper = call?.expression.expression;
  const body = wrapper !== undefined && ts.isParenthesizedExpression(wrapper) ? wrapper.expression.body : undefined;
  if (body === undefined) throw new Error("the compiler is not one function any more");
  return [...body.statements];
}

/** Name → the statements that make what it stands for. */
function ownersOf(ts, statements) {
  const owners = new Map();
  for (const statement of statements)
    for (const name of namesOf(ts, statement)) owners.set(name, [...(owners.get(name) ?? []), statement]);
  return owners;
}

/** The names that a statement declares or, as namespaces do (`((A2) => …)(A || (A = {}))`), fills. */
function namesOf(ts, statement) {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return [statement.name.text];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => bound(ts, name));
  const call = ts.isExpressionStatement(statement) ? statement.expression : undefined;
  if (call === undefined || !ts.isCallExpression(call)) return [];
  if (ts.isIdentifier(call.expression)) return call.expression.text === "__export" ? [call.arguments[0].text] : [];
  const filled = call.arguments.at(-1);
  return filled !== undefined && ts.isBinaryExpression(filled) && ts.isIdentifier(filled.left)
    ? [filled.left.text]
    : [];
}

function bound(ts, name) {
  return ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((element) => bound(ts, element.name));
}

/** All statements that the names need, and what these need in turn. */
function reachable(ts, owners, names) {
  const kept = new Set();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    for (const statement of owners.get(name) ?? []) {
      if (kept.has(statement)) continue;
      kept.add(statement);
      queue.push(...mentioned(ts, statement, owners));
    }
  }
  return kept;
}

/** The known names in a statement, those of properties aside; a local name may be taken for a known one, which keeps too much. */
function mentioned(ts, statement, owners) {
  const found = new Set();
  const visit = (node) => {
    if (!ts.isIdentifier(node)) ts.forEachChild(node, visit);
    else if (owners.has(node.text) && !isPropertyName(ts, node)) found.add(node.text);
  };
  visit(statement);
  return found;
}

function isPropertyName(ts, node) {
  const { parent } = node;
  const isNamed =
    ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent);
  return isNamed && parent.name === node;
}

/** The table of messages without those that nothing here says. */
function onlyMessages(statement, messages) {
  const [{ name, initializer }] = statement.declarationList.declarations;
  const properties = initializer.properties.filter((property) => messages.has(property.name.text));
  return `var ${name.text} = {\n${properties.map((property) => property.getText()).join(",\n")}\n};`;
}
