import { below, changed, type DiffContext, type Difference, type Pair, type Trail, undecided } from "./difference.ts";
import { type Form, slot, slotsOf } from "./form.ts";
import { typescript } from "./typescript.ts";

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

/** The differences of two signatures: type parameters, `this`, parameters, result. */
export function diffSignatures(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const inner = below(trail, pair);
  const generic = diffTypeParameters(pair, inner, context);
  const bySlot = [
    ...diffThis(pair, inner, context),
    ...diffParameters(pair, inner, context),
    ...diffSlot(
      pair,
      { label: "return", trail: { ...inner, role: "returns", change: idOf(trail, "return-type") } },
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
  return declared.flatMap((form, index) => {
    const other = actual[index] ?? form;
    const both = { declared: form, actual: other };
    const inner = below(trail, both);
    const words = form.text === other.text ? [] : [changed(inner, idOf(trail, "type-parameter-modifier"), both)];
    return [
      ...words,
      ...["constraint", "default"].flatMap((label) => diffOptional(both, { label, trail: inner }, context)),
    ];
  });
}

function diffOptional(pair: Pair, { label, trail }: SlotUse, context: DiffContext): readonly Difference[] {
  const declared = slot(pair.declared, label);
  const actual = slot(pair.actual, label);
  const change = idOf(trail, `type-parameter-${label}`);
  if (declared !== undefined && actual !== undefined) {
    return diffSlot(pair, { label, trail: { ...trail, change, role: `has the ${label}` } }, context);
  }
  return declared === actual ? [] : [changed({ ...trail, role: `has the ${label}` }, change, only(declared, actual))];
}

function only(declared: Form | undefined, actual: Form | undefined): Partial<Pair> {
  return { ...(declared === undefined ? {} : { declared }), ...(actual === undefined ? {} : { actual }) };
}

function diffThis(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const declared = slot(pair.declared, "this");
  const actual = slot(pair.actual, "this");
  const inner = { ...trail, role: "parameter this" };
  if (declared !== undefined && actual !== undefined) {
    return diffSlot(pair, { label: "this", trail: { ...inner, change: idOf(trail, "parameter-type") } }, context);
  }
  if (declared === actual) return [];
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
    ...left
      .slice(paired)
      .map((form) => changed(named(trail, form), idOf(trail, "parameter-removed"), { declared: form })),
    ...right.slice(paired).map((form) => changed(named(trail, form), idOf(trail, "parameter-added"), { actual: form })),
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

function named(trail: Trail, form: Form): Trail {
  return { ...trail, role: `parameter ${parameterName(form)}`.trim() };
}

function parameterName(form: Form): string {
  const { node } = form;
  return node !== null && typescript().isParameter(node) ? node.name.getText() : "";
}

function diffParameter(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const { declared, actual } = pair;
  if (declared.key === actual.key && !actual.holed) return [];
  const inner = named(below(trail, pair), declared);
  const change = declared.text === "rest" || actual.text === "rest" ? "parameter-rest" : "parameter-optionality";
  if (declared.text !== actual.text) return [changed(named(trail, declared), idOf(trail, change), pair)];
  return diffSlot(pair, { label: "type", trail: { ...inner, change: idOf(trail, "parameter-type") } }, context);
}

/** The differences of two constructors; a class without one has its base's. */
export function diffConstructors(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const { declared, actual } = pair;
  if (declared.key === actual.key && !actual.holed) return [];
  const inner: Trail = { ...trail, path: [...trail.path, "constructor"], role: "is" };
  if (declared.tag !== actual.tag) return [undecided(inner, "one side inherits its constructor", pair)];
  if (declared.text !== actual.text) return [changed(inner, "constructor-visibility", pair)];
  return diffOverloads(pair, inner, context).map((found) => ({ ...found, change: `constructor-${found.change}` }));
}
