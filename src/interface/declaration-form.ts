import type ts from "typescript";
import type { Bindings } from "./bindings.ts";
import { classForm } from "./class-form.ts";
import { enumForm } from "./enum-form.ts";
import { hasAssignedMembers } from "./expando.ts";
import type { Container, Entity } from "./export-table.ts";
import { filled } from "./fill.ts";
import { byText, type Form, hole, leaf, numbered, type Slot, tree } from "./form.ts";
import type { FormContext } from "./form-context.ts";
import { sharedId } from "./identity.ts";
import { type Member, memberSlots, withoutImplementation } from "./member-form.ts";
import { aliasTarget, containerOf, entityOfName } from "./names.ts";
import { heritageSlots, sortedBases } from "./reference-form.ts";
import { deeper, nextLevel, outerScope, type Scope } from "./scope.ts";
import { bindTypeParameters, signatureForm, typeParameterSlots } from "./signature-form.ts";
import { typescript } from "./typescript.ts";
import { isUniqueSymbol } from "./unique-symbol.ts";

/** Everything that a name means, one slot a kind: `value`, `class`, `interface`, `type`, `enum`, `namespace`; else `re-export`. */
export function declarationForm(entity: Entity, scope: Scope, context: FormContext): Form {
  if (entity.kind === "expression") {
    return inferred(expressionExport(entity, scope, context), { entity, scope, context });
  }
  if (entity.kind !== "declared") return reexportForm(entity, context);
  const alias = aliasTarget(entity, context);
  if (alias !== null) return declarationForm(alias, scope, context);
  const { declarations } = entity;
  const node = declarations[0] ?? null;
  const open = openReason(entity);
  if (open !== null) return inferred(unknownForm(open, node), { entity, scope, context });
  return inferred(tree("declared", kindSlots(entity, scope, context), { node }), { entity, scope, context });
}

function expressionExport(entity: Entity & { readonly kind: "expression" }, scope: Scope, context: FormContext): Form {
  const { expression, module } = entity;
  if (isJavaScript(module.file.fileName)) return unknownForm(javaScript, expression);
  const type = context.expression(expression, scope, false);
  return tree("declared", [{ label: "value", form: variableForm(type, "const", expression) }], { node: expression });
}

function unknownForm(reason: string, node: ts.Node | null): Form {
  return tree("declared", [{ label: "value", form: hole(reason, node) }], { node });
}

const javaScript = "types of JavaScript are inferred";

// Why declarations do not show all that their name is.
function openReason({ declarations, module, containers }: Declared): string | null {
  if (isJavaScript(module.file.fileName)) return javaScript;
  const isOpen = containers.length === 0 && declarations.some(hasAssignedMembers);
  return isOpen ? "members are assigned to it" : null;
}

// What syntax leaves open, the compiler has perhaps said.
function inferred(
  form: Form,
  use: { readonly entity: Own; readonly scope: Scope; readonly context: FormContext },
): Form {
  const { entity, scope, context } = use;
  const isTop = entity.kind === "expression" || entity.containers.length === 0;
  const answer = form.holed && isTop ? context.inferred(entity) : null;
  if (answer === null) return form;
  return filled(
    form,
    tree("declared", kindSlots(answer, { ...scope, module: answer.module }, context), { node: form.node }),
  );
}

function isJavaScript(path: string): boolean {
  return /\.[cm]?jsx?$/u.test(path);
}

function reexportForm(entity: Entity, context: FormContext): Form {
  if (entity.kind === "enum-member") return unknownForm("it is another name for a member", null);
  return tree("declared", [{ label: "re-export", form: leaf("re-export", sharedId(entity, context.own), null) }], {
    node: null,
  });
}

type Own = Entity & { readonly kind: "declared" | "expression" };
type Declared = Entity & { readonly kind: "declared" };

function kindSlots(entity: Declared, scope: Scope, context: FormContext): readonly Slot[] {
  const compiler = typescript();
  const { declarations } = entity;
  const slots: Slot[] = [];
  const add = (label: string, form: Form): void => {
    slots.push({ label, form });
  };
  const functions = declarations.filter(compiler.isFunctionDeclaration);
  if (functions.length > 0) add("value", functionForm(functions, scope, context));
  const variable = declarations.find(isVariable);
  if (variable !== undefined) add("value", variableOf(variable, scope, context));
  const classLike = declarations.find(compiler.isClassDeclaration);
  if (classLike !== undefined) add("class", classForm(classLike, scope, context));
  const interfaces = declarations.filter(compiler.isInterfaceDeclaration);
  if (interfaces.length > 0) add("interface", interfaceForm(interfaces, scope, context));
  const alias = declarations.find(compiler.isTypeAliasDeclaration);
  if (alias !== undefined) add("type", aliasForm(alias, scope, context));
  const enums = declarations.filter(compiler.isEnumDeclaration);
  if (enums.length > 0) add("enum", enumForm(enums, scope, context));
  const container = containerOf(entity, context);
  if (container !== null) add("namespace", namespaceForm(entity, container, { scope, context }));
  return slots;
}

