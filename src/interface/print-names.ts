import type ts from "typescript";
import { parseSource } from "./parse.ts";
import { typescript } from "./typescript.ts";

/** The names that declarations mention in types, heritage, `typeof`, computed keys, enum values, exports and import aliases. */
export function namesIn(text: string): ReadonlySet<string> {
  const ts = typescript();
  const names = new Set<string>();
  const add = (node: ts.Node): void => {
    const root = rootOf(node);
    if (root !== null) names.add(root.text);
  };
  const stack: ts.Node[] = [parseSource("names.d.ts", text)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (ts.isTypeReferenceNode(node)) add(node.typeName);
    else if (ts.isTypeQueryNode(node)) add(node.exprName);
    else if (ts.isExpressionWithTypeArguments(node) || ts.isComputedPropertyName(node) || ts.isExportAssignment(node))
      add(node.expression);
    else if (ts.isEnumMember(node) && node.initializer !== undefined) addAll(node.initializer, add);
    else if (ts.isImportEqualsDeclaration(node)) add(node.moduleReference);
    ts.forEachChild(node, (child) => void stack.push(child));
  }
  return names;
}

function addAll(expression: ts.Node, add: (node: ts.Node) => void): void {
  add(expression);
  typescript().forEachChild(expression, (child) => addAll(child, add));
}

/** The first identifier of a dotted name; null for import types and computed expressions. */
function rootOf(node: ts.Node): ts.Identifier | null {
  const ts = typescript();
  let rest = node;
  while (ts.isQualifiedName(rest) || ts.isPropertyAccessExpression(rest))
    rest = ts.isQualifiedName(rest) ? rest.left : rest.expression;
  return ts.isIdentifier(rest) ? rest : null;
}
