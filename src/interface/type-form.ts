import type ts from "typescript";
import { declaresMeaning, hasModifier } from "./bindings.ts";
import { alternatives, intersectionForm, isKeyword, unionForm, withoutUndefined } from "./composite-form.ts";
import { exportedEntity } from "./export-table.ts";
import { type Form, hole, leaf, numbered, type Slot, tree } from "./form.ts";
import type { FormContext } from "./form-context.ts";
import { orderedByUse, placeholder } from "./infer-order.ts";
import { literalForm } from "./literal-form.ts";
import { objectForm } from "./member-form.ts";
import { entityOfDotted, entityOfExpression, memberOf } from "./names.ts";
import { bind, bindPositions, deeper, findBound, nextLevel, type Scope } from "./scope.ts";
import { signatureForm } from "./signature-form.ts";
import { typescript } from "./typescript.ts";

/** Normal form of a type as it is written. Syntax that is not known is a hole. */
export function typeForm(node: ts.TypeNode, scope: Scope, context: FormContext): Form {
  const compiler = typescript();
  const type = (inner: ts.TypeNode): Form => context.type(inner, scope);
  if (compiler.isParenthesizedTypeNode(node)) return type(node.type);
  if (compiler.isArrayTypeNode(node)) return arrayForm("Array", context.type(node.elementType, deeper(scope)), node);
  if (compiler.isUnionTypeNode(node)) return unionForm(node.types.map(type), node);
  if (compiler.isIntersectionTypeNode(node)) return intersectionForm(node.types.map(type), node);
  if (compiler.isLiteralTypeNode(node))
    return literalForm(node.literal, false) ?? hole("a literal that is not known", node);
  if (compiler.isTypeLiteralNode(node))
    return objectForm(
      node.members.map((member) => ({ node: member, scope: deeper(scope) })),
      context,
      node,
    );
  if (compiler.isFunctionTypeNode(node)) return functionForm("function", node, { scope, context });
  if (compiler.isConstructorTypeNode(node)) return functionForm("construct", node, { scope, context });
  if (compiler.isTupleTypeNode(node)) return tupleForm(node, scope, context);
  if (compiler.isTypeReferenceNode(node)) return referenceForm(node, scope, context);
  if (compiler.isExpressionWithTypeArguments(node)) return heritageForm(node, scope, context);
  if (compiler.isThisTypeNode(node)) return leaf("keyword", "this", node);
  return computedForm(node, scope, context);
}

interface Extraction {
  readonly scope: Scope;
  readonly context: FormContext;
}

function computedForm(node: ts.TypeNode, scope: Scope, context: FormContext): Form {
  const compiler = typescript();
  if (compiler.isTypeOperatorNode(node)) return operatorForm(node, scope, context);
  if (compiler.isIndexedAccessTypeNode(node)) {
    const object = { label: "object", form: context.type(node.objectType, deeper(scope)) };
    return tree("indexed", [object, { label: "index", form: context.type(node.indexType, deeper(scope)) }], { node });
  }
  if (compiler.isTypeQueryNode(node)) return queryForm(node, scope, context);
  if (compiler.isImportTypeNode(node)) return importForm(node, scope, context);
  if (compiler.isConditionalTypeNode(node)) return conditionalForm(node, scope, context);
  if (compiler.isMappedTypeNode(node)) return mappedForm(node, scope, context);
  if (compiler.isTemplateLiteralTypeNode(node)) return templateForm(node, scope, context);
  if (compiler.isTypePredicateNode(node)) return predicateForm(node, scope, context);
  if (compiler.isInferTypeNode(node)) return inferForm(node, scope, context);
  const keyword = compiler.tokenToString(node.kind);
  return keyword === undefined ? hole("this syntax is not known", node) : leaf("keyword", keyword, node);
}

/** `Array<T>` and `ReadonlyArray<T>` in the form that `T[]` has. */
export function arrayForm(name: "Array" | "ReadonlyArray", element: Form, node: ts.Node): Form {
  return tree("reference", numbered("argument", [element]), { text: `global:${name}`, node });
}

