import type ts from "typescript";
import { byText, type Form, hole, type Slot, slot, tree } from "./form.ts";
import { typescript } from "./typescript.ts";

/**
 * What is assigned to a member of `module.exports`, in the terms of the design: it is neither a constant nor a variable, and the
 * compiler declares an object as a namespace, which says nothing about how its functions were written.
 */
export function asAssigned(actual: Form, declared: Form): Form {
  const other = slot(declared, "value");
  const found = slot(actual, "value");
  if (other === undefined || actual.slots.length !== 1) return actual;
  const type = found?.tag === "variable" ? found.slots[0]?.form : slot(actual, "namespace");
  if (type === undefined) return actual;
  const plain = type.tag === "namespace" ? objectOf(type, other.slots[0]?.form) : type;
  const value =
    other.tag === "function" && plain.tag === "function"
      ? tree("function", plain.slots, { node: plain.node })
      : tree("variable", [{ label: "type", form: plain }], { node: actual.node, text: textOf(other) });
  return tree(actual.tag, [{ label: "value", form: value }], { text: actual.text, node: actual.node });
}

/** A constant of JavaScript that the compiler declares as a namespace, as the object that it is where the design says that it is a value. */
export function asObject(actual: Form, declared: Form): Form {
  const namespace = slot(actual, "namespace");
  const other = slot(declared, "value");
  if (namespace === undefined || other === undefined || actual.slots.length !== 1) return actual;
  if (!isPlainObject(expressionOf(actual.node))) return actual;
  const type = objectOf(namespace, other.slots[0]?.form);
  const value = tree("variable", [{ label: "type", form: type }], { node: actual.node, text: keywordOf(actual.node) });
  return tree(actual.tag, [{ label: "value", form: value }], { text: actual.text, node: actual.node });
}

function expressionOf(node: ts.Node | null): ts.Node | undefined {
  const compiler = typescript();
  if (node === null || !/\.[cm]?jsx?$/u.test(node.getSourceFile().fileName)) return undefined;
  if (compiler.isVariableDeclaration(node)) return node.initializer;
  return compiler.isExportAssignment(node) ? node.expression : node;
}

// A namespace does not say which members can only be read, so there must be no way to have such.
function isPlainObject(node: ts.Node | undefined): boolean {
  const compiler = typescript();
  if (node === undefined || !compiler.isObjectLiteralExpression(node)) return false;
  return node.properties.every((property) => {
    if (compiler.isMethodDeclaration(property) || compiler.isShorthandPropertyAssignment(property)) return true;
    if (!compiler.isPropertyAssignment(property)) return false;
    const { initializer } = property;
    if (compiler.isParenthesizedExpression(initializer)) return false;
    return !compiler.isObjectLiteralExpression(initializer) || isPlainObject(initializer);
  });
}

function keywordOf(node: ts.Node | null): string {
  const { getCombinedNodeFlags, isVariableDeclaration, NodeFlags } = typescript();
  const isVariable =
    node !== null && isVariableDeclaration(node) && (getCombinedNodeFlags(node) & NodeFlags.Const) === 0;
  return isVariable ? "let" : "const";
}

function textOf(other: Form): string {
  return other.tag === "variable" ? other.text : "const";
}

function objectOf(namespace: Form, like: Form | undefined): Form {
  const slots = namespace.slots.map(({ label, form }): Slot => {
    const other = like === undefined ? undefined : slot(like, label);
    return { label, form: memberOf(form, other) };
  });
  return tree(
    "object",
    [...slots].sort((a, b) => byText(a.label, b.label)),
    { node: namespace.node },
  );
}

function memberOf(form: Form, other: Form | undefined): Form {
  const value = slot(form, "value");
  const inner = slot(form, "namespace");
  if (value?.tag === "function" && other?.tag === "method") return tree("method", value.slots, { node: value.node });
  if (form.slots.length !== 1)
    return property(hole("the compiler declares it as more than one thing", form.node), form);
  if (inner !== undefined)
    return property(objectOf(inner, other === undefined ? undefined : slot(other, "type")), form);
  if (value?.tag === "function") return property(value, form);
  const type = value?.tag === "variable" ? value.slots[0]?.form : undefined;
  return property(type ?? hole("the compiler declares it as something else than a value", form.node), form);
}

function property(type: Form, { node }: Form): Form {
  return tree("property", [{ label: "type", form: type }], { node });
}
