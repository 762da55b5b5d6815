import type ts from "typescript";
import { hasModifier } from "./bindings.ts";
import { isKeyword, unionForm, withoutUndefined } from "./composite-form.ts";
import { type Form, hole, leaf, numbered, type Slot, slotsOf, tree } from "./form.ts";
import type { FormContext } from "./form-context.ts";
import { bindPositions, deeper, nextLevel, type Scope } from "./scope.ts";
import { typescript } from "./typescript.ts";

/** Normal form of one signature: type parameters, `this`, parameters and result; names erased, bodies left out. */
export function signatureForm(node: ts.SignatureDeclaration, outer: Scope, context: FormContext): Form {
  const compiler = typescript();
  const scope = bindTypeParameters(node.typeParameters, nextLevel(deeper(outer)), context);
  const self = node.parameters.find((parameter) => isNamedThis(parameter));
  const parameters = node.parameters.filter((parameter) => parameter !== self);
  const names = parameters.map(({ name }) => (compiler.isIdentifier(name) ? name.text : null));
  const inner = bindPositions(scope, "value", names);
  const slots: Slot[] = [...typeParameterSlots(node.typeParameters, inner, context)];
  if (self?.type !== undefined) slots.push({ label: "this", form: context.type(self.type, inner) });
  slots.push(...numbered("parameter", expandRest(parameterForms(parameters, inner, context))));
  if (!compiler.isConstructorDeclaration(node)) slots.push({ label: "return", form: resultForm(node, inner, context) });
  return tree("signature", slots, { node, level: scope.level });
}

/** Binds type parameters to their positions at the scope's level. */
export function bindTypeParameters(
  parameters: readonly ts.TypeParameterDeclaration[] | undefined,
  scope: Scope,
  context: FormContext,
): Scope {
  const inner: Scope = bindPositions(
    scope,
    "type",
    (parameters ?? []).map(({ name, constraint }) => ({
      name: name.text,
      constraint: () => (constraint === undefined ? null : context.type(constraint, inner)),
    })),
  );
  return inner;
}

/** Slots `type-parameter 0`, …: constraint, default and the words `const`, `in`, `out`. */
export function typeParameterSlots(
  parameters: readonly ts.TypeParameterDeclaration[] | undefined,
  scope: Scope,
  context: FormContext,
): readonly Slot[] {
  const forms = (parameters ?? []).map((parameter) => {
    const slots: Slot[] = [];
    const constraint = parameter.constraint === undefined ? null : context.type(parameter.constraint, scope);
    if (constraint !== null && !isKeyword(constraint, "unknown")) slots.push({ label: "constraint", form: constraint });
    if (parameter.default !== undefined) slots.push({ label: "default", form: context.type(parameter.default, scope) });
    const words = (parameter.modifiers ?? []).map((modifier) => modifier.getText()).sort();
    return tree("type-parameter", slots, { node: parameter, text: words.join(" ") });
  });
  return numbered("type-parameter", forms);
}

function isNamedThis(parameter: ts.ParameterDeclaration): boolean {
  return typescript().isIdentifier(parameter.name) && parameter.name.text === "this";
}

function parameterForms(
  parameters: readonly ts.ParameterDeclaration[],
  scope: Scope,
  context: FormContext,
): readonly Form[] {
  const canLack = (parameter: ts.ParameterDeclaration | undefined): boolean =>
    parameter !== undefined &&
    (parameter.questionToken !== undefined ||
      parameter.dotDotDotToken !== undefined ||
      parameter.initializer !== undefined);
  let lastRequired = -1;
  for (const [index, parameter] of parameters.entries()) if (!canLack(parameter)) lastRequired = index;
  return parameters.map((parameter, index) => {
    const type = parameterType(parameter, scope, context);
    if (parameter.dotDotDotToken !== undefined) return parameterForm(parameter, type, "rest");
    if (index > lastRequired) return parameterForm(parameter, withoutUndefined(type), "optional");
    const padded =
      parameter.initializer === undefined ? type : unionForm([type, leaf("keyword", "undefined", null)], type.node);
    return parameterForm(parameter, padded, "");
  });
}

