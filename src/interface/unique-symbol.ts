import type ts from "typescript";
import type { Bindings } from "./bindings.ts";
import { typescript } from "./typescript.ts";

/** True for a constant whose type is a symbol of its own: it says so, or it is made by `Symbol()` or `Symbol.for()`. */
export function isUniqueSymbol(node: ts.Node, { declarations, imports }: Bindings): boolean {
  const compiler = typescript();
  if (!compiler.isVariableDeclaration(node)) return false;
  const { type, initializer } = node;
  const isConst = (compiler.getCombinedNodeFlags(node) & compiler.NodeFlags.BlockScoped) === compiler.NodeFlags.Const;
  if (!isConst) return false;
  if (type !== undefined)
    return compiler.isTypeOperatorNode(type) && type.operator === compiler.SyntaxKind.UniqueKeyword;
  const isShadowed = declarations.has("Symbol") || imports.has("Symbol");
  return !isShadowed && initializer !== undefined && makesSymbol(initializer);
}

function makesSymbol(node: ts.Expression): boolean {
  const compiler = typescript();
  if (!compiler.isCallExpression(node)) return false;
  const { expression } = node;
  const callee =
    compiler.isPropertyAccessExpression(expression) && expression.name.text === "for"
      ? expression.expression
      : expression;
  return compiler.isIdentifier(callee) && callee.text === "Symbol";
}
