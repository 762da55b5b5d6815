import type ts from "typescript";
import { typescript } from "./typescript.ts";

/**
 * True where two nodes are written alike, comments, layout and quotes aside; names, literals and order count. The identifiers on the way
 * that may stand for something are added to `names`. False is no verdict: what is written otherwise may still mean the same.
 */
export function sameSyntax(a: ts.Node, b: ts.Node, names: Set<string>): boolean {
  if (a.kind !== b.kind) return false;
  if (isUnwritten(a) || isUnwritten(b)) return false;
  if (!sameWords(a, b)) return false;
  if (typescript().isIdentifier(a) && !isOnlyName(a)) names.add(a.text);
  const left = childrenOf(a);
  let at = 0;
  const differs = typescript().forEachChild(b, (child) => {
    const other = left[at++];
    return other === undefined || !sameSyntax(other, child, names);
  });
  return differs !== true && at === left.length;
}

/** What a node may say beside its children: texts of names and literals, words that are no nodes. */
interface Words {
  readonly text?: unknown;
  readonly operator?: unknown;
  readonly token?: unknown;
  readonly isTypeOf?: unknown;
  readonly isTypeOnly?: unknown;
}

function sameWords(a: ts.Node & Words, b: ts.Node & Words): boolean {
  return (
    a.text === b.text &&
    a.operator === b.operator &&
    a.token === b.token &&
    a.isTypeOf === b.isTypeOf &&
    a.isTypeOnly === b.isTypeOnly
  );
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

// The type of a parameter with a default, and of what has none, is more than what is written.
function isUnwritten(node: ts.Node): boolean {
  const compiler = typescript();
  if (compiler.isParameter(node)) return node.initializer !== undefined || node.type === undefined;
  if (compiler.isPropertySignature(node)) return node.type === undefined;
  return compiler.isFunctionLike(node) && node.type === undefined;
}

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  typescript().forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}
