import type ts from "typescript";
import { typescript } from "./typescript.ts";

/** A part of a declaration whose type is not written: an expression that decides it, or a parameter that its context types. */
export type InferredPart =
  | { readonly kind: "expression"; readonly node: ts.Expression }
  | { readonly kind: "parameter"; readonly node: ts.ParameterDeclaration };

/** What decides the types that a declaration leaves to inference; what others cannot see (private members) is left out. */
export function inferredParts(node: ts.Node): readonly InferredPart[] {
  const ts = typescript();
  if (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) {
    return isTyped(node) ? [] : ofExpression(node.initializer);
  }
  if (ts.isBindingElement(node)) return inferredParts(node.parent.parent);
  if (ts.isParameter(node)) return ofParameter(node);
  if (ts.isFunctionLike(node)) return ofFunction(node);
  if (ts.isClassLike(node)) return ofClass(node);
  if (ts.isExportAssignment(node)) return ts.isIdentifier(node.expression) ? [] : ofExpression(node.expression);
  if (ts.isPropertyAssignment(node)) return ofExpression(node.initializer);
  if (ts.isBinaryExpression(node)) return ofExpression(node.right);
  if (ts.isShorthandPropertyAssignment(node)) return ofExpression(node.name);
  if (ts.isModuleDeclaration(node)) return node.body === undefined ? [] : ofStatements(node.body);
  return [];
}

/** The expressions that decide the type of an expression: for a function what it returns, else itself. */
function ofExpression(expression: ts.Expression | undefined): readonly InferredPart[] {
  const ts = typescript();
  // A literal is its own type; the compiler does not answer for one that is exported directly.
  if (expression === undefined || ts.isLiteralExpression(expression)) return [];
  if (ts.isParenthesizedExpression(expression)) return ofExpression(expression.expression);
  if (ts.isArrowFunction(expression) || ts.isFunctionExpression(expression)) return ofFunction(expression);
  if (ts.isClassExpression(expression)) return ofClass(expression);
  if (ts.isObjectLiteralExpression(expression)) return expression.properties.flatMap(ofMember);
  return [{ kind: "expression", node: expression }];
}

function ofMember(member: ts.ObjectLiteralElementLike): readonly InferredPart[] {
  const ts = typescript();
  return ts.isSpreadAssignment(member) ? [{ kind: "expression", node: member.expression }] : inferredParts(member);
}

/** Written in the code, or in JavaScript in a comment. */
function isTyped(node: ts.VariableDeclaration | ts.PropertyDeclaration | ts.ParameterDeclaration): boolean {
  return node.type !== undefined || typescript().getJSDocType(node) !== undefined;
}

function ofParameter(parameter: ts.ParameterDeclaration): readonly InferredPart[] {
  if (isTyped(parameter)) return [];
  return parameter.initializer === undefined
    ? [{ kind: "parameter", node: parameter }]
    : ofExpression(parameter.initializer);
}

function ofFunction(node: ts.SignatureDeclaration): readonly InferredPart[] {
  const ts = typescript();
  const parameters = node.parameters.flatMap(ofParameter);
  const settled =
    node.type !== undefined ||
    ts.getJSDocReturnType(node) !== undefined ||
    ts.isConstructorDeclaration(node) ||
    ts.isSetAccessor(node);
  if (settled || !("body" in node) || node.body === undefined) return parameters;
  const body = node.body as ts.ConciseBody;
  return [...parameters, ...(ts.isBlock(body) ? returnsOf(body) : ofExpression(body))];
}

/** The expressions that a body returns or yields, nested functions left out. */
function returnsOf(body: ts.Block): readonly InferredPart[] {
  const ts = typescript();
  const found: InferredPart[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isReturnStatement(node) || ts.isYieldExpression(node)) found.push(...ofExpression(node.expression));
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

function ofClass(node: ts.ClassLikeDeclaration): readonly InferredPart[] {
  const bases = (node.heritageClauses ?? []).flatMap(({ types }) => types.map(({ expression }) => expression));
  const computed = bases.filter((base) => !isDottedName(base));
  return [...computed.flatMap(ofExpression), ...node.members.filter(isSeen).flatMap(inferredParts)];
}

function isSeen(member: ts.ClassElement): boolean {
  const ts = typescript();
  if (member.name !== undefined && ts.isPrivateIdentifier(member.name)) return false;
  const modifiers = ts.canHaveModifiers(member) ? (member.modifiers ?? []) : [];
  return !modifiers.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
}

function ofStatements(body: ts.Node): readonly InferredPart[] {
  const ts = typescript();
  if (ts.isModuleDeclaration(body)) return inferredParts(body);
  if (!ts.isModuleBlock(body)) return [];
  return body.statements.flatMap((statement) =>
    ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.flatMap(inferredParts)
      : inferredParts(statement),
  );
}

function isDottedName(expression: ts.Expression): boolean {
  const ts = typescript();
  return ts.isPropertyAccessExpression(expression) ? isDottedName(expression.expression) : ts.isIdentifier(expression);
}
