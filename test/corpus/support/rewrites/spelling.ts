import ts from "typescript";
import type { Dice } from "../dice.ts";
import { declaredNames, rewritten } from "../tree.ts";
import type { Rewrite } from "./rewrite.ts";

/** Rewrites that say the same in other signs. */
export const spellingRewrites: readonly Rewrite[] = [
  { name: "T[] as Array<T>", rewrite: longArrays },
  { name: "Array<T> as T[]", rewrite: shortArrays },
  { name: "parentheses", rewrite: parentheses },
  { name: "quoted names", rewrite: quotedNames },
  { name: "literal spelling", rewrite: literals },
];

function longArrays(file: ts.SourceFile): string {
  const own = declaredNames(file);
  if (own.has("Array") || own.has("ReadonlyArray")) return file.text;
  return rewritten(file, (node, text) => {
    if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword && ts.isArrayTypeNode(node.type))
      return `ReadonlyArray<${text(node.type.elementType)}>`;
    return ts.isArrayTypeNode(node) ? `Array<${text(node.elementType)}>` : null;
  });
}

function shortArrays(file: ts.SourceFile): string {
  const own = declaredNames(file);
  if (own.has("Array") || own.has("ReadonlyArray")) return file.text;
  return rewritten(file, (node, text) => {
    if (!ts.isTypeReferenceNode(node) || !ts.isIdentifier(node.typeName)) return null;
    const [element] = node.typeArguments ?? [];
    if (element === undefined) return null;
    if (node.typeName.text === "Array") return `(${text(element)})[]`;
    return node.typeName.text === "ReadonlyArray" ? `(readonly (${text(element)})[])` : null;
  });
}

function parentheses(file: ts.SourceFile, dice: Dice): string {
  const inner = (node: ts.Node, text: (node: ts.Node) => string): string => rewriteChildren(node, text, file);
  return rewritten(file, (node, text) => {
    if (!ts.isTypeNode(node) || !mayStandInParentheses(node) || dice.roll(3) > 0) return null;
    return `(${inner(node, text)})`;
  });
}

function rewriteChildren(node: ts.Node, text: (node: ts.Node) => string, file: ts.SourceFile): string {
  let result = "";
  let position = node.getStart(file);
  ts.forEachChild(node, (child) => {
    const start = child.getStart(file);
    if (start < position) return;
    result += file.text.slice(position, start) + text(child);
    position = child.end;
  });
  return result + file.text.slice(position, node.end);
}

function mayStandInParentheses(node: ts.TypeNode): boolean {
  const { parent } = node;
  if (ts.isTypePredicateNode(node) || ts.isExpressionWithTypeArguments(node) || ts.isNamedTupleMember(node))
    return false;
  if (ts.isTemplateLiteralTypeSpan(node)) return false;
  if (ts.isOptionalTypeNode(node) || ts.isRestTypeNode(node) || ts.isInferTypeNode(node)) return false;
  if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.UniqueKeyword) return false;
  if (ts.isTypeOperatorNode(parent)) return parent.operator === ts.SyntaxKind.KeyOfKeyword;
  if (ts.isImportTypeNode(parent) && parent.argument === node) return false;
  // `(): (A) => {}` reads as a function type.
  if (endsResult(node)) return false;
  if (ts.isAsExpression(parent) || ts.isTypeAssertionExpression(parent)) return false;
  if (ts.isMappedTypeNode(parent) && parent.type !== node) return false;
  return !ts.isTypeParameterDeclaration(parent);
}

/** True for the last type before the arrow of a function. */
function endsResult(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isArrowFunction(parent)) return true;
  return ts.isTypeNode(parent) && parent.end === node.end && endsResult(parent);
}

function quotedNames(file: ts.SourceFile): string {
  return rewritten(file, (node) => {
    if (!ts.isIdentifier(node)) return null;
    const { parent } = node;
    const isMember =
      ts.isPropertySignature(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isAccessor(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isEnumMember(parent);
    if (!isMember || parent.name !== node || node.text === "constructor" || node.text === "__proto__") return null;
    return JSON.stringify(node.text);
  });
}

function literals(file: ts.SourceFile, dice: Dice): string {
  return rewritten(file, (node) => {
    if (ts.isNumericLiteral(node) && /^[1-9]\d*$/u.test(node.getText(file)) && Number.isSafeInteger(Number(node.text)))
      return dice.pick([`0x${Number(node.text).toString(16)}`, `${node.text}.0`, `0b${Number(node.text).toString(2)}`]);
    if (!ts.isStringLiteral(node) || ts.isImportDeclaration(node.parent) || !/^[\w ./-]+$/u.test(node.text))
      return null;
    if (ts.isJsxAttribute(node.parent)) return null;
    return dice.pick([`"${node.text}"`, `'${node.text}'`, `"${node.text.replace(/^[a-z]/u, escaped)}"`]);
  });
}

function escaped(letter: string): string {
  return `\\u{${letter.charCodeAt(0).toString(16)}}`;
}
