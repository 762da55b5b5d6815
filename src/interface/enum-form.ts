import type ts from "typescript";
import { hasModifier } from "./bindings.ts";
import { byText, type Form, hole, leaf, type Slot, tree } from "./form.ts";
import type { FormContext } from "./form-context.ts";
import { literalForm } from "./literal-form.ts";
import { nameLabel } from "./member-form.ts";
import { entityOfName } from "./names.ts";
import type { Scope } from "./scope.ts";
import { typescript } from "./typescript.ts";

interface Known {
  readonly values: Map<string, Evaluated>;
  readonly scope: Scope;
  readonly context: FormContext;
}
type Evaluated = { readonly value: number | string } | "computed" | "unknown";

/** Normal form of an enum and what is merged into it: members by name with their evaluated values, and whether it is `const`. */
export function enumForm(declarations: readonly ts.EnumDeclaration[], scope: Scope, context: FormContext): Form {
  const known: Known = { values: new Map(), scope, context };
  const slots: Slot[] = [];
  for (const declaration of declarations) {
    let next: Evaluated = { value: 0 };
    for (const member of declaration.members) {
      const label = nameLabel(member.name, scope, context);
      const value: Evaluated = member.initializer === undefined ? next : evaluate(member.initializer, known);
      known.values.set(label, value);
      next = typeof value === "object" && typeof value.value === "number" ? { value: value.value + 1 } : "unknown";
      slots.push({
        label,
        form: tree("enum-member", [{ label: "value", form: valueForm(value, member) }], { node: member }),
      });
    }
  }
  const first = declarations[0];
  const isConst = first !== undefined && hasModifier(first, typescript().SyntaxKind.ConstKeyword);
  slots.sort((a, b) => byText(a.label, b.label));
  return tree("enum", slots, { node: first ?? null, text: isConst ? "const" : "" });
}

function valueForm(value: Evaluated, member: ts.EnumMember): Form {
  const node = member.initializer ?? member;
  if (value === "unknown") return hole("the value of the enum member is computed from something else", node);
  if (value === "computed") return leaf("computed", "", node);
  return leaf("literal", `${typeof value.value} ${value.value}`, node);
}

function evaluate(node: ts.Expression, known: Known): Evaluated {
  const compiler = typescript();
  if (compiler.isParenthesizedExpression(node)) return evaluate(node.expression, known);
  const literal = literalForm(node, false);
  const constant = literal === null ? null : literalValue(literal);
  if (constant !== null) return constant;
  if (compiler.isPrefixUnaryExpression(node)) return unary(node, evaluate(node.operand, known));
  if (compiler.isBinaryExpression(node)) return binary(node, known);
  if (compiler.isTemplateExpression(node)) return template(node, known);
  if (compiler.isIdentifier(node)) return named(node, known);
  if (compiler.isPropertyAccessExpression(node)) return ofEnum(node.expression, node.name.text, known);
  if (!compiler.isElementAccessExpression(node) || !compiler.isStringLiteralLike(node.argumentExpression))
    return "computed";
  return ofEnum(node.expression, node.argumentExpression.text, known);
}

function unary(node: ts.PrefixUnaryExpression, operand: Evaluated): Evaluated {
  const { SyntaxKind } = typescript();
  if (typeof operand === "string" || typeof operand.value === "string")
    return typeof operand === "string" ? operand : "computed";
  if (node.operator === SyntaxKind.MinusToken) return { value: -operand.value };
  if (node.operator === SyntaxKind.TildeToken) return { value: ~operand.value };
  return node.operator === SyntaxKind.PlusToken ? operand : "computed";
}

function binary(node: ts.BinaryExpression, known: Known): Evaluated {
  const left = evaluate(node.left, known);
  const right = evaluate(node.right, known);
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

function template(node: ts.TemplateExpression, known: Known): Evaluated {
  let text = node.head.text;
  for (const span of node.templateSpans) {
    const part = evaluate(span.expression, known);
    if (typeof part === "string") return part;
    text += `${part.value}${span.literal.text}`;
  }
  return { value: text };
}

function named(node: ts.Identifier, known: Known): Evaluated {
  const sibling = known.values.get(node.text);
  if (sibling !== undefined) return sibling;
  if (node.text === "NaN" || node.text === "Infinity") return { value: Number(node.text) };
  const entity = entityOfName(node, { meaning: "value", scope: known.scope }, known.context);
  if (entity.kind !== "declared") return "unknown";
  const declaration = entity.declarations[0];
  const compiler = typescript();
  if (declaration === undefined || !compiler.isVariableDeclaration(declaration)) return "unknown";
  const { type, initializer } = declaration;
  const value = type === undefined ? initializer : compiler.isLiteralTypeNode(type) ? type.literal : undefined;
  const form = value === undefined ? null : literalForm(value, false);
  return form === null ? "unknown" : (literalValue(form) ?? "computed");
}

function ofEnum(object: ts.Expression, name: string, known: Known): Evaluated {
  const compiler = typescript();
  if (!compiler.isIdentifier(object)) return "computed";
  const entity = entityOfName(object, { meaning: "value", scope: known.scope }, known.context);
  if (entity.kind !== "declared") return entity.kind === "global" ? "computed" : "unknown";
  const declarations = entity.declarations.filter(compiler.isEnumDeclaration);
  if (declarations.length === 0) return "computed";
  const isOwn = declarations.some((declaration) =>
    declaration.members.some((member) => member.parent === parentEnum(object)),
  );
  if (isOwn) return known.values.get(name) ?? "unknown";
  const other = enumForm(declarations, { ...known.scope, module: entity.module }, known.context);
  const value = other.slots.find(({ label }) => label === name)?.form.slots[0]?.form;
  return value?.tag === "literal" ? (literalValue(value) ?? "unknown") : "unknown";
}

function literalValue(literal: Form): { readonly value: number | string } | null {
  const match = /^(number|string) ([\s\S]*)$/u.exec(literal.text);
  return match === null ? null : { value: match[1] === "number" ? Number(match[2]) : (match[2] ?? "") };
}

function parentEnum(node: ts.Node): ts.Node | undefined {
  const compiler = typescript();
  let current: ts.Node | undefined = node;
  while (current !== undefined && !compiler.isEnumDeclaration(current)) current = current.parent;
  return current;
}
