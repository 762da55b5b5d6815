import { byText, type Form, type Slot, slot, tree } from "./form.ts";

/** Members of a type, and what it extends. */
export interface Inheriting {
  readonly members: readonly Slot[];
  readonly bases: readonly Form[];
}

/** The bases of a class, an interface or a local interface. */
export function basesOf(form: Form): readonly Form[] {
  return form.slots.filter(({ label }) => label.startsWith("extends ")).map((entry) => entry.form);
}

/** The members that a type has by itself and from its bases, where all of them can be seen; null where they cannot. */
export function seenMembers(form: Form): readonly Slot[] | null {
  return membersAt(form, 0);
}

const deepest = 20;

function membersAt(form: Form, depth: number): readonly Slot[] | null {
  if (depth > deepest) return null;
  const own = writtenMembers(form);
  if (own !== null) return own;
  if (form.tag === "reference") {
    const expanded = form.expand?.();
    return expanded === undefined ? null : membersAt(expanded, depth + 1);
  }
  if (form.tag !== "extending") return null;
  let all = slot(form, "members")?.slots ?? [];
  for (const base of basesOf(form)) {
    const inherited = membersAt(base, depth + 1);
    const joined = inherited === null ? null : join(all, inherited);
    if (joined === null) return null;
    all = joined;
  }
  return all;
}

/** The members of a type that is written out, which may be a signature alone; null for all others. */
export function writtenMembers(form: Form): readonly Slot[] | null {
  if (form.tag === "object") return form.slots;
  if (form.tag === "function") return [{ label: "()", form }];
  return form.tag === "construct" && form.text === "" ? [{ label: "new()", form }] : null;
}

/** The same type, where what it extends without a name that others know has gone into its members. */
export function withLocalBases({ members, bases }: Inheriting): Inheriting {
  let all = members;
  const kept: Form[] = [];
  for (const base of bases) {
    const local = base.tag === "extending" ? (slot(base, "members")?.slots ?? []) : writtenMembers(base);
    const joined = local === null ? null : join(all, local);
    if (joined === null) kept.push(base);
    else {
      all = joined;
      kept.push(...basesOf(base));
    }
  }
  return { members: all, bases: kept };
}

// Own members hide inherited ones; signatures of both come one after the other, of which the order is not known here.
function join(own: readonly Slot[], inherited: readonly Slot[]): readonly Slot[] | null {
  const mine = new Set(own.map(({ label }) => label));
  const added = inherited.filter(({ label }) => !mine.has(label));
  const isUnclear = inherited.some(({ label }) => mine.has(label) && (label === "()" || label === "new()"));
  return isUnclear ? null : [...own, ...added].sort((a, b) => byText(a.label, b.label));
}

/** A type that extends bases and has members, as the compiler can be asked about it. */
export function heir({ members, bases }: Inheriting): Form {
  const slots = bases.map((form, index): Slot => ({ label: `extends ${index}`, form }));
  const object = { label: "members", form: tree("object", members, { node: null }) };
  return tree("extending", [object, ...slots], { node: null });
}