function functionForm(
  tag: string,
  node: ts.FunctionTypeNode | ts.ConstructorTypeNode,
  { scope, context }: Extraction,
): Form {
  const abstract = hasModifier(node, typescript().SyntaxKind.AbstractKeyword);
  const signature = signatureForm(node, deeper(scope), context);
  return tree(tag, numbered("signature", [signature]), { node, text: abstract ? "abstract" : "" });
}

function tupleForm(node: ts.TupleTypeNode, scope: Scope, context: FormContext): Form {
  const compiler = typescript();
  const elements = node.elements.map((element) => {
    let inner: ts.TypeNode = element;
    let text = "";
    if (compiler.isNamedTupleMember(element)) {
      inner = element.type;
      text = element.questionToken === undefined ? "" : "optional";
      if (element.dotDotDotToken !== undefined) text = "rest";
    }
    if (compiler.isOptionalTypeNode(inner)) [inner, text] = [inner.type, "optional"];
    if (compiler.isRestTypeNode(inner)) [inner, text] = [inner.type, "rest"];
    const form = context.type(inner, deeper(scope));
    const type = text === "optional" && !context.exactOptional ? withoutUndefined(form) : form;
    return tree("element", [{ label: "type", form: type }], { node: element, text });
  });
  return tree("tuple", numbered("element", elements), { node });
}

function referenceForm(node: ts.TypeReferenceNode, scope: Scope, context: FormContext): Form {
  const compiler = typescript();
  const { typeName } = node;
  if (compiler.isIdentifier(typeName)) {
    const bound = findBound(scope, typeName.text, "type");
    if (bound !== null) return paid(bound, node, context);
    if (typeName.text === "const" && node.typeArguments === undefined) return hole("`const` is no type here", node);
  }
  const args = (node.typeArguments ?? []).map((argument) => context.type(argument, deeper(scope)));
  const entity = entityOfDotted(typeName, { meaning: "type", scope }, context);
  return context.reference(entity, { args, node, scope });
}

// What stands for a name is there once more: else types could double at each step for the price of one.
function paid(bound: Form, node: ts.Node, context: FormContext): Form {
  return context.spend(bound.size - 1, node) ?? { ...bound, node };
}

function heritageForm(node: ts.ExpressionWithTypeArguments, scope: Scope, context: FormContext): Form {
  const args = (node.typeArguments ?? []).map((argument) => context.type(argument, deeper(scope)));
  if (node.expression.kind === typescript().SyntaxKind.NullKeyword) return leaf("keyword", "null", node);
  const ofClass = typescript().isClassLike(node.parent.parent);
  const entity = entityOfExpression(node.expression, { meaning: ofClass ? "value" : "type", scope }, context);
  if (entity === null) return hole("the base is computed", node);
  if (entity.kind !== "declared" || declaresMeaning(entity.declarations, "type"))
    return context.reference(entity, { args, node, scope });
  const made = { label: "of", form: context.valueType(entity, { args: [], node, scope }) };
  return tree("instance", [made, ...numbered("argument", args)], { node });
}

function operatorForm(node: ts.TypeOperatorNode, scope: Scope, context: FormContext): Form {
  const { SyntaxKind } = typescript();
  if (node.operator === SyntaxKind.UniqueKeyword) return leaf("keyword", "unique symbol", node);
  const inner = context.type(node.type, node.operator === SyntaxKind.ReadonlyKeyword ? scope : deeper(scope));
  if (node.operator === SyntaxKind.KeyOfKeyword) return tree("keyof", [{ label: "type", form: inner }], { node });
  if (inner.tag === "tuple") return tree("tuple", inner.slots, { node, text: "readonly" });
  if (inner.text !== "global:Array") return hole("`readonly` before something that is no array", node);
  return tree("reference", inner.slots, { text: "global:ReadonlyArray", node });
}

