import { consumers, everybody, implementers, nobody } from "./breaking.ts";
import type { Breaking, ChangeId } from "./change.ts";
import { inDeclaredOrder, withAddedDefaults } from "./change-parameters.ts";
import { diffInherited } from "./diff-inherited.ts";
import { diffMembers, diffMembersOfClass, diffSlotsByName } from "./diff-members.ts";
import { diffConstructors, diffOverloads } from "./diff-signatures.ts";
import { diffTypeParameters, isShifted } from "./diff-type-parameters.ts";
import { diffTypes } from "./diff-types.ts";
import {
  below,
  type Change,
  changed,
  type DiffContext,
  type Difference,
  difference,
  memberTrail,
  type Pair,
  positioned,
  type Trail,
  undecided,
} from "./difference.ts";
import { type Form, holesOf, slot } from "./form.ts";
import { mayBeSame } from "./identity.ts";
import { withVariance } from "./variance.ts";

/** The differences of everything that a name declares on both sides. */
export function diffDeclarations(
  pair: Pair,
  trail: Trail,
  isKnownName: (name: string) => boolean,
): readonly Difference[] {
  const context: DiffContext = {
    isKnownName,
    types: (inner, innerTrail) => diffTypes(inner, innerTrail, context),
  };
  return diffDeclared(pair, trail, context);
}

function diffDeclared(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const { declared, actual } = pair;
  if (declared.key === actual.key && !actual.holed && !declared.holed) return [];
  const typeOnly = [declared, actual].filter((form) => slot(form, "type-only") !== undefined);
  if (typeOnly.length === 1) return diffTypeOnly(pair, trail);
  const kinds = (form: Form): string => form.slots.map(({ label }) => label).join(" ");
  if (kinds(declared) !== kinds(actual)) return [diffKinds(pair, trail)];
  const inner = below(trail, pair);
  return declared.slots.flatMap(({ label, form }) => {
    const other = slot(actual, label);
    return other === undefined ? [] : diffKind(label, { declared: form, actual: other }, { trail: inner, context });
  });
}

function diffTypeOnly(pair: Pair, trail: Trail): readonly Difference[] {
  const opaque = [pair.declared, pair.actual].some((form) => slot(form, "re-export") !== undefined);
  const inner: Trail = { ...trail, change: "type-only" };
  if (opaque) return [undecided(inner, "whether the name is more than a type is not known here", pair)];
  const reach = slot(pair.actual, "type-only") === undefined ? implementers : everybody;
  return [changed({ ...inner, role: "type-only" }, { id: "type-only", reach }, pair)];
}

function diffKinds(pair: Pair, trail: Trail): Difference {
  const inner: Trail = { ...trail, change: "kind", role: "kind" };
  const forms = [pair.declared, pair.actual];
  const opaque = forms.map((form) => slot(form, "re-export")).find((form) => form !== undefined);
  if (opaque !== undefined) return undecided(inner, `${opaque.text} is not one of the project's own files`, pair);
  const inferred = forms
    .flatMap((form) => form.slots)
    .map((entry) => entry.form)
    .find(({ tag }) => tag === "hole");
  if (inferred !== undefined) return undecided(inner, inferred.text, pair);
  return isWrittenAsNamespace(pair)
    ? undecided(inner, "the compiler declares an object of JavaScript as a namespace", pair)
    : changed(inner, { id: "kind", reach: reachOfKinds(pair) }, pair);
}

// A further meaning takes its name away from those that merged with it; a type in another kind of declaration merges with others.
function reachOfKinds({ declared, actual }: Pair): Breaking {
  const isKept = declared.slots.every(({ label, form }) => slot(actual, label)?.key === form.key);
  if (isKept) return implementers;
  const members = membersOfType(declared);
  if (members === null || members !== membersOfType(actual)) return everybody;
  return slot(declared, "interface") === undefined ? consumers : implementers;
}

// The members that an interface and an alias of an object type may have in common.
function membersOfType({ slots }: Form): string | null {
  const [first] = slots;
  if (first === undefined || slots.length > 1) return null;
  const isAlias = first.label === "type";
  if (!isAlias && first.label !== "interface") return null;
  const type = isAlias ? slot(first.form, "type") : undefined;
  if (isAlias && type?.tag !== "object") return null;
  const own = first.form.slots.filter(({ label }) => !isAlias || label !== "type");
  const members = type?.slots.map(({ label, form }) => ({ label: `member ${label}`, form })) ?? [];
  return [...own, ...members].map(({ label, form }) => `${label} ${form.key}`).join("\n");
}

