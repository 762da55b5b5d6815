import type ts from "typescript";
import { typescript } from "../interface/typescript.ts";

/** Names of a file's constants → the expressions that they stand for. */
export type Constants = ReadonlyMap<string, ts.Expression>;

const maxDepth = 200;
const longestConstant = 1000;
const none: Constants = new Map();

/** The constants of a file's top level, by name. */
export function constantsOf(file: ts.SourceFile): Constants {
  const { isVariableStatement, isIdentifier, NodeFlags } = typescript();
  const constants = new Map<string, ts.Expression>();
  for (const statement of file.statements) {
    if (!isVariableStatement(statement) || !(statement.declarationList.flags & NodeFlags.Const)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (isIdentifier(name) && initializer !== undefined) constants.set(name.text, initializer);
    }
  }
  return constants;
}

/**
 * The text of a title as far as syntax tells it: literals, templates, concatenation, constants of the file and
 * `name.name`. What only a run knows stays as `${source text}`, so that the words around it can still be matched.
 */
export function titleText(title: ts.Expression, constants: Constants, depth = 0): string {
  const ts = typescript();
  const next = (part: ts.Expression): string => titleText(part, constants, depth + 1);
  if (depth > maxDepth) return unknown(title);
  if (ts.isStringLiteralLike(title) || ts.isNumericLiteral(title)) return title.text;
  if (ts.isTemplateExpression(title)) {
    return title.head.text + title.templateSpans.map((span) => next(span.expression) + span.literal.text).join("");
  }
  if (ts.isBinaryExpression(title)) {
    return title.operatorToken.kind === ts.SyntaxKind.PlusToken ? next(title.left) + next(title.right) : unknown(title);
  }
  if (isWrapper(title)) return next(title.expression);
  if (ts.isIdentifier(title)) {
    const value = constants.get(title.text);
    return value !== undefined && isText(value) ? constantText(value) : unknown(title);
  }
  return unknown(title);
}

/** Constants are followed one step and not far: constants that name each other would grow without end. */
function constantText(value: ts.Expression): string {
  return titleText(value, none).slice(0, longestConstant);
}

/** True for the expressions that are surely text: literals, templates and their concatenation. */
export function isText(expression: ts.Expression): boolean {
  const ts = typescript();
  let rest = expression;
  while (ts.isBinaryExpression(rest)) rest = rest.left;
  if (isWrapper(rest)) return isText(rest.expression);
  return ts.isStringLiteralLike(rest) || ts.isTemplateExpression(rest);
}

function isWrapper(node: ts.Expression): node is ts.ParenthesizedExpression | ts.AsExpression | ts.SatisfiesExpression {
  const ts = typescript();
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node);
}

function unknown(expression: ts.Expression): string {
  return `\${${expression.getText()}}`;
}