function isVariable(node: ts.Node): node is ts.VariableDeclaration | ts.BindingElement {
  const compiler = typescript();
  return compiler.isVariableDeclaration(node) || compiler.isBindingElement(node);
}

function functionForm(functions: readonly ts.FunctionDeclaration[], scope: Scope, context: FormContext): Form {
  const signatures = withoutImplementation(functions).map((node) => signatureForm(node, deeper(scope), context));
  return tree("function", numbered("signature", signatures), { node: functions[0] ?? null });
}

function variableOf(node: ts.VariableDeclaration | ts.BindingElement, scope: Scope, context: FormContext): Form {
  const compiler = typescript();
  if (compiler.isBindingElement(node))
    return variableForm(hole("the type is inferred from a pattern", node), "const", node);
  const isConst = (compiler.getCombinedNodeFlags(node) & compiler.NodeFlags.Const) !== 0;
  return variableForm(typeOfVariable(node, { scope, context, isConst }), isConst ? "const" : "let", node);
}

interface VariableUse {
  readonly scope: Scope;
  readonly context: FormContext;
  readonly isConst: boolean;
}

function typeOfVariable(node: ts.VariableDeclaration, { scope, context, isConst }: VariableUse): Form {
  if (node.type !== undefined) return context.type(node.type, scope);
  if (isUniqueSymbol(node, scope.module.bindings)) return leaf("keyword", "unique symbol", node);
  if (node.initializer !== undefined) return context.expression(node.initializer, scope, !isConst);
  return leaf("keyword", "any", node);
}

// A constant function and a function declaration can be used alike.
function variableForm(type: Form, text: string, node: ts.Node): Form {
  if (text === "const" && type.tag === "function") return tree("function", type.slots, { node });
  return tree("variable", [{ label: "type", form: type }], { node, text });
}

function interfaceForm(interfaces: readonly ts.InterfaceDeclaration[], scope: Scope, context: FormContext): Form {
  const parts = interfaces.map((declaration) => ({
    declaration,
    inner: bindTypeParameters(declaration.typeParameters, nextLevel(scope), context),
  }));
  const members: Member[] = [...parts]
    .reverse()
    .flatMap(({ declaration, inner }) => declaration.members.map((node) => ({ node, scope: deeper(inner) })));
  const first = parts[0];
  const slots: Slot[] =
    first === undefined ? [] : [...typeParameterSlots(first.declaration.typeParameters, first.inner, context)];
  const bases = parts.flatMap(({ declaration, inner }) => heritageSlots(declaration, inner, context));
  slots.push(...sortedBases(bases.map(({ form }) => form)));
  slots.push(...memberSlots(members, context).map(({ label, form }) => ({ label: `member ${label}`, form })));
  return tree("interface", slots, { node: first?.declaration ?? null });
}

function aliasForm(node: ts.TypeAliasDeclaration, scope: Scope, context: FormContext): Form {
  const inner = bindTypeParameters(node.typeParameters, nextLevel(scope), context);
  const slots = [
    ...typeParameterSlots(node.typeParameters, inner, context),
    { label: "type", form: context.type(node.type, inner) },
  ];
  return tree("type", slots, { node });
}

interface NamespaceUse {
  readonly scope: Scope;
  readonly context: FormContext;
}

function namespaceForm(entity: Declared, container: Container, { scope, context }: NamespaceUse): Form {
  const containers = [...entity.containers, container];
  const inner: Scope = { ...deeper(scope), module: entity.module, containers };
  const node = entity.declarations.find(typescript().isModuleDeclaration) ?? null;
  return tree("namespace", exportSlots(container.bindings, inner, context), { node });
}

/** What the exports of a namespace body declare, by name. */
export function exportSlots(bindings: Bindings, scope: Scope, context: FormContext): readonly Slot[] {
  const slots: Slot[] = [];
  for (const [name, [binding]] of bindings.exports) {
    if (binding?.kind !== "local") continue;
    const declarations = bindings.declarations.get(binding.local);
    const entity: Entity =
      declarations === undefined
        ? nameOf(binding.node, scope, context)
        : { kind: "declared", module: scope.module, containers: scope.containers, name: binding.local, declarations };
    slots.push({ label: name, form: declarationForm(entity, scope, context) });
  }
  return slots.sort((a, b) => byText(a.label, b.label));
}

function nameOf(node: ts.Node, scope: Scope, context: FormContext): Entity {
  if (!typescript().isIdentifier(node)) return { kind: "global", name: node.getText() };
  return entityOfName(node, { meaning: "value", scope }, context);
}

/** The scope that an entity's declarations are read in. */
export function declarationScope(entity: Entity & { readonly kind: "declared" | "expression" }): Scope {
  return outerScope(entity.module, entity.kind === "declared" ? entity.containers : []);
}
