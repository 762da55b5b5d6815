import { typeReach } from "./breaking.ts";
import { isCovariant } from "./breaking-assignable.ts";
import { diffMembers } from "./diff-members.ts";
import { diffOverloads } from "./diff-signatures.ts";
import {
  below,
  changed,
  type DiffContext,
  type Difference,
  difference,
  type Pair,
  positioned,
  type Trail,
  undecided,
} from "./difference.ts";
import { isComputed, mayTake, onlyCompiler, reasonForDoubt } from "./doubt.ts";
import { type Form, holesOf, type Slot } from "./form.ts";
import { writtenArguments } from "./same-mention.ts";

/** The differences of two types, each at the smallest slot that both sides have. */
export function diffTypes(pair: Pair, outer: Trail, context: DiffContext): readonly Difference[] {
  const { declared, actual } = pair;
  const trail = { ...outer, whole: outer.whole ?? pair };
  const hole = [declared, actual].find((form) => form.tag === "hole");
  if (hole !== undefined) return [undecided(trail, hole.text, pair)];
  if (declared.key === actual.key) {
    return holesOf(actual)
      .map((inner) => undecided(below(trail, pair), inner.text, pair))
      .slice(0, 1);
  }
  const id = trail.change ?? "type";
  const unknown = unknownName(declared, actual, context);
  if (unknown !== null)
    return [difference(below(trail, pair), { kind: "unknown-name", change: id }, { declared: unknown })];
  if (isSpelling(pair)) return [difference(trail, { kind: "spelling", change: id }, pair)];
  const inside = positioned(trail, { result: false, invariant: trail.position.invariant || !isTransparent(pair) });
  const inner = declared.tag === actual.tag ? diffAlike(pair, inside, context) : null;
  if (inner !== null) return inner;
  const doubt = reasonForDoubt(declared, actual);
  if (doubt !== null) return [undecided(trail, doubt, pair)];
  return [changed(trail, { id, reach: typeReach(pair, trail.position) }, pair)];
}

// Types of which a part is read where the whole is read, and given where it is given. Elsewhere nobody knows which way a part is used.
function isTransparent({ declared, actual }: Pair): boolean {
  if (declared.tag === "reference") return isCovariant(declared) && isCovariant(actual);
  return ["object", "function", "construct", "tuple", "element", "intersection"].includes(declared.tag);
}

// Two types of one kind; null where they have no slots in common that could be compared one by one.
function diffAlike(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] | null {
  const { declared, actual } = pair;
  switch (declared.tag) {
    case "object":
      return diffMembers(pair, below(trail, pair), context);
    case "function":
    case "construct":
      return declared.text === actual.text ? diffOverloads(pair, below(trail, pair), context) : null;
    case "union":
    case "intersection":
      return diffSets(pair, trail, context);
    case "reference":
      return diffReferences(pair, trail, context);
    default:
      return diffSlots(pair, trail, context);
  }
}

function diffReferences(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] | null {
  const { declared, actual } = pair;
  if (declared.text !== actual.text) return null;
  const written = writtenArguments(declared, actual);
  if (written !== null) return diffSlots({ declared: written[0], actual: written[1] }, trail, context);
  if (declared.slots.length === actual.slots.length) return diffSlots(pair, trail, context);
  const shorter = Math.min(declared.slots.length, actual.slots.length);
  const isPrefix = declared.slots
    .slice(0, shorter)
    .every((entry, index) => entry.form.key === actual.slots[index]?.form.key);
  return isPrefix && !declared.text.startsWith("own:")
    ? [undecided(trail, "the type arguments that one side leaves out have defaults that are not known here", pair)]
    : null;
}

