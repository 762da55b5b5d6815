import type ts from "typescript";
import { typescript } from "./typescript.ts";

/**
 * The words of a declaration without what does not change its meaning: comments, layout, quotes, parentheses, separators, `export` and
 * `declare`; `T[]` is written `Array<T>`, and alternatives stand in one order.
 */
export function plainWords(node: ts.Node): string {
  const compiler = typescript();
  if (compiler.isParenthesizedTypeNode(node)) return plainWords(node.type);
  if (compiler.isStringLiteralLike(node)) return JSON.stringify(node.text);
  if (compiler.isArrayTypeNode(node)) return `Array < ${plainWords(node.elementType)} >`;
  if (isReadonlyArray(node)) return `Readonly${plainWords(node.type)}`;
  if (compiler.isUnionTypeNode(node)) return `(${[...new Set(node.types.map(plainWords))].sort().join("|")})`;
  const words = inOrder(node);
  return isOpenEnded(node) ? `(${words})` : words;
}

function isReadonlyArray(node: ts.Node): node is ts.TypeOperatorNode & { readonly type: ts.ArrayTypeNode } {
  const compiler = typescript();
  if (!compiler.isTypeOperatorNode(node) || node.operator !== compiler.SyntaxKind.ReadonlyKeyword) return false;
  return compiler.isArrayTypeNode(node.type);
}

// What parentheses around it would keep apart from what stands beside it.
function isOpenEnded(node: ts.Node): boolean {
  const compiler = typescript();
  return (
    compiler.isIntersectionTypeNode(node) ||
    compiler.isFunctionTypeNode(node) ||
    compiler.isConstructorTypeNode(node) ||
    compiler.isConditionalTypeNode(node) ||
    compiler.isTypeOperatorNode(node) ||
    compiler.isInferTypeNode(node)
  );
}

function inOrder(node: ts.Node): string {
  const { forEachChild, SyntaxKind } = typescript();
  const file = node.getSourceFile();
  const parts: string[] = [];
  let position = node.getStart(file);
  let isLeaf = true;
  forEachChild(node, (child) => {
    isLeaf = false;
    const start = child.getStart(file);
    parts.push(between(file.text.slice(position, start)));
    if (child.kind !== SyntaxKind.ExportKeyword && child.kind !== SyntaxKind.DeclareKeyword)
      parts.push(plainWords(child));
    position = child.end;
  });
  if (isLeaf) return file.text.slice(position, node.end).replace(/[;,]$/u, "");
  parts.push(between(file.text.slice(position, node.end)).replace(/[;,]$/u, ""));
  return parts.filter((part) => part !== "").join(" ");
}

// Between the parts of a node stand comments and marks; texts are parts themselves.
function between(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu, "")
    .replace(/\s+/gu, "")
    .replace(/[;,](?=[)\]}>])/gu, "");
}