function isWrittenAsNamespace({ declared, actual }: Pair): boolean {
  const isJavaScript = /\.[cm]?jsx?$/u.test(actual.node?.getSourceFile().fileName ?? "");
  return isJavaScript && slot(actual, "namespace") !== undefined && slot(declared, "value") !== undefined;
}

interface KindUse {
  readonly trail: Trail;
  readonly context: DiffContext;
}

function diffKind(label: string, pair: Pair, { trail, context }: KindUse): readonly Difference[] {
  if (pair.declared.key === pair.actual.key && !pair.actual.holed) return [];
  const inner = below(trail, pair);
  switch (label) {
    case "value":
      return diffValues(pair, trail, context);
    case "class":
    case "interface":
    case "type":
      return diffGeneric(label, pair, { trail: inner, context });
    case "enum":
      return diffEnums(pair, inner);
    case "namespace":
      return diffNamespaces(pair, inner, context);
    default:
      return diffReexports(pair, trail);
  }
}

function diffReexports(pair: Pair, trail: Trail): readonly Difference[] {
  const inner: Trail = { ...trail, change: "re-export" };
  const doubt = mayBeSame(pair.declared.text, pair.actual.text);
  return [
    doubt
      ? undecided(inner, "two modules that were not read may export the same thing", pair)
      : changed(inner, { id: "re-export", reach: everybody }, pair),
  ];
}

function diffValues(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const { declared, actual } = pair;
  if (declared.tag === "hole" || actual.tag === "hole") return context.types(pair, { ...trail, change: "value" });
  if (declared.tag === "function" && actual.tag === "function") return diffOverloads(pair, below(trail, pair), context);
  if (declared.tag !== actual.tag) return [diffFunctionAndVariable(pair, trail)];
  const inner = below(trail, pair);
  const kind =
    declared.text === actual.text
      ? []
      : [changed({ ...trail, role: "kind" }, { id: "kind", reach: reachOfConst(pair, trail) }, pair)];
  const types = { declared: declared.slots[0]?.form ?? declared, actual: actual.slots[0]?.form ?? actual };
  if (types.declared.key === types.actual.key && !types.actual.holed) return kind;
  const isObject = types.declared.tag === "object" && types.actual.tag === "object";
  const found = context.types(types, { ...inner, change: isObject ? null : "value", role: "is" });
  return [...kind, ...found.map(withoutImplementers)];
}

// Nobody builds a constant again.
function withoutImplementers(found: Difference): Difference {
  return { ...found, breaking: { ...found.breaking, implementer: false } };
}

// What is imported cannot be set; what is in a namespace can.
function reachOfConst({ actual }: Pair, { path }: Trail): Breaking {
  return actual.text === "const" && path.length > 0 ? consumers : nobody;
}

// A constant whose type is named, computed or inferred may well be a function; one that is not constant is none.
function diffFunctionAndVariable(pair: Pair, trail: Trail): Difference {
  const variable = pair.declared.tag === "variable" ? pair.declared : pair.actual;
  const type = variable.slots[0]?.form;
  const other = variable === pair.declared ? pair.actual : pair.declared;
  const inner: Trail = { ...trail, change: "kind", role: "kind" };
  const kind = { id: "kind", reach: everybody } as const;
  if (variable.text !== "const" || type === undefined) return changed(inner, kind, pair);
  const hole = holesOf(type)[0];
  if (hole !== undefined) return undecided(inner, hole.text, pair);
  const expanded = type.expand?.();
  if (
    expanded?.tag === "function" &&
    expanded.slots.map(({ form }) => form.key).join() === other.slots.map(({ form }) => form.key).join()
  ) {
    return difference(inner, { kind: "spelling", change: "kind" }, pair);
  }
  const plain = ["keyword", "literal", "object", "tuple"].includes(type.tag) || type.text === "global:Function";
  return plain
    ? changed(inner, kind, pair)
    : undecided(inner, "a constant of a named type may be the same function", pair);
}

// Type parameters first: everything else is compared as if the actual ones stood in the declared order, and those that have defaults had them.
function diffGeneric(label: string, given: Pair, { trail, context }: KindUse): readonly Difference[] {
  const generic = diffTypeParameters(given, trail, context);
  const actual = isShifted(generic) ? withAddedDefaults(given) : (inDeclaredOrder(given) ?? given.actual);
  if (actual === null) return generic;
  const pair = { declared: given.declared, actual };
  const diff = label === "class" ? diffClasses : label === "interface" ? diffInterfaces : diffAliases;
  return [...generic, ...withVariance(diff(pair, trail, context), pair)];
}

