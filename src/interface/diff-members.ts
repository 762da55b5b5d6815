import type ts from "typescript";
import { everybody, flagReach, hasFlag, implementers, missingReach, nobody, undeclaredReach } from "./breaking.ts";
import { isSurelyAssignable } from "./breaking-assignable.ts";
import type { Breaking, ChangeId } from "./change.ts";
import { isKeyword, unionForm, withoutUndefined } from "./composite-form.ts";
import { diffOverloads } from "./diff-signatures.ts";
import {
  below,
  changed,
  type DiffContext,
  type Difference,
  memberTrail,
  type Pair,
  positioned,
  type Trail,
  undecided,
} from "./difference.ts";
import { type Form, leaf, type Slot, slot } from "./form.ts";
import { typescript } from "./typescript.ts";

/** The differences of two sets of members, by name. Inside a parameter or a result they are changes of that. */
export function diffMembers(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  return diffSlotsByName(pair.declared.slots, pair.actual.slots, (label, both) =>
    diffNamed(label, both, { trail, context }),
  );
}

/** Pairs slots by label and compares each; a side is undefined where it lacks the label. */
export function diffSlotsByName(
  declared: readonly Slot[],
  actual: readonly Slot[],
  compare: (label: string, pair: Partial<Pair>) => readonly Difference[],
): readonly Difference[] {
  const others = new Map(actual.map((entry) => [entry.label, entry.form]));
  const mine = new Set(declared.map((entry) => entry.label));
  return [
    ...declared.flatMap(({ label, form }) => {
      const other = others.get(label);
      return compare(label, other === undefined ? { declared: form } : { declared: form, actual: other });
    }),
    ...actual.filter(({ label }) => !mine.has(label)).flatMap(({ label, form }) => compare(label, { actual: form })),
  ];
}

interface MemberUse {
  readonly trail: Trail;
  readonly context: DiffContext;
}

function diffNamed(label: string, pair: Partial<Pair>, { trail, context }: MemberUse): readonly Difference[] {
  const inner = memberTrail(trail, memberName(label, pair));
  const { declared, actual } = pair;
  if (declared === undefined && actual === undefined) return [];
  if (actual === undefined) {
    const reach = declared === undefined ? everybody : missingReach(declared, trail.position.host);
    return [changed(inner, { id: trail.change ?? "member-missing", reach }, pair)];
  }
  if (declared === undefined) {
    const reach = undeclaredReach(label, actual, trail.position);
    return [changed(inner, { id: trail.change ?? "member-undeclared", reach }, pair)];
  }
  return diffMember({ declared, actual }, inner, context);
}

function memberName(label: string, pair: Partial<Pair>): string {
  if (!label.startsWith("[")) return label;
  const node = (pair.declared ?? pair.actual)?.node;
  const compiler = typescript();
  if (node == null) return label;
  if (compiler.isIndexSignatureDeclaration(node)) return `[${node.parameters[0]?.getText() ?? ""}]`;
  const name = "name" in node ? (node.name as ts.Node | undefined) : undefined;
  return name?.getText() ?? label;
}

function diffMember(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const { declared, actual } = pair;
  if (declared.key === actual.key && !actual.holed) return [];
  const id = trail.change ?? "member-type";
  if (declared.tag === "hole" || actual.tag === "hole") return context.types(pair, { ...trail, change: id });
  if (declared.tag !== actual.tag && isComputedName(trail)) {
    return [undecided({ ...trail, change: id }, "the compiler writes a method of a computed name as a property", pair)];
  }
  if (declared.tag !== actual.tag) return [changed(trail, { id, reach: reachOfMethod(pair, trail) }, pair)];
  const flags = diffFlags(pair, trail);
  if (declared.tag !== "property") return [...flags, ...diffOverloads(pair, below(trail, pair), context)];
  const inner = { ...below(trail, pair), change: id };
  return [...flags, ...diffRead(pair, inner, context), ...diffWrite(pair, inner, context)];
}

// A method and a property of one function type are called alike; only the property is compared strictly where something is built.
function reachOfMethod({ declared, actual }: Pair, { position }: Trail): Breaking {
  const covers = (from: Form, to: Form): boolean => isSurelyAssignable(from, to, position);
  if (!covers(declared, actual) || !covers(actual, declared)) return everybody;
  return actual.tag === "property" ? implementers : nobody;
}

// What reading an optional member gives may be `undefined`; where only the flag says so, the type is the same.
function diffRead(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const [declared, actual] = [slot(pair.declared, "type"), slot(pair.actual, "type")];
  if (declared === undefined || actual === undefined) return [];
  const moved = hasFlag(pair.declared, "optional") !== hasFlag(pair.actual, "optional");
  if (moved && valuesOf(declared).key === valuesOf(actual).key && !actual.holed) return [];
  return diffType(pair, { label: "type", trail }, context);
}

