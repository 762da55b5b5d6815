import { type Form, type Slot, slot, tree } from "./form.ts";

/** The actual form without what a design need not state: brands of private members that it leaves out, and computed enum values that no declaration can write down. */
export function withoutUnstated(declared: Form, actual: Form): Form {
  if (actual.tag === "enum-member") return isLeftOut(declared, actual) ? declared : actual;
  if (!["declared", "class", "enum", "namespace", "augmentation"].includes(actual.tag)) return actual;
  const slots = actual.slots.flatMap(({ label, form }): Slot[] => {
    const other = slot(declared, label);
    if (other === undefined) return label.startsWith("brand ") ? [] : [{ label, form }];
    return [{ label, form: withoutUnstated(other, form) }];
  });
  return tree(actual.tag, slots, { text: actual.text, node: actual.node });
}

function isLeftOut(declared: Form, actual: Form): boolean {
  const { node } = declared;
  const isWritten = node !== null && "initializer" in node && node.initializer !== undefined;
  return actual.slots[0]?.form.tag === "computed" && !isWritten;
}
