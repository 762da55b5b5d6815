import type ts from "typescript";
import { unionForm } from "./composite-form.ts";
import { byText, type Form, hole, leaf, numbered, type Slot, tree } from "./form.ts";
import type { FormContext } from "./form-context.ts";
import { literalForm } from "./literal-form.ts";
import { nameLabel, objectForm } from "./member-form.ts";
import { deeper, type Scope } from "./scope.ts";
import { signatureForm } from "./signature-form.ts";
import { arrayForm } from "./type-form.ts";
import { typescript } from "./typescript.ts";

/** The type of an expression by TypeScript's widening rules, as far as syntax alone shows it; a hole for the rest. */
export function expressionForm(node: ts.Expression, scope: Scope, { context, widen }: Inference): Form {
  const compiler = typescript();
  const infer = (inner: ts.Expression): Form => expressionForm(inner, scope, { context, widen });
  if (compiler.isParenthesizedExpression(node)) return infer(node.expression);
  if (compiler.isAssertionExpression(node)) {
    return isConst(node.type) ? constForm(node.expression, scope, context) : context.type(node.type, scope);
  }
  if (compiler.isSatisfiesExpression(node)) return satisfiedForm(node, scope, { context, widen });
  const literal = literalForm(node, widen);
  if (literal !== null) return literal;
  if (compiler.isTemplateExpression(node)) {
    // Of constant parts a constant template is a literal, and only the compiler knows which names are constant.
    const mayBeConstant = node.templateSpans.every(({ expression }) => !compiler.isCallExpression(expression));
    return widen || !mayBeConstant
      ? leaf("keyword", "string", node)
      : hole("the type is inferred from a template", node);
  }
  if (compiler.isIdentifier(node) && node.text === "undefined") return leaf("keyword", "undefined", node);
  if (compiler.isRegularExpressionLiteral(node)) return tree("reference", [], { node, text: "global:RegExp" });
  if (compiler.isArrowFunction(node) || compiler.isFunctionExpression(node)) {
    const signature = signatureForm(node, deeper(scope), context);
    return tree("function", numbered("signature", [signature]), { node });
  }
  if (compiler.isObjectLiteralExpression(node)) return objectLiteral(node, scope, context);
  if (compiler.isArrayLiteralExpression(node)) return arrayLiteral(node, scope, context);
  return operatorForm(node) ?? hole(reasonFor(node), node);
}

interface Inference {
  readonly context: FormContext;
  readonly widen: boolean;
}

function unwrapped(node: ts.Expression): ts.Expression {
  let inner = node;
  while (typescript().isParenthesizedExpression(inner)) inner = inner.expression;
  return inner;
}

function isConst(type: ts.TypeNode): boolean {
  const compiler = typescript();
  return compiler.isTypeReferenceNode(type) && compiler.isIdentifier(type.typeName) && type.typeName.text === "const";
}

// `satisfies` keeps the expression's type, but lends its literals a context that may keep them narrow.
function satisfiedForm(node: ts.SatisfiesExpression, scope: Scope, { context, widen }: Inference): Form {
  const compiler = typescript();
  const inner = unwrapped(node.expression);
  if (compiler.isAssertionExpression(inner) && isConst(inner.type)) {
    const form = expressionForm(inner, scope, { context, widen });
    // Where the other type has a mutable array, the tuple stays mutable.
    return holdsTuple(form) ? hole("the type is inferred from an expression that `satisfies` another", node) : form;
  }
  if (!widen && literalForm(inner, false) !== null) return expressionForm(inner, scope, { context, widen });
  return hole("the type is inferred from an expression that `satisfies` another", node);
}

function holdsTuple(form: Form): boolean {
  return form.tag === "tuple" || form.slots.some((entry) => holdsTuple(entry.form));
}

function operatorForm(node: ts.Expression): Form | null {
  const compiler = typescript();
  const { SyntaxKind } = compiler;
  if (compiler.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) {
    return compiler.isPrefixUnaryExpression(node.operand) ? leaf("keyword", "boolean", node) : null;
  }
  if (compiler.isVoidExpression(node)) return leaf("keyword", "undefined", node);
  if (!compiler.isBinaryExpression(node)) return null;
  return comparisons.has(compiler.tokenToString(node.operatorToken.kind) ?? "")
    ? leaf("keyword", "boolean", node)
    : null;
}

