import type ts from "typescript";
import type { Entity } from "./export-table.ts";
import { at, byText, type Form, hole, leaf, numbered, type Slot, tree } from "./form.ts";
import type { FormContext, ReferenceUse } from "./form-context.ts";
import { sharedId } from "./identity.ts";
import { withLocalBases, writtenMembers } from "./inherited.ts";
import { objectForm } from "./member-form.ts";
import { aliasTarget } from "./names.ts";
import { bind, bindPositions, type Expanding, entered, expansionOf, type Scope } from "./scope.ts";
import { typescript } from "./typescript.ts";
import { isUniqueSymbol } from "./unique-symbol.ts";

type Declared = Entity & { readonly kind: "declared" };

/** A named type: by its identity, or written out where it is a file-local name of one of the two sides. */
export function referenceForm(entity: Entity, use: ReferenceUse, context: FormContext): Form {
  if (entity.kind === "declared") {
    const alias = aliasTarget(entity, context);
    if (alias !== null) return referenceForm(alias, use, context);
    if (isFileLocal(entity, context)) return expandedForm(entity, use, context);
  }
  const member = memberOfLocal(entity, use, context);
  if (member !== null) return member;
  if (entity.kind === "enum-member")
    return ofEnum(leaf("reference", sharedId(entity, context.own), use.node), entity, { use, context });
  const args = entity.kind === "declared" ? withDefaults(entity, use, context) : use.args;
  const elided = args.length > use.args.length ? args.length - use.args.length : undefined;
  const own = { node: use.node, text: sharedId(entity, context.own), elided };
  const form = tree("reference", numbered("argument", args), own);
  return isStructural(entity) ? { ...form, expand: () => expandedForm(entity, use, context) } : form;
}

// Aliases and interfaces are their members in other words; classes and enums are more than that.
function isStructural(entity: Entity): entity is Declared {
  const compiler = typescript();
  if (entity.kind !== "declared") return false;
  return entity.declarations.every(
    (node) => compiler.isTypeAliasDeclaration(node) || compiler.isInterfaceDeclaration(node),
  );
}

// A member of what only one side declares (`L.A` of a local enum) is known by what declares it, written out.
function memberOfLocal(entity: Entity, use: ReferenceUse, context: FormContext): Form | null {
  if (entity.kind !== "enum-member" || entity.of.kind !== "declared" || !isFileLocal(entity.of, context)) return null;
  const of = wholeEnum(entity.of, use, context);
  return ofEnum(tree("member-of", [{ label: "of", form: of }], { node: use.node, text: entity.name }), entity, {
    use,
    context,
  });
}

// A member of an enum is one of the alternatives that the enum stands for; the only one is the enum.
function ofEnum(
  form: Form,
  { of }: Entity & { readonly kind: "enum-member" },
  { use, context }: { readonly use: ReferenceUse; readonly context: FormContext },
): Form {
  if (of.kind !== "declared") return form;
  const enums = of.declarations.filter(typescript().isEnumDeclaration);
  const count = enums.reduce((sum, { members }) => sum + members.length, 0);
  if (count === 0) return form;
  const whole = wholeEnum(of, use, context);
  return count === 1 ? whole : { ...form, part: { of: whole, count } };
}

// All members of an enum lead to it, so it is written out once; what is merged with it may depend on where it is met.
function wholeEnum(of: Declared, use: ReferenceUse, context: FormContext): Form {
  const [first, ...others] = of.declarations;
  const isAlone = first !== undefined && others.length === 0;
  const known = isAlone ? context.enums.get(first) : undefined;
  const form = known ?? referenceForm(of, { ...use, args: [] }, context);
  if (isAlone && !form.holed) context.enums.set(first, form);
  return at(form, use.node);
}

// What only one of the two compared texts declares, and not both export: the other side cannot name it.
function isFileLocal(entity: Declared, context: FormContext): boolean {
  const ofPair = entity.module.id === context.design.id || entity.module.id === context.source.id;
  return ofPair && !sharedId(entity, context.own).startsWith("own:");
}

/** The type of a value (`typeof name`). */
export function valueTypeForm(entity: Entity, use: ReferenceUse, context: FormContext): Form {
  const args = numbered("argument", use.args);
  const member = memberOfLocal(entity, use, context);
  if (member !== null) return tree("typeof", [{ label: "of", form: member }, ...args], { node: use.node });
  if (entity.kind !== "declared" || !isFileLocal(entity, context)) {
    const form = tree("typeof", args, { node: use.node, text: sharedId(entity, context.own) });
    return isSymbol(entity) ? { ...form, part: { of: leaf("keyword", "symbol", null), count: Infinity } } : form;
  }
  const alias = aliasTarget(entity, context);
  if (alias !== null) return valueTypeForm(alias, use, context);
  const known = guard(entity, use);
  if (known !== null) return known;
  const form = context.declaration(entity, expanding(entity, use));
  const value = form.slots.find(({ label }) => label === "value")?.form;
  if (value?.tag === "function") return value;
  if (value?.tag === "variable") return value.slots[0]?.form ?? value;
  return tree("typeof", [{ label: "of", form }, ...args], { node: use.node });
}

function isSymbol(entity: Entity): boolean {
  return entity.kind === "declared" && entity.declarations.some((node) => isUniqueSymbol(node, entity.module.bindings));
}

function guard(entity: Declared, { args, node, scope }: ReferenceUse): Form | null {
  const first = entity.declarations[0];
  const known = first === undefined ? null : expansionOf(scope, first);
  if (known !== null) return recursiveForm(known, args, { node, scope });
  return scope.depth > 60 ? hole("types are nested too deeply", node) : null;
}

