import { isCovariant } from "./breaking-assignable.ts";
import { placesOfParameters } from "./change-parameters.ts";
import type { Difference, Pair } from "./difference.ts";
import { type Form, slot } from "./form.ts";

/** Tags of types that give their parts out where they are given out themselves. */
const open = new Set([
  "object",
  "class",
  "interface",
  "type",
  "property",
  "method",
  "parameter",
  "function",
  "construct",
  "tuple",
  "element",
  "union",
  "intersection",
  "predicate",
]);

type Sign = "out" | "in" | "both";

interface Step {
  readonly form: Form;
  readonly sign: Sign;
  /** True for a signature of a method. */
  readonly loose: boolean;
}

/**
 * The differences of a generic declaration, where one that lets a type parameter be used in a further direction breaks consumers:
 * what was assignable with another argument is no longer.
 */
export function withVariance(found: readonly Difference[], { declared, actual }: Pair): readonly Difference[] {
  const places = new Set([...placesOfParameters(declared), ...placesOfParameters(actual)]);
  if (places.size === 0 || found.length === 0) return found;
  const before = usesOf(declared, places);
  const added = [...usesOf(actual, places)].filter((use) => !before.has(use));
  const narrowed = new Set(added.map((use) => use.replace(/ (?:in|out)$/u, "")));
  if (narrowed.size === 0) return found;
  return found.map((one) =>
    one.actual !== null && usesOf(one.actual, narrowed).size > 0
      ? { ...one, breaking: { ...one.breaking, consumer: true } }
      : one,
  );
}

/** The directions in which type parameters are used, as `type 1.0 in` and `type 1.0 out`. Parameters of methods count for neither, as for the compiler. */
export function usesOf(form: Form, places: ReadonlySet<string>): ReadonlySet<string> {
  const uses = new Set<string>();
  const stack: Step[] = [{ form, sign: "out", loose: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { form: current, sign } = step;
    if (current.tag === "bound" && places.has(current.text)) {
      if (sign !== "in") uses.add(`${current.text} out`);
      if (sign !== "out") uses.add(`${current.text} in`);
    }
    for (const { label, form: part } of current.slots) {
      const inner = step.loose && label !== "return" ? null : signOf(current, label, sign);
      if (inner !== null) stack.push({ form: part, sign: inner, loose: current.tag === "method" });
    }
  }
  return uses;
}

// Null where a part does not count.
function signOf(form: Form, label: string, sign: Sign): Sign | null {
  if (form.tag === "class" && (label === "constructor" || label.startsWith("type-parameter "))) return null;
  if ((form.tag === "interface" || form.tag === "type") && label.startsWith("type-parameter ")) return null;
  if (form.tag === "signature") return label.startsWith("parameter ") || label === "this" ? turned(sign) : sign;
  if (form.tag === "reference") return isCovariant(form) ? sign : "both";
  return open.has(form.tag) ? sign : "both";
}

function turned(sign: Sign): Sign {
  if (sign === "both") return "both";
  return sign === "out" ? "in" : "out";
}

/** A class that has everything that its base had, as far as the base is written out: leaving it out takes nothing away. */
export function keepsMembers(base: Form, derived: Form): boolean {
  const of = base.tag === "local" && base.slots.length === 1 ? slot(base, "of") : undefined;
  const written = of === undefined ? undefined : slot(of, "class");
  if (written === undefined) return false;
  return written.slots
    .filter(({ label }) => label !== "constructor")
    .every(({ label, form }) => /^(?:static|member) /u.test(label) && slot(derived, label)?.key === form.key);
}
