import { type Form, type Slot, tree } from "./form.ts";

/** The actual form without what a design need not state: brands of private members that it leaves out, and computed enum values that no declaration can write down. */
export function withoutUnstated(declared: Form, actual: Form): Form {
  if (actual.key === declared.key || actual.tag !== declared.tag) return actual;
  if (actual.tag === "enum-member") return isLeftOut(declared, actual) ? declared : actual;
  const stated = new Map(declared.slots.map(({ label, form }) => [label, form]));
  const slots = actual.slots.flatMap(({ label, form }): Slot[] => {
    const other = label === "" ? undefined : stated.get(label);
    if (other !== undefined) return [{ label, form: withoutUnstated(other, form) }];
    return label.startsWith("brand ") ? [] : [{ label, form }];
  });
  const isSame =
    slots.length === actual.slots.length && slots.every(({ form }, index) => form === actual.slots[index]?.form);
  return isSame
    ? actual
    : tree(actual.tag, slots, { text: actual.text, node: actual.node, level: actual.level, elided: actual.elided });
}

function isLeftOut(declared: Form, actual: Form): boolean {
  const { node } = declared;
  const isWritten = node !== null && "initializer" in node && node.initializer !== undefined;
  return actual.slots[0]?.form.tag === "computed" && !isWritten;
}
