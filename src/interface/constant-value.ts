import type ts from "typescript";
import type { Entity } from "./export-table.ts";
import type { FormContext } from "./form-context.ts";
import { literalForm } from "./literal-form.ts";
import { nameLabel } from "./member-form.ts";
import { entityOfExpression } from "./names.ts";
import { outerScope, type Scope } from "./scope.ts";
import { typescript } from "./typescript.ts";

/** What a constant expression gives; `computed` at run time only, `unknown` where it depends on what was not read. */
export type ConstantValue = { readonly value: number | string } | "computed" | "unknown";

/** The declarations of one enum, which see each other's members, and where they stand. */
export interface EnumPlace {
  readonly declarations: readonly ts.EnumDeclaration[];
  readonly scope: Scope;
}

interface Evaluation {
  readonly place: EnumPlace;
  readonly context: FormContext;
  readonly depth: number;
}

/** Constants that take their values from constants: further than this nobody writes them. */
const deepest = 100;

/** Value of an enum member, by TypeScript's rules for constant enum expressions. Each is worked out once; one that needs itself is computed. */
export function enumMemberValue(member: ts.EnumMember, place: EnumPlace, context: FormContext): ConstantValue {
  return ofMember(member, { place, context, depth: 0 });
}

function ofMember(member: ts.EnumMember, evaluation: Evaluation): ConstantValue {
  const { constants } = evaluation.context;
  const known = constants.get(member);
  if (known !== undefined) return known;
  constants.set(member, "computed");
  const value =
    member.initializer === undefined ? counted(member, evaluation) : evaluate(member.initializer, evaluation);
  constants.set(member, value);
  return value;
}

function counted(member: ts.EnumMember, evaluation: Evaluation): ConstantValue {
  const { members } = member.parent;
  const before = members[members.indexOf(member) - 1];
  if (before === undefined) return { value: 0 };
  const value = evaluation.context.constants.get(before) ?? ofMember(before, deeper(evaluation));
  return typeof value === "object" && typeof value.value === "number" ? { value: value.value + 1 } : "unknown";
}

function deeper(evaluation: Evaluation): Evaluation {
  return { ...evaluation, depth: evaluation.depth + 1 };
}

function evaluate(node: ts.Expression, outer: Evaluation): ConstantValue {
  const compiler = typescript();
  const evaluation = deeper(outer);
  if (evaluation.depth > deepest) return "unknown";
  if (compiler.isParenthesizedExpression(node)) return evaluate(node.expression, evaluation);
  if (compiler.isStringLiteralLike(node)) return { value: node.text };
  if (compiler.isNumericLiteral(node)) return { value: Number(node.text) };
  if (compiler.isPrefixUnaryExpression(node)) return unary(node, evaluate(node.operand, evaluation));
  if (compiler.isBinaryExpression(node)) return binary(node, evaluation);
  if (compiler.isTemplateExpression(node)) return template(node, evaluation);
  if (compiler.isIdentifier(node)) return named(node, evaluation);
  if (compiler.isPropertyAccessExpression(node)) return accessed(node.expression, node.name.text, { evaluation, node });
  if (!compiler.isElementAccessExpression(node) || !compiler.isStringLiteralLike(node.argumentExpression))
    return "computed";
  return accessed(node.expression, node.argumentExpression.text, { evaluation, node });
}

function unary(node: ts.PrefixUnaryExpression, operand: ConstantValue): ConstantValue {
  const { SyntaxKind } = typescript();
  if (typeof operand === "string") return operand;
  const { value } = operand;
  if (typeof value === "string") return "computed";
  if (node.operator === SyntaxKind.MinusToken) return { value: -value };
  if (node.operator === SyntaxKind.TildeToken) return { value: ~value };
  return node.operator === SyntaxKind.PlusToken ? operand : "computed";
}

function binary(node: ts.BinaryExpression, evaluation: Evaluation): ConstantValue {
  const left = evaluate(node.left, evaluation);
  const right = evaluate(node.right, evaluation);
  if (left === "computed" || right === "computed") return "computed";
  if (left === "unknown" || right === "unknown") return "unknown";
  const operator = typescript().tokenToString(node.operatorToken.kind) ?? "";
  if (typeof left.value === "number" && typeof right.value === "number") {
    const value = arithmetic[operator]?.(left.value, right.value);
    return value === undefined ? "computed" : { value };
  }
  return operator === "+" ? { value: `${left.value}${right.value}` } : "computed";
}

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  "|": (a, b) => a | b,
  "&": (a, b) => a & b,
  "^": (a, b) => a ^ b,
  "<<": (a, b) => a << b,
  ">>": (a, b) => a >> b,
  ">>>": (a, b) => a >>> b,
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
  "**": (a, b) => a ** b,
};

