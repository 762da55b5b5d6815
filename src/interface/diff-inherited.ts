import { everybody, implementers, nobody } from "./breaking.ts";
import type { Breaking } from "./change.ts";
import { changed, type Difference, difference, type Pair, type Trail, undecided } from "./difference.ts";
import { isComputed, onlyCompiler, reasonForDoubt } from "./doubt.ts";
import { type Form, type Slot, tree } from "./form.ts";
import { opaqueName } from "./identity.ts";
import { basesOf, heir, seenMembers, withLocalBases, writtenMembers } from "./inherited.ts";
import { sortedBases } from "./reference-form.ts";
import { keepsMembers } from "./variance.ts";

/**
 * The differences of what two classes or two interfaces extend, and of their members, which `members` compares: what one side writes
 * out, the other may inherit.
 */
export function diffInherited(
  given: Pair,
  trail: Trail,
  members: (pair: Pair) => readonly Difference[],
): readonly Difference[] {
  if (basesOf(given.declared).length + basesOf(given.actual).length === 0) return members(given);
  const pair = withoutLocalBases(given);
  const bases = diffBases(pair, trail);
  if (bases.some(({ kind }) => kind === "spelling")) return bases;
  const isOpen = bases.some(({ kind }) => kind === "undecided");
  const own = members(pair).flatMap((found) => {
    const side = oneSided(found, trail, pair);
    return side === null ? [found] : inherited(found, { side, pair, isOpen });
  });
  const found = [...bases, ...own];
  return found.length > 0 || pair === given ? found : [spelling(trail, given)];
}

function spelling(trail: Trail, pair: Partial<Pair>): Difference {
  return difference({ ...trail, role: "extends" }, { kind: "spelling", change: "heritage" }, pair);
}

/** A member that one side has, and the side that lacks it. */
interface OneSided {
  readonly entry: Slot;
  readonly isDeclared: boolean;
  readonly other: Form;
}

interface Inheritance {
  readonly side: OneSided;
  readonly pair: Pair;
  readonly isOpen: boolean;
}

// What lacks a member may inherit it.
function inherited(found: Difference, { side, pair, isOpen }: Inheritance): readonly Difference[] {
  const bases = basesOf(side.other);
  const seen = bases.map(seenMembers);
  const same = seen.flatMap((list) => list ?? []).find(({ label }) => label === side.entry.label);
  if (same !== undefined && same.form.key === side.entry.form.key && !same.form.holed)
    return [{ ...found, kind: "spelling", breaking: nobody }];
  if (same !== undefined) return [found];
  if (seen.every((list) => list !== null)) return [found];
  // The one question about the bases, or their one change, answers for what they may bring.
  const mine = new Set(basesOf(side.isDeclared ? pair.declared : pair.actual).map(({ key }) => key));
  if (isOpen || bases.some((base, index) => seen[index] === null && !mine.has(base.key))) return [];
  const only = [side.entry];
  const asked = {
    declared: heir({ members: side.isDeclared ? only : [], bases: basesOf(pair.declared) }),
    actual: heir({ members: side.isDeclared ? [] : only, bases: basesOf(pair.actual) }),
  };
  return [{ ...found, asked }];
}

function oneSided({ change, path, declared, actual }: Difference, trail: Trail, pair: Pair): OneSided | null {
  if (path.length !== trail.path.length + 1) return null;
  if (change !== "member-missing" && change !== "member-undeclared") return null;
  const isDeclared = actual === null;
  const form = isDeclared ? declared : actual;
  const entry = membersOf(isDeclared ? pair.declared : pair.actual).find((own) => own.form === form);
  return entry === undefined ? null : { entry, isDeclared, other: isDeclared ? pair.actual : pair.declared };
}

function membersOf({ slots }: Form): readonly Slot[] {
  return slots
    .filter(({ label }) => label.startsWith("member "))
    .map(({ label, form }) => ({ label: label.slice("member ".length), form }));
}

interface Exchanged {
  readonly missing: readonly Form[];
  readonly added: readonly Form[];
}

function exchangedBases({ declared, actual }: Pair): Exchanged {
  const lacking = (all: readonly Form[], others: readonly Form[]): readonly Form[] =>
    all.filter((form) => !others.some(({ key }) => key === form.key));
  const [left, right] = [basesOf(declared), basesOf(actual)];
  return { missing: lacking(left, right), added: lacking(right, left) };
}