function queryForm(node: ts.TypeQueryNode, scope: Scope, context: FormContext): Form {
  const compiler = typescript();
  const name = node.exprName;
  if (compiler.isImportTypeNode(name)) return importForm(name, scope, context);
  const args = (node.typeArguments ?? []).map((argument) => context.type(argument, deeper(scope)));
  let root: ts.EntityName = name;
  const path: string[] = [];
  for (; !compiler.isIdentifier(root); root = root.left) path.unshift(root.right.text);
  const bound = findBound(scope, root.text, "value");
  if (bound !== null) {
    return tree("typeof", [{ label: "of", form: paid(bound, node, context) }, ...numbered("argument", args)], {
      node,
      text: path.join("."),
    });
  }
  const entity = entityOfDotted(name, { meaning: "value", scope }, context);
  return context.valueType(entity, { args, node, scope });
}

function importForm(node: ts.ImportTypeNode, scope: Scope, context: FormContext): Form {
  const compiler = typescript();
  const literal = compiler.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  if (literal === undefined || !compiler.isStringLiteral(literal))
    return hole("the module of an import type is computed", node);
  const target = context.graph.target(scope.module, literal.text);
  const identity = context.graph.identity(scope.module, literal.text);
  const args = (node.typeArguments ?? []).map((argument) => context.type(argument, deeper(scope)));
  const use = { args, node, scope };
  let entity: ReturnType<typeof entityOfDotted> = { kind: "module", identity, module: target };
  const names: string[] = [];
  for (let name = node.qualifier; name !== undefined; name = compiler.isIdentifier(name) ? undefined : name.left) {
    names.unshift(compiler.isIdentifier(name) ? name.text : name.right.text);
  }
  const assigned = target === null || names.length > 0 ? null : exportedEntity(target, "export=", context.graph);
  if (assigned !== null) entity = assigned;
  const inner = { use: { meaning: node.isTypeOf ? ("value" as const) : ("type" as const), scope }, context };
  for (const name of names) entity = memberOf(entity, { name, node }, inner);
  return node.isTypeOf ? context.valueType(entity, use) : context.reference(entity, use);
}

// What stands for a type parameter is looked at one alternative at a time, as the compiler does.
function conditionalForm(node: ts.ConditionalTypeNode, scope: Scope, context: FormContext): Form {
  const name = parameterName(node.checkType);
  const given = name === null ? null : findBound(scope, name, "type");
  if (name === null || given === null || given.tag === "bound") return oneConditional(node, { scope, context }, "");
  if (isKeyword(given, "never")) return leaf("keyword", "never", node);
  const parts = alternatives(given).map((form) => {
    const text = mayHideUnion(form) ? "distributive" : "";
    return oneConditional(node, { scope: bind(scope, "type", { name, form }), context }, text);
  });
  return unionForm(parts, node);
}

function parameterName(node: ts.TypeNode): string | null {
  const compiler = typescript();
  if (compiler.isParenthesizedTypeNode(node)) return parameterName(node.type);
  const isName = compiler.isTypeReferenceNode(node) && node.typeArguments === undefined;
  return isName && compiler.isIdentifier(node.typeName) ? node.typeName.text : null;
}

function mayHideUnion({ tag }: Form): boolean {
  return !["keyword", "literal", "object", "tuple", "function", "construct"].includes(tag);
}

function oneConditional(node: ts.ConditionalTypeNode, { scope: outer, context }: Extraction, text: string): Form {
  const scope = nextLevel(deeper(outer));
  const inferred = bindPositions(scope, "type", inferredNames(node.extendsType, { scope, context }));
  const slots: Slot[] = [
    { label: "check", form: context.type(node.checkType, scope) },
    { label: "extends", form: context.type(node.extendsType, inferred) },
    { label: "true", form: context.type(node.trueType, inferred) },
    { label: "false", form: context.type(node.falseType, scope) },
  ];
  return tree("conditional", slots, { node, text, level: scope.level });
}