function template(node: ts.TemplateExpression, evaluation: Evaluation): ConstantValue {
  let text = node.head.text;
  for (const span of node.templateSpans) {
    const part = evaluate(span.expression, evaluation);
    if (typeof part === "string") return part;
    text += `${part.value}${span.literal.text}`;
  }
  return { value: text };
}

function named(node: ts.Identifier, evaluation: Evaluation): ConstantValue {
  const { place, context } = evaluation;
  const sibling = memberOf(node.text, place, context);
  if (sibling !== null) return ofMember(sibling, evaluation);
  if (node.text === "NaN" || node.text === "Infinity") return { value: Number(node.text) };
  return ofEntity(entityOfExpression(node, { meaning: "value", scope: place.scope }, context), { evaluation, node });
}

interface Use {
  readonly evaluation: Evaluation;
  readonly node: ts.Expression;
}

function accessed(object: ts.Expression, name: string, { evaluation, node }: Use): ConstantValue {
  const { place, context } = evaluation;
  const left = entityOfExpression(object, { meaning: "value", scope: place.scope }, context);
  if (left === null) return "computed";
  if (left.kind === "declared") {
    const member = memberOf(name, placeOf(left), context);
    if (member !== null) return ofMember(member, { ...evaluation, place: placeOf(left) });
  }
  const whole = entityOfExpression(node, { meaning: "value", scope: place.scope }, context);
  return whole?.kind === "enum-member" && left.kind === "declared" ? "computed" : ofEntity(whole, { evaluation, node });
}

type Declared = Entity & { readonly kind: "declared" };

function placeOf({ declarations, module, containers }: Declared): EnumPlace {
  return { declarations: declarations.filter(typescript().isEnumDeclaration), scope: outerScope(module, containers) };
}

function memberOf(name: string, { declarations, scope }: EnumPlace, context: FormContext): ts.EnumMember | null {
  for (const declaration of declarations) {
    const found = membersOf(declaration, scope, context).get(name);
    if (found !== undefined) return found;
  }
  return null;
}

function membersOf(
  declaration: ts.EnumDeclaration,
  scope: Scope,
  context: FormContext,
): ReadonlyMap<string, ts.EnumMember> {
  const known = context.enumMembers.get(declaration);
  if (known !== undefined) return known;
  const found = new Map<string, ts.EnumMember>();
  // A name that is computed may ask for members itself.
  context.enumMembers.set(declaration, found);
  for (const member of declaration.members) {
    const label = nameLabel(member.name, scope, context);
    if (!found.has(label)) found.set(label, member);
  }
  return found;
}

// A global may be a constant that is declared somewhere; what is said of a constant besides its value hides it.
function ofEntity(entity: Entity | null, { evaluation, node }: Use): ConstantValue {
  if (entity === null) return "computed";
  if (entity.kind !== "declared") return entity.kind === "global" && entity.name.includes(".") ? "computed" : "unknown";
  const compiler = typescript();
  const declaration = entity.declarations.find(compiler.isVariableDeclaration);
  if (declaration === undefined || !isConst(declaration)) return "computed";
  const { type, initializer } = declaration;
  // A declaration without a value says it by its type.
  if (initializer === undefined) return type === undefined ? "computed" : ofLiteralType(type);
  if (type !== undefined || isLater(declaration, node)) return "computed";
  const place = { declarations: [], scope: outerScope(entity.module, entity.containers) };
  return evaluate(initializer, { ...evaluation, place });
}

function isConst(node: ts.VariableDeclaration): boolean {
  const compiler = typescript();
  return (compiler.getCombinedNodeFlags(node) & compiler.NodeFlags.BlockScoped) === compiler.NodeFlags.Const;
}

function ofLiteralType(type: ts.TypeNode): ConstantValue {
  const match = typescript().isLiteralTypeNode(type)
    ? /^(number|string) ([\s\S]*)$/u.exec(literalForm(type.literal, false)?.text ?? "")
    : null;
  if (match === null) return "computed";
  return { value: match[1] === "number" ? Number(match[2]) : (match[2] ?? "") };
}

function isLater(declaration: ts.Node, use: ts.Node): boolean {
  return declaration.getSourceFile() === use.getSourceFile() && declaration.pos > use.pos;
}