function diffClasses(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const { declared, actual } = pair;
  const made = { declared: slot(declared, "constructor") ?? declared, actual: slot(actual, "constructor") ?? actual };
  const kind = { id: "kind", reach: actual.text === "abstract" ? consumers : nobody } as const;
  const abstract = declared.text === actual.text ? [] : [changed({ ...trail, role: "kind" }, kind, pair)];
  return [
    ...abstract,
    ...diffConstructors(made, trail, context),
    ...diffBrands(pair, trail),
    ...diffInherited(pair, trail, (both) => diffMembersOfClass(both, trail, context)),
  ];
}

// A design shows what others may use: only a brand that it states is compared.
function diffBrands(pair: Pair, trail: Trail): readonly Difference[] {
  const stated = pair.declared.slots.filter(({ label }) => label.startsWith("brand "));
  return stated
    .filter(({ label }) => slot(pair.actual, label) === undefined)
    .map(({ form }) => changed({ ...trail, role: "brand" }, { id: "brand", reach: nobody }, { declared: form }));
}

function diffInterfaces(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const members = (form: Form): Form => ({
    ...form,
    slots: form.slots
      .filter(({ label }) => label.startsWith("member "))
      .map((entry) => ({ label: entry.label.slice("member ".length), form: entry.form })),
  });
  return diffInherited(pair, trail, ({ declared, actual }) =>
    diffMembers({ declared: members(declared), actual: members(actual) }, trail, context),
  );
}

function diffAliases(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const declared = slot(pair.declared, "type");
  const actual = slot(pair.actual, "type");
  if (declared === undefined || actual === undefined || (declared.key === actual.key && !actual.holed)) return [];
  return context.types({ declared, actual }, { ...trail, role: "is" });
}

function diffEnums(pair: Pair, trail: Trail): readonly Difference[] {
  const { declared, actual } = pair;
  // Where files are compiled one by one, a `const enum` of another file cannot be used.
  const change = { id: "kind", reach: actual.text === "const" ? consumers : nobody } as const;
  const kind = declared.text === actual.text ? [] : [changed({ ...trail, role: "kind" }, change, pair)];
  const members = diffSlotsByName(declared.slots, actual.slots, (label, both) => {
    const inner = memberTrail(trail, label);
    if (both.actual === undefined) return [changed(inner, enumChange("enum-member-missing"), both)];
    if (both.declared === undefined) return [changed(inner, enumChange("enum-member-undeclared"), both)];
    return diffEnumMember({ declared: both.declared, actual: both.actual }, inner);
  });
  return [...kind, ...members];
}

// Nobody implements an enum.
function enumChange(id: ChangeId): Change {
  return { id, reach: consumers };
}

function diffEnumMember(pair: Pair, trail: Trail): readonly Difference[] {
  const { declared, actual } = pair;
  if (declared.key === actual.key && !actual.holed) return [];
  const hole = [...holesOf(declared), ...holesOf(actual)][0];
  const computed = [declared, actual].some((form) => form.slots[0]?.form.tag === "computed");
  const inner: Trail = { ...trail, change: "enum-member-value" };
  // A declaration file cannot write a computed value down, so it leaves it out.
  const leftOut =
    declared.node !== null && !("initializer" in declared.node && declared.node.initializer !== undefined);
  if (computed && leftOut) return [];
  if (hole !== undefined) return leftOut && computed ? [] : [undecided(inner, hole.text, pair)];
  if (computed) return [undecided(inner, "the value of the enum member is computed", pair)];
  const values = { declared: slot(declared, "value") ?? declared, actual: slot(actual, "value") ?? actual };
  return [changed(inner, enumChange("enum-member-value"), values)];
}

function diffNamespaces(pair: Pair, outer: Trail, context: DiffContext): readonly Difference[] {
  const trail = positioned(outer, { host: "namespace" });
  return diffSlotsByName(pair.declared.slots, pair.actual.slots, (label, both) => {
    const inner = memberTrail(trail, label);
    if (both.actual === undefined) return [changed(inner, { id: "member-missing", reach: everybody }, both)];
    if (both.declared === undefined) return [changed(inner, { id: "member-undeclared", reach: nobody }, both)];
    return diffDeclared({ declared: both.declared, actual: both.actual }, inner, context);
  });
}
