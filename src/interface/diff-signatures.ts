import type ts from "typescript";
import { addedParameterReach, callReach, consumers, eitherOf, everybody, implementers, nobody } from "./breaking.ts";
import { isSurelyAssignable } from "./breaking-assignable.ts";
import type { Breaking, ChangeId } from "./change.ts";
import { inDeclaredOrder } from "./change-parameters.ts";
import { withoutUndefined } from "./composite-form.ts";
import { diffTypeParameters, inferring, isShifted } from "./diff-type-parameters.ts";
import {
  below,
  changed,
  type DiffContext,
  type Difference,
  memberTrail,
  type Pair,
  partTrail,
  positioned,
  type Trail,
  undecided,
} from "./difference.ts";
import { type Form, slot, slotsOf } from "./form.ts";

/** The differences of two lists of overloads. */
export function diffOverloads(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const declared = slotsOf(pair.declared, "signature");
  const actual = slotsOf(pair.actual, "signature");
  const holed = [...declared, ...actual].some((form) => form.holed);
  if (holed && declared.length === actual.length) {
    return declared.flatMap((form, index) =>
      diffSignatures({ declared: form, actual: actual[index] ?? form }, trail, context),
    );
  }
  const onlyDeclared = without(declared, actual);
  const onlyActual = without(actual, declared);
  if (onlyDeclared.length === 0 && onlyActual.length === 0) {
    return sameOrder(declared, actual) ? [] : [overloads(trail, "overload-order", everybody, pair)];
  }
  if (declared.length > 1 && actual.length === 1 && isCollapsed(pair, trail)) {
    return [overloads({ ...trail, role: "overloads" }, "overload-removed", implementers, pair)];
  }
  const paired = Math.min(onlyDeclared.length, onlyActual.length);
  return [
    ...onlyDeclared
      .slice(0, paired)
      .flatMap((form, index) => diffSignatures({ declared: form, actual: onlyActual[index] ?? form }, trail, context)),
    ...onlyDeclared.slice(paired).map((form) => overloads(trail, "overload-removed", everybody, { declared: form })),
    ...onlyActual.slice(paired).map((form) => overloads(trail, "overload-added", everybody, { actual: form })),
  ];
}

// One signature that takes all that the overloads took, and gives what they gave.
function isCollapsed({ declared, actual }: Pair, { position }: Trail): boolean {
  const asFunction = (form: Form): Form => ({ ...form, tag: "function", text: "" });
  return isSurelyAssignable(asFunction(actual), asFunction(declared), position);
}

function overloads(trail: Trail, id: ChangeId, reach: Breaking, pair: Partial<Pair>): Difference {
  return changed(trail, { id: idOf(trail, id), reach: callReach(reach, trail.position) }, pair);
}

function idOf(trail: Trail, change: ChangeId): ChangeId {
  return trail.change ?? change;
}

function without(forms: readonly Form[], others: readonly Form[]): readonly Form[] {
  const counts = new Map<string, number>();
  for (const { key } of others) counts.set(key, (counts.get(key) ?? 0) + 1);
  return forms.filter(({ key }) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}

function sameOrder(a: readonly Form[], b: readonly Form[]): boolean {
  return a.length === b.length && a.every((form, index) => form.key === b[index]?.key);
}

function diffSignatures(given: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const ordered = inDeclaredOrder(given);
  const pair = ordered === null ? given : { declared: given.declared, actual: ordered };
  const inner = below(trail, pair);
  const generic = diffTypeParameters(given, inner, context);
  const bySlot = diffParts(pair, isShifted(generic) ? inferring(pair, inner) : inner, context);
  // Positions of type parameters shift when one comes or goes, so everything below would differ too.
  if (!isShifted(generic)) return [...generic, ...bySlot];
  const reach = bySlot.map(({ breaking }) => breaking).reduce(eitherOf, nobody);
  return generic.map((found) => ({ ...found, breaking: eitherOf(found.breaking, reach) }));
}

function diffParts(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const result = partTrail(trail, { inside: "result", role: "returns", change: "return-type" });
  return [
    ...diffThis(pair, trail, context),
    ...diffParameters(pair, trail, context),
    ...diffSlot(pair, { label: "return", trail: positioned(result, { result: true }) }, context),
  ];
}

interface SlotUse {
  readonly label: string;
  readonly trail: Trail;
}

function diffSlot(pair: Pair, { label, trail }: SlotUse, context: DiffContext): readonly Difference[] {
  const declared = slot(pair.declared, label);
  const actual = slot(pair.actual, label);
  if (declared === undefined || actual === undefined) return [];
  return declared.key === actual.key && !actual.holed ? [] : context.types({ declared, actual }, trail);
}

// What is given by consumers at the outside is taken by them one callback further in.
function taking(trail: Trail): Trail {
  const { inward, constructing, host } = trail.position;
  return positioned(trail, {
    inward: !inward,
    constructing: constructing || host === "constructor",
    host: "object",
    result: false,
  });
}

function diffThis(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const declared = slot(pair.declared, "this");
  const actual = slot(pair.actual, "this");
  if (declared !== undefined && actual !== undefined) {
    const inner = partTrail(trail, { inside: "parameter this", role: "is", change: "parameter-type" });
    return diffSlot(pair, { label: "this", trail: taking(inner) }, context);
  }
  const inner = { ...trail, role: "takes this as" };
  if (actual !== undefined) return [parameter(inner, "parameter-added", consumers, { actual })];
  return declared === undefined ? [] : [parameter(inner, "parameter-removed", implementers, { declared })];
}

function parameter(trail: Trail, id: ChangeId, reach: Breaking, pair: Partial<Pair>): Difference {
  return changed(trail, { id: idOf(trail, id), reach }, pair);
}

function diffParameters(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const declared = slotsOf(pair.declared, "parameter");
  const actual = slotsOf(pair.actual, "parameter");
  const { start, end } = commonEnds(declared, actual);
  const left = declared.slice(start, declared.length - end);
  const right = actual.slice(start, actual.length - end);
  const paired = Math.min(left.length, right.length);
  // What stands behind it moves by one place.
  const moves = end > 0 && left.length !== right.length;
  const added = (form: Form): Breaking => (moves ? everybody : addedParameterReach(form, trail.position));
  return [
    ...left
      .slice(0, paired)
      .flatMap((form, index) => diffParameter({ declared: form, actual: right[index] ?? form }, trail, context)),
    ...left.slice(paired).map((form) => parameter(trail, "parameter-removed", everybody, { declared: form })),
    ...right.slice(paired).map((form) => parameter(trail, "parameter-added", added(form), { actual: form })),
  ];
}

// A parameter that is put in before others is one difference, not one for each that it moves.
function commonEnds(a: readonly Form[], b: readonly Form[]): { readonly start: number; readonly end: number } {
  if (a.length === b.length) return { start: 0, end: 0 };
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start]?.key === b[start]?.key) start++;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end]?.key === b[b.length - 1 - end]?.key) end++;
  return { start, end };
}