function valuesOf(type: Form): Form {
  return isKeyword(type, "undefined") ? leaf("keyword", "never", type.node) : withoutUndefined(type);
}

function isComputedName({ path, inner }: Trail): boolean {
  return /^\[(?!Symbol\.)/u.test(inner.at(-1) ?? path.at(-1) ?? "");
}

function diffType(
  pair: Pair,
  { label, trail }: { readonly label: string; readonly trail: Trail },
  context: DiffContext,
): readonly Difference[] {
  const declared = slot(pair.declared, label);
  const actual = slot(pair.actual, label);
  if (declared === undefined || actual === undefined || (declared.key === actual.key && !actual.holed)) return [];
  return context.types({ declared, actual }, trail);
}

// A setter may take more than the getter gives; without a setter type of its own it takes the same.
function diffWrite(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const declared = slot(pair.declared, "write");
  const actual = slot(pair.actual, "write");
  if (declared === undefined && actual === undefined) return [];
  if (declared !== undefined && actual !== undefined) return diffType(pair, { label: "write", trail }, context);
  const types = { declared: declared ?? slot(pair.declared, "type"), actual: actual ?? slot(pair.actual, "type") };
  if (types.declared === undefined || types.actual === undefined || types.declared.key === types.actual.key) return [];
  return [
    changed(
      { ...trail, role: "can be set to" },
      { id: trail.change ?? "member-type", reach: reachOfSetting(types.declared, types.actual, trail) },
      { declared: types.declared, actual: types.actual },
    ),
  ];
}

// Only what is set decides; a setter that takes more is one for everybody.
function reachOfSetting(declared: Form, actual: Form, { position }: Trail): Breaking {
  return isSurelyAssignable(declared, actual, position) ? nobody : everybody;
}

const flagChanges: readonly (readonly [flag: string, change: ChangeId])[] = [
  ["optional", "member-optionality"],
  ["readonly", "member-readonly"],
  ["writeonly", "member-readonly"],
  ["protected", "member-visibility"],
  ["abstract", "kind"],
];

function diffFlags(pair: Pair, trail: Trail): readonly Difference[] {
  const found = new Map<ChangeId, Difference>();
  for (const [flag, change] of flagChanges) {
    const added = hasFlag(pair.actual, flag);
    if (added === hasFlag(pair.declared, flag) || found.has(change)) continue;
    const reach = flagReach(flag, added, flag === "optional" && isReadAlike(pair));
    found.set(change, changed({ ...trail, role: flag }, { id: trail.change ?? change, reach }, pair));
  }
  return [...found.values()];
}

function isReadAlike({ declared, actual }: Pair): boolean {
  const read = (form: Form): Form | undefined => {
    const type = slot(form, "type");
    if (type === undefined || !hasFlag(form, "optional") || isKeyword(type, "undefined")) return type;
    return unionForm([type, leaf("keyword", "undefined", null)], null);
  };
  const types = [read(declared), read(actual)] as const;
  return types[0] !== undefined && types[0].key === types[1]?.key;
}

/** The differences of two classes. */
export function diffMembersOfClass(pair: Pair, trail: Trail, context: DiffContext): readonly Difference[] {
  const named = (form: Form): readonly Slot[] => form.slots.filter(({ label }) => /^(?:static|member) /u.test(label));
  const found = diffSlotsByName(named(pair.declared), named(pair.actual), (label, both) => {
    const name = label.replace(/^(?:static|member) /u, "");
    const moved = movedTo(label, both, pair);
    if (moved !== null) {
      return both.declared === undefined
        ? []
        : [changed(memberTrail(trail, name), { id: "member-static", reach: everybody }, { ...both, ...moved })];
    }
    const host = label.startsWith("static ") ? "static" : "class";
    return diffNamed(name, both, { trail: positioned(trail, { host }), context });
  });
  return found;
}

// The same name on the other side of `static` is one change, not one missing and one undeclared.
function movedTo(label: string, both: Partial<Pair>, { declared, actual }: Pair): Partial<Pair> | null {
  const other = label.startsWith("static ") ? label.replace("static ", "member ") : label.replace("member ", "static ");
  if (both.actual === undefined) {
    const there = slot(actual, other);
    return there === undefined || slot(declared, other) !== undefined ? null : { actual: there };
  }
  if (both.declared !== undefined) return null;
  const there = slot(declared, other);
  return there === undefined || slot(actual, other) !== undefined ? null : { declared: there };
}