// Of a local interface nobody else knows the name: what it brings is as good as written out.
function withoutLocalBases(pair: Pair): Pair {
  const { missing, added } = exchangedBases(pair);
  if (pair.declared.tag !== "interface" || pair.actual.tag !== "interface") return pair;
  if (missing.length + added.length === 0) return pair;
  return { declared: merged(pair.declared, missing), actual: merged(pair.actual, added) };
}

function merged(form: Form, exchanged: readonly Form[]): Form {
  if (exchanged.length === 0) return form;
  const joined = withLocalBases({ members: membersOf(form), bases: exchanged });
  const bases = [...basesOf(form).filter((base) => !exchanged.includes(base)), ...joined.bases];
  const rest = form.slots.filter(({ label }) => !/^(?:member|extends) /u.test(label));
  const members = joined.members.map(({ label, form: member }) => ({ label: `member ${label}`, form: member }));
  const { text, node, level } = form;
  return tree(form.tag, [...rest, ...sortedBases(bases), ...members], { text, node, level });
}

function diffBases(pair: Pair, outer: Trail): readonly Difference[] {
  const trail: Trail = { ...outer, change: "heritage", role: "extends" };
  if ([...basesOf(pair.declared), ...basesOf(pair.actual)].some(({ holed }) => holed))
    return [undecided({ ...outer, change: "heritage" }, "the base is computed", pair)];
  const { missing, added } = exchangedBases(pair);
  const exchanges = Array.from({ length: Math.max(missing.length, added.length) }, (_, index) =>
    bothOf(missing[index], added[index]),
  );
  const [first] = exchanges;
  if (first === undefined) return [];
  const asked = wholes(pair);
  if (pair.declared.tag === "interface" && hasSameMembers(asked)) return [spelling(outer, first)];
  const doubt = doubtAbout(pair, { missing, added });
  if (doubt !== null) return [{ ...undecided(trail, doubt, first), asked }];
  const isAsked = [...missing, ...added].some(isVeiled);
  return exchanges.map((both) => {
    const reach = reachOfBase(both.declared, both.actual, pair.actual);
    const found = changed({ ...outer, role: "extends" }, { id: "heritage", reach }, both);
    return isAsked ? { ...found, asked } : found;
  });
}

function bothOf(declared: Form | undefined, actual: Form | undefined): Partial<Pair> {
  return { ...(declared === undefined ? {} : { declared }), ...(actual === undefined ? {} : { actual }) };
}

// What both sides write out is compared by itself, so that here it is alike.
function wholes({ declared, actual }: Pair): Pair {
  const written = membersOf(declared);
  const mine = new Map(written.map((entry) => [entry.label, entry]));
  const others = membersOf(actual).map((entry) => mine.get(entry.label) ?? entry);
  return {
    declared: heir({ members: written, bases: basesOf(declared) }),
    actual: heir({ members: others, bases: basesOf(actual) }),
  };
}

function hasSameMembers({ declared, actual }: Pair): boolean {
  const [left, right] = [seenMembers(declared), seenMembers(actual)];
  if (left === null || right === null) return false;
  return left.length === right.length && left.every(({ label, form }, index) => isSame(right[index], label, form));
}

function isSame(other: Slot | undefined, label: string, form: Form): boolean {
  return other?.label === label && other.form.key === form.key;
}

// Nobody sees what such a base brings: the other side may write it out, or call it by another name.
function doubtAbout({ declared, actual }: Pair, { missing, added }: Exchanged): string | null {
  for (const left of missing) {
    const doubt = added.map((right) => reasonForDoubt(left, right)).find((reason) => reason !== null);
    if (doubt !== undefined) return doubt;
  }
  if (declared.tag !== "interface") return null;
  const writes = (more: Form, less: Form): boolean => {
    const known = new Set(membersOf(less).map(({ label }) => label));
    return membersOf(more).some(({ label }) => !known.has(label));
  };
  const mayBring =
    (missing.some(isVeiled) && (added.length > 0 || writes(actual, declared))) ||
    (added.some(isVeiled) && (missing.length > 0 || writes(declared, actual)));
  return mayBring ? onlyCompiler : null;
}

function isVeiled(form: Form): boolean {
  if (writtenMembers(form) !== null) return false;
  if (isComputed(form) || form.tag !== "reference") return true;
  return opaqueName(form.text) !== null || (form.expand !== undefined && seenMembers(form) === null);
}

// A base brings members, and what they are is known only where the block or the source writes it out.
function reachOfBase(left: Form | undefined, right: Form | undefined, actual: Form): Breaking {
  if (left === undefined) return actual.tag === "class" ? everybody : implementers;
  return right === undefined && keepsMembers(left, actual) ? nobody : everybody;
}
