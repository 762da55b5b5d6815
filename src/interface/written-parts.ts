import type ts from "typescript";
import { hasModifier } from "./bindings.ts";
import { typescript } from "./typescript.ts";

/** What a declaration says to others, in order: words, and nodes to be compared. Bodies, initial values and private members are no part of it. */
export type WrittenParts = readonly (string | ts.Node)[];

/** The parts of a declaration whose whole interface is written down; null where some of it has to be inferred, evaluated or looked for. */
export function writtenParts(node: ts.Node): WrittenParts | null {
  const compiler = typescript();
  if (compiler.isFunctionDeclaration(node)) return signatureParts("function", node);
  if (compiler.isInterfaceDeclaration(node))
    return ["interface", ...listed(node.typeParameters), ...listed(node.heritageClauses), ...node.members];
  if (compiler.isTypeAliasDeclaration(node)) return ["type", ...listed(node.typeParameters), node.type];
  if (compiler.isVariableDeclaration(node)) return variableParts(node);
  return compiler.isClassDeclaration(node) ? classParts(node) : null;
}

// A count before each list, so that what ends one list cannot begin the next.
function listed(nodes: readonly ts.Node[] | undefined): WrittenParts {
  return [String(nodes?.length ?? 0), ...(nodes ?? [])];
}

function signatureParts(word: string, node: ts.SignatureDeclaration): WrittenParts | null {
  if (node.type === undefined) return null;
  return [word, ...listed(node.typeParameters), ...listed(node.parameters), node.type];
}

function variableParts(node: ts.VariableDeclaration): WrittenParts | null {
  const compiler = typescript();
  const { type, name, parent } = node;
  if (type === undefined || !compiler.isIdentifier(name) || !compiler.isVariableDeclarationList(parent)) return null;
  return [`variable ${parent.flags & compiler.NodeFlags.BlockScoped}`, type];
}

function classParts(node: ts.ClassDeclaration): WrittenParts | null {
  const compiler = typescript();
  const parts: (string | ts.Node)[] = [`class ${isAbstract(node)}`, ...listed(node.typeParameters)];
  const bases = (node.heritageClauses ?? []).filter(({ token }) => token === compiler.SyntaxKind.ExtendsKeyword);
  parts.push(...listed(bases));
  const members = withoutImplementations(node.members);
  for (const member of members) {
    const written = memberParts(member);
    if (written === null) return null;
    parts.push(...written);
  }
  return parts;
}

function isAbstract(node: ts.Node): boolean {
  return hasModifier(node, typescript().SyntaxKind.AbstractKeyword);
}

function isHash({ name }: ts.ClassElement): boolean {
  return name !== undefined && typescript().isPrivateIdentifier(name);
}

function isHidden(member: ts.ClassElement): boolean {
  const compiler = typescript();
  const isPrivate = isHash(member) || hasModifier(member, compiler.SyntaxKind.PrivateKeyword);
  return isPrivate && !compiler.isConstructorDeclaration(member);
}

// Of overloads the one with the body is seen by nobody.
function withoutImplementations(members: readonly ts.ClassElement[]): readonly ts.ClassElement[] {
  const compiler = typescript();
  const nameOf = (member: ts.ClassElement): string =>
    `${hasModifier(member, compiler.SyntaxKind.StaticKeyword)} ${member.name?.getText() ?? compiler.SyntaxKind[member.kind]}`;
  const isSignature = (member: ts.ClassElement): boolean =>
    (compiler.isMethodDeclaration(member) || compiler.isConstructorDeclaration(member)) && member.body === undefined;
  const overloaded = new Set(members.filter(isSignature).map(nameOf));
  return members.filter(
    (member) =>
      !isHidden(member) &&
      !compiler.isClassStaticBlockDeclaration(member) &&
      !compiler.isSemicolonClassElement(member) &&
      (isSignature(member) || !isWithBody(member) || !overloaded.has(nameOf(member))),
  );
}

function isWithBody(member: ts.ClassElement): boolean {
  const compiler = typescript();
  return compiler.isMethodDeclaration(member) || compiler.isConstructorDeclaration(member);
}

function memberParts(member: ts.ClassElement): WrittenParts | null {
  const compiler = typescript();
  const words = memberWords(member);
  if (compiler.isConstructorDeclaration(member)) {
    const isPlain = !member.parameters.some((parameter) => compiler.isParameterPropertyDeclaration(parameter, member));
    return isPlain ? [`constructor ${words}`, ...listed(member.parameters)] : null;
  }
  if (compiler.isMethodDeclaration(member)) {
    const parts = signatureParts(`method ${words}`, member);
    return parts === null ? null : [...parts, member.name];
  }
  if (compiler.isPropertyDeclaration(member))
    return member.type === undefined ? null : [`property ${words}`, member.name, member.type];
  if (compiler.isGetAccessor(member))
    return member.type === undefined ? null : [`get ${words}`, member.name, member.type];
  if (compiler.isIndexSignatureDeclaration(member)) return [`index ${words}`, member];
  return compiler.isSetAccessor(member) ? [`set ${words}`, member.name, ...listed(member.parameters)] : null;
}

// What only the class itself cares for is left out: `public`, `override`, `declare`, `async`, `!`, decorators.
function memberWords(member: ts.ClassElement): string {
  const { SyntaxKind } = typescript();
  const words = [
    SyntaxKind.StaticKeyword,
    SyntaxKind.ReadonlyKeyword,
    SyntaxKind.AbstractKeyword,
    SyntaxKind.ProtectedKeyword,
    SyntaxKind.PrivateKeyword,
    SyntaxKind.AccessorKeyword,
  ].filter((kind) => hasModifier(member, kind));
  const isOptional = "questionToken" in member && member.questionToken !== undefined;
  return `${words.join(" ")}${isOptional ? "?" : ""}`;
}