const comparisons = new Set(["<", ">", "<=", ">=", "==", "!=", "===", "!==", "in", "instanceof"]);

function reasonFor(node: ts.Expression): string {
  const compiler = typescript();
  if (compiler.isCallExpression(node)) return "the type is inferred from a call";
  if (compiler.isNewExpression(node)) return "the type is inferred from `new`";
  if (compiler.isClassExpression(node)) return "the type is that of a class expression";
  return "the type is inferred from an expression";
}

function objectLiteral(node: ts.ObjectLiteralExpression, scope: Scope, context: FormContext): Form {
  const compiler = typescript();
  const inner = deeper(scope);
  const plain = node.properties.every(
    (property) => compiler.isPropertyAssignment(property) && !compiler.isComputedPropertyName(property.name),
  );
  if (!plain) return mixedLiteral(node, inner, context);
  const slots = node.properties.filter(compiler.isPropertyAssignment).map((property) => ({
    label: nameLabel(property.name, scope, context),
    form: propertyOf(property, expressionForm(property.initializer, deeper(inner), { context, widen: true }), ""),
  }));
  return tree("object", lastOfEach(slots), { node });
}

function propertyOf(node: ts.Node, type: Form, text: string): Form {
  return tree("property", [{ label: "type", form: type }], { node, text });
}

function lastOfEach(slots: readonly Slot[]): readonly Slot[] {
  return [...new Map(slots.map((entry) => [entry.label, entry])).values()].sort((a, b) => byText(a.label, b.label));
}

// Methods and accessors have the forms that they have in types; spreads, shorthands and computed names are for the compiler.
function mixedLiteral(node: ts.ObjectLiteralExpression, scope: Scope, context: FormContext): Form {
  const compiler = typescript();
  const slots: Slot[] = [];
  for (const property of node.properties) {
    if (compiler.isPropertyAssignment(property) && !compiler.isComputedPropertyName(property.name)) {
      const type = expressionForm(property.initializer, deeper(scope), { context, widen: true });
      slots.push({ label: nameLabel(property.name, scope, context), form: propertyOf(property, type, "") });
    } else if (compiler.isMethodDeclaration(property) && !compiler.isComputedPropertyName(property.name)) {
      const single = objectForm([{ node: property, scope }], context, property);
      slots.push(...single.slots);
    } else return hole("the type is inferred from an object literal", node);
  }
  return tree("object", lastOfEach(slots), { node });
}

function arrayLiteral(node: ts.ArrayLiteralExpression, scope: Scope, context: FormContext): Form {
  const elements = node.elements.map((element) => expressionForm(element, deeper(scope), { context, widen: true }));
  const simple = elements.every(
    (element) => element.tag === "keyword" && element.text !== "null" && element.text !== "undefined",
  );
  if (elements.length === 0 || !simple) return hole("the type is inferred from an array literal", node);
  return arrayForm("Array", unionForm(elements, node), node);
}

// `as const`: literals stay, arrays become read-only tuples, properties read-only.
function constForm(node: ts.Expression, scope: Scope, context: FormContext): Form {
  const compiler = typescript();
  const inner = unwrapped(node);
  const literal = literalForm(inner, false);
  if (literal !== null) return literal;
  if (compiler.isArrayLiteralExpression(inner)) {
    if (inner.elements.some(compiler.isSpreadElement)) return hole("the type is inferred from an array literal", inner);
    const elements = inner.elements.map((element) =>
      tree("element", [{ label: "type", form: constForm(element, deeper(scope), context) }], { node: element }),
    );
    return tree("tuple", numbered("element", elements), { node: inner, text: "readonly" });
  }
  if (!compiler.isObjectLiteralExpression(inner)) {
    if (compiler.isTemplateExpression(inner)) return hole("the type is inferred from a template", inner);
    return expressionForm(inner, scope, { context, widen: false });
  }
  const slots: Slot[] = [];
  for (const property of inner.properties) {
    if (!compiler.isPropertyAssignment(property) || compiler.isComputedPropertyName(property.name)) {
      return hole("the type is inferred from an object literal", inner);
    }
    const type = constForm(property.initializer, deeper(deeper(scope)), context);
    slots.push({ label: nameLabel(property.name, scope, context), form: propertyOf(property, type, "readonly") });
  }
  return tree("object", lastOfEach(slots), { node: inner });
}
