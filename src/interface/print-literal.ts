import type ts from "typescript";
import { textOf } from "./print-text.ts";
import { typescript } from "./typescript.ts";

/** The type of an initialiser as text, where its syntax says all of it: literals and assertions. `widen` as for a `let`. */
export function typeTextOfValue(node: ts.Expression, widen: boolean): string | null {
  const ts = typescript();
  if (ts.isParenthesizedExpression(node)) return typeTextOfValue(node.expression, widen);
  if (ts.isAssertionExpression(node)) return ts.isConstTypeReference(node.type) ? null : textOf(node.type);
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
    return widen ? "boolean" : node.getText();
  }
  if (ts.isStringLiteralLike(node)) return widen ? "string" : JSON.stringify(node.text);
  const number = ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken ? node.operand : node;
  if (ts.isNumericLiteral(number)) return widen ? "number" : node.getText();
  if (ts.isBigIntLiteral(number)) return widen ? "bigint" : node.getText();
  return widen && ts.isTemplateExpression(node) ? "string" : null;
}