function parameterForm(node: ts.Node, type: Form, text: string): Form {
  return tree("parameter", [{ label: "type", form: type }], { node, text });
}

/** Type of a parameter: as written, from its default, else `any`. */
export function parameterType(parameter: ts.ParameterDeclaration, scope: Scope, context: FormContext): Form {
  const compiler = typescript();
  if (parameter.type !== undefined) return context.type(parameter.type, deeper(scope));
  if (parameter.initializer !== undefined && !isFilledByPattern(parameter))
    return context.expression(parameter.initializer, deeper(scope), true);
  if (!compiler.isIdentifier(parameter.name))
    return hole("the type of a destructured parameter is not written", parameter);
  const any = leaf("keyword", "any", parameter);
  return parameter.dotDotDotToken === undefined
    ? any
    : tree("reference", numbered("argument", [any]), { text: "global:Array", node: parameter });
}

/** True where a pattern adds its own members to a default that is written out: `{ a = 1 } = {}` may be given `{ a?: number }`. */
export function isFilledByPattern({ name, initializer }: ts.ParameterDeclaration): boolean {
  const compiler = typescript();
  if (compiler.isIdentifier(name) || initializer === undefined) return false;
  let value = initializer;
  while (compiler.isParenthesizedExpression(value) || compiler.isSatisfiesExpression(value)) value = value.expression;
  return !compiler.isAssertionExpression(value);
}

// `...rest: [a: A, b?: B]` is the same as writing the parameters out.
function expandRest(forms: readonly Form[]): readonly Form[] {
  const last = forms.at(-1);
  const type = last?.text === "rest" ? last.slots[0]?.form : undefined;
  if (last === undefined || type?.tag !== "tuple") return forms;
  const elements = slotsOf(type, "element");
  const expandable = elements.every((element, index) => element.text !== "rest" || index === elements.length - 1);
  if (!expandable) return forms;
  const spread = elements.map((element) => {
    const inner = element.slots[0]?.form ?? element;
    return parameterForm(element.node ?? typeNode(last), inner, element.text);
  });
  return [...forms.slice(0, -1), ...spread];
}

function typeNode(form: Form): ts.Node {
  if (form.node === null) throw new Error("a parameter's form stands somewhere");
  return form.node;
}

function resultForm(node: ts.SignatureDeclaration, scope: Scope, context: FormContext): Form {
  if (node.type !== undefined) return context.type(node.type, scope);
  const body = "body" in node ? node.body : undefined;
  if (body === undefined) return leaf("keyword", "any", node);
  return inferredResult(node, body, { scope, context });
}

interface Extraction {
  readonly scope: Scope;
  readonly context: FormContext;
}

function inferredResult(node: ts.SignatureDeclaration, body: ts.Node, { scope, context }: Extraction): Form {
  const compiler = typescript();
  const unknown = hole("the result type is inferred", node);
  if ("asteriskToken" in node && node.asteriskToken !== undefined) return unknown;
  if (!compiler.isBlock(body) || returnsValue(body)) return unknown;
  if (!compiler.isFunctionDeclaration(node) && !compiler.isMethodDeclaration(node)) return unknown;
  const nothing = leaf("keyword", "void", node);
  if (!hasModifier(node, compiler.SyntaxKind.AsyncKeyword)) return nothing;
  const promise = { kind: "global", name: "Promise" } as const;
  return context.reference(promise, { args: [nothing], node, scope });
}

function returnsValue(body: ts.Block): boolean {
  const compiler = typescript();
  const stack: ts.Node[] = [...body.statements];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (compiler.isReturnStatement(node) && node.expression !== undefined) return true;
    if (compiler.isFunctionLike(node) || compiler.isClassLike(node)) continue;
    compiler.forEachChild(node, (child) => {
      stack.push(child);
    });
  }
  return false;
}
