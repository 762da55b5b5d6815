import type ts from "typescript";
import { typescript } from "./typescript.ts";

/** What two nodes say beside their children: texts of names and literals, words that are no nodes. */
const ownParts = ["text", "operator", "token", "isTypeOf", "isTypeOnly"] as const;

/**
 * True where two nodes are written alike, comments, layout and quotes aside; names, literals and order count. The identifiers on the way
 * that may stand for something are added to `names`. False is no verdict: what is written otherwise may still mean the same.
 */
export function sameSyntax(a: ts.Node, b: ts.Node, names: Set<string>): boolean {
  if (a.kind !== b.kind) return false;
  if (isUnwritten(a) || isUnwritten(b)) return false;
  for (const part of ownParts) if (partOf(a, part) !== partOf(b, part)) return false;
  if (typescript().isIdentifier(a) && !isOnlyName(a)) names.add(a.text);
  const [left, right] = [childrenOf(a), childrenOf(b)];
  return left.length === right.length && left.every((child, index) => sameChild(child, right[index], names));
}

// The name of a member or parameter leads nowhere.
function isOnlyName(node: ts.Identifier): boolean {
  const compiler = typescript();
  const { parent } = node;
  if (compiler.isQualifiedName(parent)) return parent.right === node;
  if (compiler.isPropertyAccessExpression(parent)) return parent.name === node;
  const isMember = compiler.isTypeElement(parent) || compiler.isClassElement(parent);
  const isNamed = isMember || compiler.isParameter(parent) || compiler.isNamedTupleMember(parent);
  return isNamed && parent.name === node;
}

function sameChild(a: ts.Node, b: ts.Node | undefined, names: Set<string>): boolean {
  return b !== undefined && sameSyntax(a, b, names);
}

// The type of a parameter with a default, and of what has none, is more than what is written.
function isUnwritten(node: ts.Node): boolean {
  const compiler = typescript();
  if (compiler.isParameter(node)) return node.initializer !== undefined || node.type === undefined;
  if (compiler.isPropertySignature(node)) return node.type === undefined;
  return compiler.isFunctionLike(node) && node.type === undefined;
}

function partOf(node: ts.Node, part: (typeof ownParts)[number]): unknown {
  return part in node ? (node as unknown as Readonly<Record<string, unknown>>)[part] : undefined;
}

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  typescript().forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}