function diffSlots(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] | null {
  const { declared, actual } = pair;
  if (declared.text !== actual.text || declared.slots.length !== actual.slots.length) return null;
  if (declared.slots.some(({ label }, index) => label !== actual.slots[index]?.label)) return null;
  const inner = below(trail, pair);
  return declared.slots.flatMap((entry, index) => {
    const other = actual.slots[index]?.form;
    if (other === undefined || (entry.form.key === other.key && !other.holed)) return [];
    return diffTypes({ declared: entry.form, actual: other }, { ...inner, change: inner.change ?? "type" }, context);
  });
}

// One alternative exchanged for another is shown alone; everything else is shown whole.
function diffSets(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] | null {
  const { declared, actual } = pair;
  const onlyDeclared = slotsBeside(declared, actual);
  const onlyActual = slotsBeside(actual, declared);
  if (onlyDeclared.length === 0 && onlyActual.length === 0) {
    return [undecided(trail, "the order of an intersection's parts matters only if they have overloads", pair)];
  }
  const hole = [...holesOf(declared), ...holesOf(actual)][0];
  if (hole !== undefined) return [undecided(trail, hole.text, pair)];
  const [left] = onlyDeclared;
  const [right] = onlyActual;
  if (onlyDeclared.length !== 1 || onlyActual.length !== 1 || left === undefined || right === undefined)
    return doubtful(
      pair,
      trail,
      [...onlyDeclared, ...onlyActual].map((entry) => entry.form),
    );
  if (left.form.tag !== right.form.tag || left.form.slots.length === 0) {
    const doubt = reasonForDoubt(left.form, right.form);
    return doubt === null ? null : [undecided(trail, doubt, pair)];
  }
  return diffTypes(
    { declared: left.form, actual: right.form },
    { ...below(trail, pair), change: trail.change ?? "type" },
    context,
  );
}

function slotsBeside(form: Form, other: Form): readonly Slot[] {
  const keys = new Set(other.slots.map((entry) => entry.form.key));
  return form.slots.filter((entry) => !keys.has(entry.form.key));
}

// An alias among the alternatives of one side may be what the other side writes out.
function doubtful(pair: Pair, trail: Trail, differing: readonly Form[]): readonly Difference[] | null {
  const computed = [...pair.declared.slots, ...pair.actual.slots].map((entry) => entry.form).filter(isComputed);
  const isOpen = computed.some((form) => differing.includes(form) || differing.some((other) => mayTake(form, other)));
  return isOpen ? [undecided(trail, onlyCompiler, pair)] : null;
}

function isSpelling({ declared, actual }: Pair): boolean {
  if (declared.tag === actual.tag && declared.text === actual.text) return false;
  if (declared.expand === undefined && actual.expand === undefined) return false;
  const left = declared.expand?.() ?? declared;
  const right = actual.expand?.() ?? actual;
  return !left.holed && [right.key, actual.key].includes(left.key) ? true : !right.holed && right.key === declared.key;
}

// A name that leads nowhere explains a difference better than the difference does.
function unknownName(declared: Form, actual: Form, context: DiffContext): Form | null {
  for (const [text, form] of globalsOf(declared)) {
    const name = globalName(form);
    if (name !== null && !globalsOf(actual).has(text) && !context.isKnownName(name)) return form;
  }
  return null;
}

const none: ReadonlyMap<string, Form> = new Map();
const globals = new WeakMap<Form, ReadonlyMap<string, Form>>();

/** The global names in a form, each with the last place; kept, since every level of a difference asks for them again. */
function globalsOf(form: Form): ReadonlyMap<string, Form> {
  const known = globals.get(form);
  if (known !== undefined) return known;
  const parts = form.slots.map((entry) => globalsOf(entry.form)).filter(({ size }) => size > 0);
  if (globalName(form) !== null) parts.push(new Map([[form.text, form]]));
  const all = parts.length > 1 ? new Map(parts.flatMap((part) => [...part])) : (parts[0] ?? none);
  globals.set(form, all);
  return all;
}

function globalName(form: Form): string | null {
  if (form.tag !== "reference" && form.tag !== "typeof") return null;
  return /^global:([^.]+)/u.exec(form.text)?.[1] ?? null;
}