// With other arguments it is no repetition: what follows differs at each step.
function recursiveForm(known: Expanding, args: readonly Form[], { node, scope }: Omit<ReferenceUse, "args">): Form {
  const steps = String(scope.depth - known.depth);
  const isRepeated = args.length === known.args.length && args.every(({ key }, at) => key === known.args[at]?.key);
  return isRepeated
    ? { ...leaf("recursive", steps, node), declaration: known.declaration }
    : tree("recursive", numbered("argument", args), { node, text: `${steps} with ${args.length}` });
}

function expanding(entity: Declared, { args, scope }: Pick<ReferenceUse, "args" | "scope">): Scope {
  const declaration = entity.declarations[0];
  const inner = entered(scope, entity.module, entity.containers);
  return declaration === undefined
    ? inner
    : { ...inner, expanding: { declaration, depth: scope.depth, args, outer: scope.expanding } };
}

function expandedForm(entity: Declared, use: ReferenceUse, context: FormContext): Form {
  const compiler = typescript();
  const known = guard(entity, use);
  if (known !== null) return known;
  const lack = context.spend(1, use.node);
  if (lack !== null) return lack;
  const scope = expanding(entity, use);
  const alias = entity.declarations.find(compiler.isTypeAliasDeclaration);
  if (alias !== undefined)
    return written(context.type(alias.type, withArguments(alias, { use, scope }, context)), alias, use.node);
  const interfaces = entity.declarations.filter(compiler.isInterfaceDeclaration);
  const [first] = interfaces;
  const isClass = entity.declarations.some(compiler.isClassDeclaration);
  if (first === undefined || isClass) {
    const form = context.declaration(entity, scope);
    return tree("local", [{ label: "of", form }, ...numbered("argument", use.args)], { node: use.node });
  }
  return written(interfaceObject(interfaces, { use, scope }, context), first, use.node);
}

function written(form: Form, declaration: ts.Node, node: ts.Node): Form {
  return form.holed ? at(form, node) : { ...form, node, declaration };
}

interface Expansion {
  readonly use: ReferenceUse;
  readonly scope: Scope;
}

function interfaceObject(
  interfaces: readonly ts.InterfaceDeclaration[],
  expansion: Expansion,
  context: FormContext,
): Form {
  const parts = interfaces.map((declaration) => ({
    declaration,
    scope: withArguments(declaration, expansion, context),
  }));
  const members = [...parts].reverse().flatMap(({ declaration, scope }) => {
    const inner = { ...scope, depth: scope.depth + 1 };
    return declaration.members.map((node) => ({ node, scope: inner }));
  });
  const object = objectForm(members, context, expansion.use.node);
  const bases = parts.flatMap(({ declaration, scope }) => heritageSlots(declaration, scope, context));
  if (bases.length === 0) return object;
  const joined = withLocalBases({ members: writtenMembers(object) ?? [], bases: bases.map(({ form }) => form) });
  const node = expansion.use.node;
  const whole = tree("object", joined.members, { node });
  const [only] = joined.members;
  const isSignature = joined.members.length === 1 && (only?.label === "()" || only?.label === "new()");
  if (joined.bases.length === 0) return isSignature && only !== undefined ? only.form : whole;
  return tree("extending", [{ label: "members", form: whole }, ...sortedBases(joined.bases)], { node });
}

/** Slots `extends 0`, … of a class or interface, sorted for interfaces; what a class implements is left out. */
export function heritageSlots(
  declaration: ts.InterfaceDeclaration | ts.ClassLikeDeclaration,
  scope: Scope,
  context: FormContext,
): readonly Slot[] {
  const { SyntaxKind } = typescript();
  const clauses = (declaration.heritageClauses ?? []).filter((clause) => clause.token === SyntaxKind.ExtendsKeyword);
  const bases = clauses.flatMap((clause) => clause.types.map((type) => context.type(type, scope)));
  return sortedBases(bases);
}

/** Slots `extends 0`, … of bases whose order does not count. */
export function sortedBases(bases: readonly Form[]): readonly Slot[] {
  return numbered(
    "extends",
    [...bases].sort((a, b) => byText(a.key, b.key)),
  );
}

type Generic = ts.Node & { readonly typeParameters?: ts.NodeArray<ts.TypeParameterDeclaration> };

// Arguments take the place of the parameters; those that are missing come from the defaults.
function withArguments(declaration: Generic, { use, scope }: Expansion, context: FormContext): Scope {
  let inner = scope;
  for (const [index, parameter] of (declaration.typeParameters ?? []).entries()) {
    const given = use.args[index];
    const byDefault = parameter.default === undefined ? null : context.type(parameter.default, inner);
    const form = given ?? byDefault ?? leaf("keyword", "any", use.node);
    inner = bind(inner, "type", { name: parameter.name.text, form });
  }
  return inner;
}

function withDefaults(entity: Declared, use: ReferenceUse, context: FormContext): readonly Form[] {
  const generic = entity.declarations.find(
    (node): node is Generic => "typeParameters" in node && node.typeParameters !== undefined,
  );
  const parameters = generic?.typeParameters ?? [];
  if (use.args.length >= parameters.length) return use.args;
  let scope = entered(use.scope, entity.module, entity.containers);
  scope = bindPositions(
    scope,
    "type",
    parameters.map((parameter) => parameter.name.text),
  );
  const forms: Form[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const given = use.args[index];
    if (given === undefined && parameter.default === undefined) return use.args;
    const form = given ?? context.type(parameter.default ?? missing(parameter), scope);
    forms.push(form);
    scope = bind(scope, "type", { name: parameter.name.text, form });
  }
  return forms;
}

function missing(parameter: ts.TypeParameterDeclaration): never {
  throw new Error(`the default of ${parameter.name.text} was there a moment ago`);
}
