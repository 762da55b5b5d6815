import type ts from "typescript";
import { hasModifier } from "./bindings.ts";
import { literalForm } from "./literal-form.ts";
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
  const parameters = parameterParts(node.parameters);
  if (node.type === undefined || parameters === null) return null;
  return [word, ...listed(node.typeParameters), ...parameters, node.type];
}

// A default makes a parameter optional where all that follow can be left out; a private property of the class is nobody else's.
function parameterParts(parameters: readonly ts.ParameterDeclaration[]): WrittenParts | null {
  const compiler = typescript();
  const parts: (string | ts.Node)[] = [String(parameters.length)];
  const isOmissible = ({ initializer, questionToken, dotDotDotToken }: ts.ParameterDeclaration): boolean =>
    (initializer ?? questionToken ?? dotDotDotToken) !== undefined;
  for (const [index, parameter] of parameters.entries()) {
    const { name, type, initializer, questionToken, dotDotDotToken } = parameter;
    if (type === undefined || !compiler.isIdentifier(name) || isPublicProperty(parameter)) return null;
    if (initializer !== undefined && !parameters.slice(index).every(isOmissible)) return null;
    const isOptional = (initializer ?? questionToken) !== undefined;
    parts.push(`${dotDotDotToken === undefined ? "" : "..."}${name.text}${isOptional ? "?" : ""}`, type);
  }
  return parts;
}

function isPublicProperty(parameter: ts.ParameterDeclaration): boolean {
  const compiler = typescript();
  const isProperty = compiler.isParameterPropertyDeclaration(parameter, parameter.parent);
  return isProperty && !hasModifier(parameter, compiler.SyntaxKind.PrivateKeyword);
}

function variableParts(node: ts.VariableDeclaration): WrittenParts | null {
  const compiler = typescript();
  const { type, name, parent, initializer } = node;
  if (!compiler.isIdentifier(name) || !compiler.isVariableDeclarationList(parent)) return null;
  const scope = parent.flags & compiler.NodeFlags.BlockScoped;
  const isConst = scope === compiler.NodeFlags.Const;
  const written = type ?? (isConst ? initializer : undefined);
  const literal = written === undefined ? null : literalWord(written);
  if (literal !== null) return [`variable ${scope}`, literal];
  return type === undefined ? null : [`variable ${scope}`, type];
}

// `const a = 1` and `const a: 1` say the same.
function literalWord(node: ts.TypeNode | ts.Expression): string | null {
  const compiler = typescript();
  const value = compiler.isLiteralTypeNode(node) ? node.literal : compiler.isTypeNode(node) ? null : node;
  const form = value === null ? null : literalForm(value, false);
  return form?.tag === "literal" ? form.text : null;
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
    const parameters = parameterParts(member.parameters);
    return parameters === null ? null : [`constructor ${words}`, ...parameters];
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
  const parameters = compiler.isSetAccessor(member) ? parameterParts(member.parameters) : null;
  return parameters === null || member.name === undefined ? null : [`set ${words}`, member.name, ...parameters];
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
