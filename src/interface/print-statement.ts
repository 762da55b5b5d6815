import type ts from "typescript";
import type { Splice } from "../edit.ts";
import { hasModifier } from "./bindings.ts";
import { classCuts } from "./print-class.ts";
import { typeTextOfValue } from "./print-literal.ts";
import { namespaceText, type StatementStyle } from "./print-namespace.ts";
import { callableCuts, functionTypeText } from "./print-signature.ts";
import { cut, textBetween, textOf } from "./print-text.ts";
import { typescript } from "./typescript.ts";

/** Text of one declaration statement (variables have their own function) as a declaration; null where a type has to be inferred. */
export function statementText(node: ts.Statement, style: StatementStyle): string | null {
  const ts = typescript();
  if (ts.isInterfaceDeclaration(node)) return prefixOf(node, style, false) + bare(node);
  if (ts.isTypeAliasDeclaration(node)) return closed(prefixOf(node, style, false) + bare(node));
  if (ts.isImportEqualsDeclaration(node)) return closed(prefixOf(node, style, false) + bare(node));
  if (ts.isEnumDeclaration(node))
    return prefixOf(node, style, true) + textBetween(node, afterModifiers(node), node.end, computedValues(node));
  if (ts.isFunctionDeclaration(node)) {
    const cuts = callableCuts(node);
    return cuts && prefixOf(node, style, true) + textBetween(node, afterModifiers(node), node.end, cuts);
  }
  if (ts.isClassDeclaration(node)) {
    const cuts = classCuts(node);
    return cuts && prefixOf(node, style, true) + textBetween(node, afterModifiers(node), node.end, cuts);
  }
  if (!ts.isModuleDeclaration(node)) return textOf(node);
  const body = namespaceText(node, { statement: statementText, variable: variableText });
  return body && prefixOf(node, style, true) + body;
}

/** Text of one variable as a statement of its own; null where its type has to be inferred. */
export function variableText(node: ts.VariableDeclaration, style: StatementStyle): string | null {
  const ts = typescript();
  const { flags } = node.parent;
  const keyword = flags & ts.NodeFlags.Const ? "const" : flags & ts.NodeFlags.Let ? "let" : "var";
  const type = ts.isIdentifier(node.name) ? variableTypeText(node, keyword === "const") : null;
  const words = [style.exported ? "export" : "", style.declared ? "declare" : "", keyword].filter(
    (word) => word !== "",
  );
  return type === null ? null : `${words.join(" ")} ${node.name.getText()}: ${type};`;
}

function variableTypeText({ type, initializer }: ts.VariableDeclaration, isConst: boolean): string | null {
  const ts = typescript();
  if (type !== undefined) return textOf(type);
  if (initializer === undefined) return null;
  if (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) return functionTypeText(initializer);
  return typeTextOfValue(initializer, !isConst);
}

// What is computed at run time a declaration cannot say, and leaves out.
function computedValues({ members }: ts.EnumDeclaration): readonly Splice[] {
  return members.flatMap(({ name, initializer }) =>
    initializer === undefined || isConstant(initializer) ? [] : [cut(name.end, initializer.end)],
  );
}

function isConstant(node: ts.Expression): boolean {
  const ts = typescript();
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) || ts.isIdentifier(node)) return true;
  if (ts.isParenthesizedExpression(node)) return isConstant(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return isConstant(node.operand);
  if (ts.isBinaryExpression(node)) return isConstant(node.left) && isConstant(node.right);
  if (ts.isTemplateExpression(node)) return node.templateSpans.every(({ expression }) => isConstant(expression));
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return false;
  return !ts.isLiteralExpression(node.expression) && isConstant(node.expression);
}

function bare(node: ts.Statement): string {
  return textBetween(node, afterModifiers(node), node.end);
}

function closed(text: string): string {
  return text.endsWith(";") ? text : `${text};`;
}

function prefixOf(node: ts.Statement, style: StatementStyle, isValue: boolean): string {
  const { SyntaxKind } = typescript();
  const words: string[] = [];
  const isDefault = hasModifier(node, SyntaxKind.DefaultKeyword);
  if (style.exported) words.push(isDefault ? "export default" : "export");
  if (isValue && style.declared && !(style.exported && isDefault)) words.push("declare");
  if (hasModifier(node, SyntaxKind.AbstractKeyword)) words.push("abstract");
  if (hasModifier(node, SyntaxKind.ConstKeyword)) words.push("const");
  return words.map((word) => `${word} `).join("");
}

/** Where a declaration begins behind its decorators and modifiers. */
function afterModifiers(node: ts.Statement): number {
  const ts = typescript();
  const modifiers = ts.canHaveModifiers(node) ? (node.modifiers ?? []) : [];
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
  const end = Math.max(node.getStart(), ...[...modifiers, ...decorators].map((modifier) => modifier.end));
  const token = node.getChildren().find((child) => child.kind !== ts.SyntaxKind.SyntaxList && child.getStart() >= end);
  return token?.getStart() ?? end;
}
