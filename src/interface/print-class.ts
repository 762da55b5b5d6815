import type ts from "typescript";
import type { Splice } from "../edit.ts";
import { hasModifier } from "./bindings.ts";
import { typeTextOfValue } from "./print-literal.ts";
import { callableCuts, functionTypeText, parameterTypeText } from "./print-signature.ts";
import { cut, textOf } from "./print-text.ts";
import { typescript } from "./typescript.ts";

/** The cuts that leave of a class what others may use; null where a type has to be inferred. */
export function classCuts(node: ts.ClassLikeDeclaration): readonly Splice[] | null {
  const ts = typescript();
  const bases = (node.heritageClauses ?? []).flatMap(({ types }) => types.map(({ expression }) => expression));
  if (!bases.every((base) => isDottedName(base) || base.kind === ts.SyntaxKind.NullKeyword)) return null;
  const cuts: Splice[] = [];
  for (const member of node.members) {
    const own = memberCuts(member, node);
    if (own === null) return null;
    cuts.push(...own);
  }
  return cuts;
}

function isDottedName(expression: ts.Expression): boolean {
  const ts = typescript();
  return ts.isPropertyAccessExpression(expression) ? isDottedName(expression.expression) : ts.isIdentifier(expression);
}

function memberCuts(member: ts.ClassElement, owner: ts.ClassLikeDeclaration): readonly Splice[] | null {
  const ts = typescript();
  if (ts.isConstructorDeclaration(member)) return constructorCuts(member, owner);
  const whole = [cut(member.getStart(), member.end)];
  if (isPrivate(member) || ts.isClassStaticBlockDeclaration(member) || ts.isSemicolonClassElement(member)) return whole;
  if (ts.isPropertyDeclaration(member)) return propertyCuts(member);
  if (ts.isMethodDeclaration(member) || ts.isAccessor(member)) {
    if (isHiddenImplementation(member, owner)) return whole;
    const cuts = callableCuts(member);
    return cuts && [...modifierCuts(member), ...cuts];
  }
  return modifierCuts(member);
}

/** True for a private member, by keyword or by `#`. */
function isPrivate(node: ts.ClassElement | ts.ParameterDeclaration): boolean {
  const ts = typescript();
  if (node.name !== undefined && ts.isPrivateIdentifier(node.name)) return true;
  return hasModifier(node, ts.SyntaxKind.PrivateKeyword);
}

function isHiddenImplementation(member: ts.ClassElement, owner: ts.ClassLikeDeclaration): boolean {
  const ts = typescript();
  const name = member.name?.getText();
  if (!("body" in member) || member.body === undefined || ts.isAccessor(member)) return false;
  return owner.members.some(
    (other) =>
      other.kind === member.kind && other.name?.getText() === name && !("body" in other && other.body !== undefined),
  );
}

/** Decorators and the words that change nothing for others go. */
function modifierCuts(member: ts.ClassElement): readonly Splice[] {
  const ts = typescript();
  const { SyntaxKind } = ts;
  const idle = new Set([
    SyntaxKind.Decorator,
    SyntaxKind.PublicKeyword,
    SyntaxKind.OverrideKeyword,
    SyntaxKind.AsyncKeyword,
    SyntaxKind.DeclareKeyword,
  ]);
  const modifiers: readonly ts.ModifierLike[] = ts.canHaveModifiers(member) ? [...(member.modifiers ?? [])] : [];
  const all = ts.canHaveDecorators(member)
    ? [...new Set([...(ts.getDecorators(member) ?? []), ...modifiers])]
    : modifiers;
  const text = member.getSourceFile().text;
  return all
    .filter(({ kind }) => idle.has(kind))
    .map((modifier) => cut(modifier.getStart(), nextStart(text, modifier.end)));
}

function nextStart(text: string, offset: number): number {
  let next = offset;
  while (/\s/u.test(text.charAt(next))) next++;
  return next;
}

function propertyCuts(member: ts.PropertyDeclaration): readonly Splice[] | null {
  const { exclamationToken, type } = member;
  const inferred = type === undefined ? propertyTypeText(member) : "";
  if (inferred === null) return null;
  const mark = exclamationToken === undefined ? [] : [cut(exclamationToken.getStart(), exclamationToken.end)];
  const from = type?.end ?? (member.questionToken ?? member.name).end;
  return [...modifierCuts(member), ...mark, cut(from, member.end, `${inferred === "" ? "" : `: ${inferred}`};`)];
}

function propertyTypeText(member: ts.PropertyDeclaration): string | null {
  const ts = typescript();
  const { initializer } = member;
  if (initializer === undefined) return member.getSourceFile().isDeclarationFile ? "any" : null;
  if (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) return functionTypeText(initializer);
  return typeTextOfValue(initializer, !hasModifier(member, ts.SyntaxKind.ReadonlyKeyword));
}

/** A constructor without its body; what it declares by its parameters comes before it, as properties. */
function constructorCuts(node: ts.ConstructorDeclaration, owner: ts.ClassLikeDeclaration): readonly Splice[] | null {
  const ts = typescript();
  const keyword = node.getChildren().find(({ kind }) => kind === ts.SyntaxKind.ConstructorKeyword);
  const start = node.getStart();
  const properties = parameterProperties(node);
  if (properties === null || keyword === undefined) return null;
  const lines = properties.map((property) => `${property};\n${indentOf(node)}`).join("");
  if (isHiddenImplementation(node, owner)) return [cut(start, node.end, lines.trimEnd())];
  if (isPrivate(node)) return [cut(start, node.end, `${lines}private constructor();`)];
  const cuts = callableCuts(node);
  const visibility = hasModifier(node, ts.SyntaxKind.ProtectedKeyword) ? "protected " : "";
  return cuts && [cut(start, keyword.end, `${lines}${visibility}constructor`), ...cuts];
}

function indentOf(node: ts.Node): string {
  const text = node.getSourceFile().text;
  const start = text.lastIndexOf("\n", node.getStart()) + 1;
  return /^[ \t]*/u.exec(text.slice(start))?.[0] ?? "";
}

function parameterProperties(node: ts.ConstructorDeclaration): readonly string[] | null {
  const ts = typescript();
  const texts: string[] = [];
  for (const parameter of node.parameters) {
    if (!ts.isParameterPropertyDeclaration(parameter, node) || isPrivate(parameter)) continue;
    const type = parameterTypeText(parameter);
    if (type === null) return null;
    const words = (parameter.modifiers ?? []).filter(
      ({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword || kind === ts.SyntaxKind.ProtectedKeyword,
    );
    const head = words.map((word) => `${word.getText()} `).join("");
    texts.push(`${head}${textOf(parameter.name)}${parameter.questionToken === undefined ? "" : "?"}: ${type}`);
  }
  return texts;
}
