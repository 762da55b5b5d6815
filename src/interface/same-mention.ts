import type { Form } from "./form.ts";

/**
 * True where two forms differ at most in the default arguments of siblings that both name without arguments: another default is told where
 * the sibling is declared.
 */
export function isSameMention(a: Form, b: Form): boolean {
  if (a.key === b.key) return true;
  if (a.tag !== b.tag || a.text !== b.text) return false;
  const [left, right] = writtenArguments(a, b) ?? [a, b];
  if (left.slots.length !== right.slots.length) return false;
  // The parts of a set are in the order of their keys, which the defaults decide too.
  const isSet = a.tag === "union" || a.tag === "intersection";
  return left.slots.every((entry, index) => {
    const others = isSet ? right.slots : right.slots.slice(index, index + 1);
    return others.some((other) => other.label === entry.label && isSameMention(entry.form, other.form));
  });
}

/** Two mentions of one sibling without the arguments that come from its defaults; null where nothing of both is left out. */
export function writtenArguments(a: Form, b: Form): readonly [Form, Form] | null {
  if (!a.text.startsWith("own:") || (a.elided === undefined && b.elided === undefined)) return null;
  const [left, right] = [withoutDefaults(a), withoutDefaults(b)];
  return left.slots.length === right.slots.length ? [left, right] : null;
}

function withoutDefaults(form: Form): Form {
  return form.elided === undefined ? form : { ...form, slots: form.slots.slice(0, -form.elided) };
}