function nameOf(what: string, form: Form): string {
  const node = form.node;
  const name = node !== null && "name" in node ? (node.name as ts.Node | undefined) : undefined;
  return name === undefined ? what : `${what} ${name.getText()}`;
}

function diffParameter(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const { declared, actual } = pair;
  if (declared.key === actual.key && !actual.holed) return [];
  const flags = declared.text === actual.text ? [] : [diffPresence(pair, trail)];
  if (flags.length > 0 && [declared.text, actual.text].includes("rest")) return flags;
  const inner = partTrail(below(trail, pair), {
    inside: nameOf("parameter", declared),
    role: "is",
    change: "parameter-type",
  });
  const types = flags.length > 0 ? { declared: withoutPresence(declared), actual: withoutPresence(actual) } : pair;
  return [...flags, ...diffSlot(types, { label: "type", trail: taking(inner) }, context)];
}

// Where only one side may be left out, `undefined` on the other says nothing about the type.
function withoutPresence(form: Form): Form {
  const slots = form.slots.map((entry) =>
    entry.label === "type" ? { ...entry, form: withoutUndefined(entry.form) } : entry,
  );
  return { ...form, slots };
}

function diffPresence(pair: Pair, trail: Trail): Difference {
  const { declared, actual } = pair;
  const takes = { ...trail, role: "takes" };
  if (declared.text === "rest" || actual.text === "rest") return parameter(takes, "parameter-rest", everybody, pair);
  const reach = callReach(actual.text === "optional" ? implementers : consumers, trail.position);
  return parameter(takes, "parameter-optionality", reach, pair);
}

/** The differences of two constructors; a class without one has its base's. */
export function diffConstructors(pair: Pair, outer: Trail, context: DiffContext): readonly Difference[] {
  const { declared, actual } = pair;
  if (declared.key === actual.key && !actual.holed) return [];
  const trail = positioned(memberTrail(outer, "constructor"), { host: "constructor" });
  if (declared.tag !== actual.tag) {
    return [undecided({ ...trail, change: "constructor-inherited" }, "one side inherits its constructor", pair)];
  }
  if (declared.text !== actual.text) {
    return [changed(trail, { id: "constructor-visibility", reach: visibilityReach(pair) }, pair)];
  }
  return diffOverloads(pair, trail, context).map((found) => ({ ...found, change: ofConstructor(found.change) }));
}

const openness = ["private", "protected", ""];

// Those that make a class's objects need its constructor public, those that extend it need it protected.
function visibilityReach({ declared, actual }: Pair): Breaking {
  const [was, is] = [openness.indexOf(declared.text), openness.indexOf(actual.text)] as const;
  return { consumer: was === 2 && is < 2, implementer: was > 0 && is === 0 };
}

function ofConstructor(change: ChangeId): ChangeId {
  return constructorChanges[change] ?? change;
}

const constructorChanges: Readonly<Partial<Record<ChangeId, ChangeId>>> = {
  "parameter-added": "constructor-parameter-added",
  "parameter-removed": "constructor-parameter-removed",
  "parameter-type": "constructor-parameter-type",
  "parameter-optionality": "constructor-parameter-optionality",
  "parameter-rest": "constructor-parameter-rest",
  "return-type": "constructor-return-type",
  "overload-added": "constructor-overload-added",
  "overload-removed": "constructor-overload-removed",
  "overload-order": "constructor-overload-order",
};
