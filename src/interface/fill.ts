import { at, type Form, type Slot, tree } from "./form.ts";

/** A form whose holes are filled from another form of the same declaration; places stay those of the first. */
export function filled(form: Form, answer: Form): Form {
  if (!form.holed) return form;
  if (form.tag === "hole" || !isSameShape(form, answer))
    return { ...at(answer, form.node), ...(answer.node === null ? {} : { wording: answer.node }) };
  const slots = form.slots.map((entry, index): Slot => {
    const other = answer.slots[index]?.form;
    return other === undefined ? entry : { label: entry.label, form: filled(entry.form, other) };
  });
  return settled(tree(form.tag, slots, { text: form.text, node: form.node, level: form.level, elided: form.elided }));
}

// Parts without labels are sorted by what they are, so a hole among them has no counterpart.
function isSameShape(form: Form, answer: Form): boolean {
  if (form.tag !== answer.tag || form.text !== answer.text || form.slots.length !== answer.slots.length) return false;
  return form.slots.every(({ label }, index) => label !== "" && label === answer.slots[index]?.label);
}

// What was a constant of an unknown type may turn out to be a function.
function settled(form: Form): Form {
  const type = form.slots[0]?.form;
  if (form.tag !== "variable" || form.text !== "const" || type?.tag !== "function") return form;
  return tree("function", type.slots, { node: form.node });
}
