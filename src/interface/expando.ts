import type ts from "typescript";
import { typescript } from "./typescript.ts";

/** True for a function at the top of a file that is given members by assignment (`f.limit = 3`): its declaration does not show all that it is. */
export function hasAssignedMembers(node: ts.Node): boolean {
  const name = nameOfFunction(node);
  return name !== null && node.getSourceFile().statements.some((statement) => assignsTo(name, statement));
}

// A declaration with a body, or a constant whose type is not written.
function nameOfFunction(node: ts.Node): string | null {
  const compiler = typescript();
  if (compiler.isFunctionDeclaration(node)) {
    const isTop = compiler.isSourceFile(node.parent);
    return isTop && node.body !== undefined ? (node.name?.text ?? null) : null;
  }
  if (!compiler.isVariableDeclaration(node) || node.type !== undefined || node.initializer === undefined) return null;
  const { initializer, name, parent } = node;
  const isFunction = compiler.isArrowFunction(initializer) || compiler.isFunctionExpression(initializer);
  const isTop = compiler.isSourceFile(parent.parent.parent);
  return isFunction && isTop && compiler.isIdentifier(name) ? name.text : null;
}

// What runs inside functions and classes gives members to nothing at the top.
function assignsTo(name: string, node: ts.Node): boolean {
  const compiler = typescript();
  if (compiler.isExpressionStatement(node)) return isTarget(name, node.expression);
  if (compiler.isIfStatement(node)) {
    return (
      assignsTo(name, node.thenStatement) || (node.elseStatement !== undefined && assignsTo(name, node.elseStatement))
    );
  }
  return compiler.isBlock(node) && node.statements.some((statement) => assignsTo(name, statement));
}

function isTarget(name: string, expression: ts.Expression): boolean {
  const compiler = typescript();
  let rest = expression;
  while (compiler.isBinaryExpression(rest) && rest.operatorToken.kind === compiler.SyntaxKind.EqualsToken) {
    const { left } = rest;
    const isMember = compiler.isPropertyAccessExpression(left) || compiler.isElementAccessExpression(left);
    if (isMember && compiler.isIdentifier(left.expression) && left.expression.text === name) return true;
    rest = rest.right;
  }
  return false;
}
