import type ts from "typescript";
import { hasModifier } from "./bindings.ts";
import { plainWords } from "./plain-words.ts";
import { typescript } from "./typescript.ts";

/** A member of an interface, an object type, a class or an enum. */
export type Member = ts.TypeElement | ts.ClassElement | ts.EnumMember;

/** A member that stands twice, and its second place. */
export interface MemberTwice {
  readonly name: string;
  readonly node: ts.Node;
}

/** The members that are declared twice in different words and are no overloads, and no getter with its setter. */
export function membersDeclaredTwice(members: readonly Member[], owner: string): readonly MemberTwice[] {
  const seen = new Map<string, ts.Node[]>();
  const found: MemberTwice[] = [];
  for (const { key, name, node } of members.flatMap(namedMembers)) {
    const earlier = seen.get(key) ?? [];
    if (earlier.some((other) => isContradiction(other, node))) found.push({ name: `${owner}.${name}`, node });
    // A member in the same words contradicts the same.
    if (!earlier.some((other) => other.kind === node.kind && !mayDiffer(other, node)))
      seen.set(key, [...earlier, node]);
  }
  return found;
}

interface Named {
  /** Static members and others do not meet. */
  readonly key: string;
  readonly name: string;
  readonly node: ts.Node;
}

function namedMembers(member: Member): readonly Named[] {
  const compiler = typescript();
  if (compiler.isConstructorDeclaration(member)) {
    // An overload has no parameter properties.
    return member.parameters.filter((node) => compiler.isParameterPropertyDeclaration(node, member)).flatMap(named);
  }
  if (compiler.isIndexSignatureDeclaration(member)) {
    const name = `[${member.parameters[0]?.type?.getText() ?? ""}]`;
    return [{ key: `${isStatic(member)} ${name}`, name, node: member }];
  }
  return named(member);
}

function named(node: Member | ts.ParameterDeclaration): readonly Named[] {
  const compiler = typescript();
  if (node.name === undefined) return [];
  const isText = compiler.isIdentifier(node.name) || compiler.isStringLiteral(node.name);
  const name = isText ? node.name.text : node.name.getText();
  return [{ key: `${isStatic(node)} ${isText ? `"${name}"` : name}`, name, node }];
}

function isStatic(node: ts.Node): boolean {
  return hasModifier(node, typescript().SyntaxKind.StaticKeyword);
}

function isContradiction(a: ts.Node, b: ts.Node): boolean {
  const compiler = typescript();
  if (isMethod(a) && isMethod(b)) return hasBody(a) && hasBody(b) && plainWords(a) !== plainWords(b);
  if (compiler.isGetAccessor(a) && compiler.isSetAccessor(b)) return false;
  if (compiler.isSetAccessor(a) && compiler.isGetAccessor(b)) return false;
  return plainWords(a) !== plainWords(b);
}

function isMethod(node: ts.Node): boolean {
  const compiler = typescript();
  return compiler.isMethodDeclaration(node) || compiler.isMethodSignature(node);
}

function mayDiffer(a: ts.Node, b: ts.Node): boolean {
  // Overloads contradict the same, whatever their words.
  if (isMethod(a) && !hasBody(a) && !hasBody(b)) return false;
  return hasBody(a) !== hasBody(b) || plainWords(a) !== plainWords(b);
}

function hasBody(node: ts.Node): boolean {
  return typescript().isMethodDeclaration(node) && node.body !== undefined;
}
