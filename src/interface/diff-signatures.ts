import type ts from "typescript";
import {
  below,
  changed,
  type DiffContext,
  type Difference,
  memberTrail,
  type Pair,
  partTrail,
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
    return sameOrder(declared, actual) ? [] : [changed(trail, idOf(trail, "overload-order"), pair)];
  }
  const paired = Math.min(onlyDeclared.length, onlyActual.length);
  return [
    ...onlyDeclared
      .slice(0, paired)
      .flatMap((form, index) => diffSignatures({ declared: form, actual: onlyActual[index] ?? form }, trail, context)),
    ...onlyDeclared.slice(paired).map((form) => changed(trail, idOf(trail, "overload-removed"), { declared: form })),
    ...onlyActual.slice(paired).map((form) => changed(trail, idOf(trail, "overload-added"), { actual: form })),
  ];
}

function idOf(trail: Trail, change: string): string {
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

function diffSignatures(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const inner = below(trail, pair);
  const generic = diffTypeParameters(pair, inner, context);
  const bySlot = [
    ...diffThis(pair, inner, context),
    ...diffParameters(pair, inner, context),
    ...diffSlot(
      pair,
      { label: "return", trail: partTrail(inner, { inside: "result", role: "returns", change: "return-type" }) },
      context,
    ),
  ];
  // Positions of type parameters shift when one comes or goes, so everything below would differ too.
  const shifted = generic.some(({ change }) => /-(?:added|removed)$/u.test(change));
  return shifted ? generic : [...generic, ...bySlot];
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

/** The differences of two lists of type parameters. */
export function diffTypeParameters(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const declared = slotsOf(pair.declared, "type-parameter");
  const actual = slotsOf(pair.actual, "type-parameter");
  const added = actual
    .slice(declared.length)
    .map((form) => changed(trail, idOf(trail, "type-parameter-added"), { actual: form }));
  const removed = declared
    .slice(actual.length)
    .map((form) => changed(trail, idOf(trail, "type-parameter-removed"), { declared: form }));
  if (added.length + removed.length > 0) return [...added, ...removed];
  return declared.flatMap((form, index) =>
    diffTypeParameter({ declared: form, actual: actual[index] ?? form }, trail, context),
  );
}

function diffTypeParameter(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const { declared, actual } = pair;
  const at = (role: string, change: string): Trail =>
    partTrail(below(trail, pair), { inside: nameOf("type parameter", declared), role, change });
  const words =
    declared.text === actual.text ? [] : [changed(at("is", ""), idOf(trail, "type-parameter-modifier"), pair)];
  return [
    ...words,
    ...diffOptional(pair, { label: "constraint", trail: at("extends", "type-parameter-constraint") }, context),
    ...diffOptional(pair, { label: "default", trail: at("defaults to", "type-parameter-default") }, context),
  ];
}

function diffOptional(pair: Pair, { label, trail }: SlotUse, context: DiffContext): readonly Difference[] {
  const declared = slot(pair.declared, label);
  const actual = slot(pair.actual, label);
  if (declared !== undefined && actual !== undefined) return diffSlot(pair, { label, trail }, context);
  return declared === actual ? [] : [changed(trail, trail.change ?? "type", only(declared, actual))];
}

function only(declared: Form | undefined, actual: Form | undefined): Partial<Pair> {
  return { ...(declared === undefined ? {} : { declared }), ...(actual === undefined ? {} : { actual }) };
}

function diffThis(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const declared = slot(pair.declared, "this");
  const actual = slot(pair.actual, "this");
  if (declared !== undefined && actual !== undefined) {
    return diffSlot(
      pair,
      { label: "this", trail: partTrail(trail, { inside: "parameter this", role: "is", change: "parameter-type" }) },
      context,
    );
  }
  if (declared === actual) return [];
  const inner = { ...trail, role: "takes this as" };
  return [
    changed(inner, idOf(trail, actual === undefined ? "parameter-removed" : "parameter-added"), only(declared, actual)),
  ];
}

function diffParameters(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const declared = slotsOf(pair.declared, "parameter");
  const actual = slotsOf(pair.actual, "parameter");
  const { start, end } = commonEnds(declared, actual);
  const left = declared.slice(start, declared.length - end);
  const right = actual.slice(start, actual.length - end);
  const paired = Math.min(left.length, right.length);
  return [
    ...left
      .slice(0, paired)
      .flatMap((form, index) => diffParameter({ declared: form, actual: right[index] ?? form }, trail, context)),
    ...left.slice(paired).map((form) => changed(trail, idOf(trail, "parameter-removed"), { declared: form })),
    ...right.slice(paired).map((form) => changed(trail, idOf(trail, "parameter-added"), { actual: form })),
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
  const rest = declared.text === "rest" || actual.text === "rest";
  if (declared.text !== actual.text) {
    return [changed({ ...trail, role: "takes" }, idOf(trail, rest ? "parameter-rest" : "parameter-optionality"), pair)];
  }
  const inner = partTrail(below(trail, pair), {
    inside: nameOf("parameter", declared),
    role: "is",
    change: "parameter-type",
  });
  return diffSlot(pair, { label: "type", trail: inner }, context);
}

/** The differences of two constructors; a class without one has its base's. */
export function diffConstructors(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const { declared, actual } = pair;
  if (declared.key === actual.key && !actual.holed) return [];
  const inner = { ...memberTrail(trail, "constructor"), change: trail.change };
  if (declared.tag !== actual.tag)
    return [undecided({ ...inner, change: "constructor" }, "one side inherits its constructor", pair)];
  if (declared.text !== actual.text) return [changed(inner, "constructor-visibility", pair)];
  return diffOverloads(pair, inner, context).map((found) => ({ ...found, change: `constructor-${found.change}` }));
}
