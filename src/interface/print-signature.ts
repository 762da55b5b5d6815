import type ts from "typescript";
import type { Splice } from "../edit.ts";
import { hasModifier } from "./bindings.ts";
import { typeTextOfValue } from "./print-literal.ts";
import { cut, textOf } from "./print-text.ts";
import { isFilledByPattern } from "./signature-form.ts";
import { typescript } from "./typescript.ts";

/** Functions, methods, accessors and constructors as statements and members write them. */
export type Callable =
  | ts.FunctionDeclaration
  | ts.MethodDeclaration
  | ts.AccessorDeclaration
  | ts.ConstructorDeclaration;

/** The cuts that leave of a function what others may use; null where a type has to be inferred. The text ends in `;`. */
export function callableCuts(node: Callable): readonly Splice[] | null {
  const ts = typescript();
  const parameters = parametersCuts(node.parameters);
  const result = ts.isConstructorDeclaration(node) || ts.isSetAccessor(node) ? "" : resultText(node);
  if (parameters === null || result === null) return null;
  const close = node.getChildren().find(({ kind }) => kind === ts.SyntaxKind.CloseParenToken);
  const end = node.type?.end ?? close?.end ?? node.end;
  const star = "asteriskToken" in node && node.asteriskToken !== undefined ? node.asteriskToken : null;
  return [
    ...parameters,
    ...(star === null ? [] : [cut(star.getStart(), star.end)]),
    cut(end, node.end, `${node.type === undefined ? result : ""};`),
  ];
}

/** Text of a function expression as a type, `(a: string) => void`; null where a type has to be inferred. */
export function functionTypeText(node: ts.ArrowFunction | ts.FunctionExpression): string | null {
  const cuts = parametersCuts(node.parameters);
  if (cuts === null || node.type === undefined) return null;
  const typeParameters = node.typeParameters?.map((parameter) => textOf(parameter)).join(", ");
  const parameters = node.parameters.map((parameter) => textOf(parameter, within(cuts, parameter)));
  const head = typeParameters === undefined ? "" : `<${typeParameters}>`;
  return `${head}(${parameters.join(", ")}) => ${textOf(node.type)}`;
}

function within(cuts: readonly Splice[], node: ts.Node): readonly Splice[] {
  return cuts.filter(({ range }) => range.start >= node.getStart() && range.end <= node.end);
}

/** Type of a result that is not written, with its colon: a body that returns nothing gives `void`. */
function resultText(node: ts.FunctionDeclaration | ts.MethodDeclaration | ts.GetAccessorDeclaration): string | null {
  const ts = typescript();
  if (node.type !== undefined) return "";
  // An overload or ambient function without a type gives `any`, whoever reads it.
  if (node.body === undefined) return ": any";
  const generator = "asteriskToken" in node && node.asteriskToken !== undefined;
  if (generator || ts.isGetAccessor(node) || returnsValue(node.body)) return null;
  return hasModifier(node, ts.SyntaxKind.AsyncKeyword) ? ": Promise<void>" : ": void";
}

function returnsValue(body: ts.Block): boolean {
  const ts = typescript();
  const stack: ts.Node[] = [...body.statements];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (ts.isReturnStatement(node) && node.expression !== undefined) return true;
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) continue;
    ts.forEachChild(node, (child) => void stack.push(child));
  }
  return false;
}

function parametersCuts(parameters: readonly ts.ParameterDeclaration[]): readonly Splice[] | null {
  const cuts: Splice[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const optional = parameters.slice(index + 1).every(canLack);
    const own = parameterCuts(parameter, optional);
    if (own === null) return null;
    cuts.push(...own);
  }
  return cuts;
}

function canLack(parameter: ts.ParameterDeclaration): boolean {
  return (parameter.questionToken ?? parameter.dotDotDotToken ?? parameter.initializer) !== undefined;
}

/** One cut over all of a parameter after its modifiers: `a: T = 1` becomes `a?: T`, or `a: T | undefined` before a required one. */
function parameterCuts(parameter: ts.ParameterDeclaration, optional: boolean): readonly Splice[] | null {
  const ts = typescript();
  const { name, initializer, questionToken, dotDotDotToken } = parameter;
  const type = parameterTypeText(parameter);
  if (type === null) return null;
  const start = parameter.getStart();
  if (ts.isIdentifier(name) && parameter.type !== undefined && initializer === undefined) {
    return ts.isParameterPropertyDeclaration(parameter, parameter.parent)
      ? [cut(start, name.getStart())]
      : dropDecorators(parameter);
  }
  const label = `${dotDotDotToken === undefined ? "" : "..."}${ts.isIdentifier(name) ? name.text : patternName(parameter)}`;
  const lacks = questionToken !== undefined || (initializer !== undefined && optional);
  const padded = initializer !== undefined && !optional ? `${grouped(type)} | undefined` : type;
  return [cut(start, parameter.end, `${label}${lacks ? "?" : ""}: ${padded}`)];
}

function dropDecorators(parameter: ts.ParameterDeclaration): readonly Splice[] {
  const { name, dotDotDotToken } = parameter;
  const start = parameter.getStart();
  const kept = (dotDotDotToken ?? name).getStart();
  return kept > start ? [cut(start, kept)] : [];
}

/** Type of a parameter, written or read from its default; `any` where it has neither. */
export function parameterTypeText(parameter: ts.ParameterDeclaration): string | null {
  const { type, initializer, name, dotDotDotToken } = parameter;
  if (type !== undefined) return textOf(type);
  if (initializer !== undefined) return isFilledByPattern(parameter) ? null : typeTextOfValue(initializer, true);
  if (typescript().isSetAccessor(parameter.parent)) return setterTypeText(parameter.parent);
  if (!typescript().isIdentifier(name)) return null;
  return dotDotDotToken === undefined ? "any" : "any[]";
}

/** A setter takes what its getter gives, unless it says something else. */
function setterTypeText(setter: ts.SetAccessorDeclaration): string | null {
  const ts = typescript();
  const members: readonly ts.Node[] = ts.isClassLike(setter.parent) ? setter.parent.members : [];
  const getter = members.find(
    (member): member is ts.GetAccessorDeclaration =>
      ts.isGetAccessor(member) && member.name.getText() === setter.name.getText(),
  );
  if (getter === undefined) return "any";
  return getter.type === undefined ? null : textOf(getter.type);
}

function grouped(type: string): string {
  return /^[\w$.<>[\], |"']+$/u.test(type) ? type : `(${type})`;
}

/** A pattern says nothing about the type, and its names are nobody's business. */
function patternName(parameter: ts.ParameterDeclaration): string {
  const ts = typescript();
  const names = new Set(parameter.parent.parameters.map(({ name }) => (ts.isIdentifier(name) ? name.text : "")));
  const before = parameter.parent.parameters.filter(
    ({ name, pos }) => !ts.isIdentifier(name) && pos < parameter.pos,
  ).length;
  const name = before === 0 ? "options" : `options${before + 1}`;
  return names.has(name) ? `${name}_` : name;
}