// Where the order of the text cannot be told from another one of the same type, what the names are used for orders them.
function inferredNames(node: ts.TypeNode, { scope, context }: Extraction): readonly string[] {
  const names = inferNames(node);
  if (names.length < 2 || !hasUnordered(node)) return names;
  const inner = names.reduce((outer, name) => bind(outer, "type", { name, form: placeholder(name) }), scope);
  return orderedByUse(names, context.type(node, inner));
}

function hasUnordered(node: ts.Node): boolean {
  const compiler = typescript();
  const isUnordered =
    compiler.isUnionTypeNode(node) || compiler.isIntersectionTypeNode(node) || compiler.isTypeLiteralNode(node);
  return isUnordered || compiler.forEachChild(node, (child) => hasUnordered(child) || undefined) === true;
}

// The `infer` variables of one conditional type, in the order of the text; those of a conditional type inside are its own.
function inferNames(node: ts.TypeNode): readonly string[] {
  const compiler = typescript();
  const names: string[] = [];
  const stack: ts.Node[] = [node];
  for (let current = stack.pop(); current !== undefined; current = stack.pop()) {
    if (compiler.isInferTypeNode(current) && !names.includes(current.typeParameter.name.text))
      names.push(current.typeParameter.name.text);
    const children: ts.Node[] = [];
    compiler.forEachChild(current, (child) => {
      if (!compiler.isConditionalTypeNode(current) || child !== current.extendsType) children.push(child);
    });
    stack.push(...children.reverse());
  }
  return names;
}

function inferForm(node: ts.InferTypeNode, scope: Scope, context: FormContext): Form {
  const bound = findBound(scope, node.typeParameter.name.text, "type");
  const slots: Slot[] = bound === null ? [] : [{ label: "of", form: bound }];
  const { constraint } = node.typeParameter;
  if (constraint !== undefined) slots.push({ label: "constraint", form: context.type(constraint, deeper(scope)) });
  return tree("infer", slots, { node });
}

function mappedForm(node: ts.MappedTypeNode, outer: Scope, context: FormContext): Form {
  const scope = nextLevel(deeper(outer));
  const { constraint, name } = node.typeParameter;
  const keys = (): Form | null => (constraint === undefined ? null : context.type(constraint, scope));
  const inner = bindPositions(scope, "type", [{ name: name.text, constraint: keys }]);
  const slots: Slot[] = [];
  if (constraint !== undefined) slots.push({ label: "keys", form: context.type(constraint, scope) });
  if (node.nameType !== undefined) slots.push({ label: "name", form: context.type(node.nameType, inner) });
  if (node.type !== undefined) slots.push({ label: "type", form: context.type(node.type, inner) });
  const sign = (token: ts.Node | undefined, word: string): string => {
    if (token === undefined) return "";
    return token.getText().startsWith("-") ? ` -${word}` : ` ${word}`;
  };
  return tree("mapped", slots, {
    node,
    text: `${sign(node.readonlyToken, "readonly")}${sign(node.questionToken, "optional")}`.trim(),
    level: scope.level,
  });
}

function templateForm(node: ts.TemplateLiteralTypeNode, scope: Scope, context: FormContext): Form {
  const texts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
  const types = node.templateSpans.map((span) => context.type(span.type, deeper(scope)));
  const form = tree("template", numbered("type", types), { node, text: JSON.stringify(texts) });
  return { ...form, part: { of: leaf("keyword", "string", null), count: Infinity } };
}

function predicateForm(node: ts.TypePredicateNode, scope: Scope, context: FormContext): Form {
  const name = node.parameterName;
  const subject = typescript().isIdentifier(name)
    ? findBound(scope, name.text, "value")
    : leaf("keyword", "this", name);
  const slots: Slot[] = [
    { label: "subject", form: subject ?? hole("a predicate about something that is no parameter", name) },
  ];
  if (node.type !== undefined) slots.push({ label: "type", form: context.type(node.type, deeper(scope)) });
  return tree("predicate", slots, { node, text: node.assertsModifier === undefined ? "" : "asserts" });
}
