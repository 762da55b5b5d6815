import { byText, type Form, leaf, type Slot, tree } from "./form.ts";

/** What stands for a name until its place is known. */
export function placeholder(name: string): Form {
  return leaf("placeholder", name, null);
}

/** Orders names by where a form has their placeholders: neither what they are called nor the order of a union's parts counts. */
export function orderedByUse(names: readonly string[], form: Form): readonly string[] {
  const known: Known = { names: new Map(), blank: new Map() };
  const keys = new Map(names.map((name) => [name, marked(form, name, known).key]));
  return [...names].sort((a, b) => byText(keys.get(a) ?? "", keys.get(b) ?? ""));
}

interface Known {
  readonly names: Map<Form, ReadonlySet<string>>;
  /** Forms without the name that is asked for. */
  readonly blank: Map<Form, Form>;
}

// Only what holds the name is made anew for it, so that many names cost little more than one.
function marked(form: Form, own: string, known: Known): Form {
  const isOwn = namesIn(form, known).has(own);
  const before = isOwn ? undefined : known.blank.get(form);
  if (before !== undefined) return before;
  const made =
    form.tag === "placeholder" ? leaf("placeholder", isOwn ? "own" : "other", null) : remade(form, own, known);
  if (!isOwn) known.blank.set(form, made);
  return made;
}

function remade(form: Form, own: string, known: Known): Form {
  if (namesIn(form, known).size === 0) return form;
  const slots = form.slots.map(({ label, form: inner }): Slot => ({ label, form: marked(inner, own, known) }));
  const isSet = form.text === "" && (form.tag === "union" || form.tag === "intersection");
  const sorted = isSet ? slots.sort((a, b) => byText(a.form.key, b.form.key)) : slots;
  return tree(form.tag, sorted, { text: form.text, node: null });
}

function namesIn(form: Form, known: Known): ReadonlySet<string> {
  const before = known.names.get(form);
  if (before !== undefined) return before;
  const names = new Set(form.tag === "placeholder" ? [form.text] : []);
  for (const entry of form.slots) for (const name of namesIn(entry.form, known)) names.add(name);
  known.names.set(form, names);
  return names;
}
