import { byText, type Form, hole, type Slot, slot, tree } from "./form.ts";

/**
 * What is assigned to a member of `module.exports`, in the terms of the design: it is neither a constant nor a variable, and the
 * compiler declares an object as a namespace, which says nothing about how its functions were written.
 */
export function asAssigned(actual: Form, declared: Form): Form {
  const other = slot(declared, "value");
  const found = slot(actual, "value");
  if (other === undefined || actual.slots.length !== 1) return actual;
  const type = found?.tag === "variable" ? found.slots[0]?.form : slot(actual, "namespace");
  if (type === undefined) return actual;
  const plain = type.tag === "namespace" ? objectOf(type, other.slots[0]?.form) : type;
  const value =
    other.tag === "function" && plain.tag === "function"
      ? tree("function", plain.slots, { node: plain.node })
      : tree("variable", [{ label: "type", form: plain }], { node: actual.node, text: textOf(other) });
  return tree(actual.tag, [{ label: "value", form: value }], { text: actual.text, node: actual.node });
}

function textOf(other: Form): string {
  return other.tag === "variable" ? other.text : "const";
}

function objectOf(namespace: Form, like: Form | undefined): Form {
  const slots = namespace.slots.map(({ label, form }): Slot => {
    const other = like === undefined ? undefined : slot(like, label);
    return { label, form: memberOf(form, other) };
  });
  return tree(
    "object",
    [...slots].sort((a, b) => byText(a.label, b.label)),
    { node: namespace.node },
  );
}

function memberOf(form: Form, other: Form | undefined): Form {
  const value = slot(form, "value");
  const inner = slot(form, "namespace");
  if (value?.tag === "function" && other?.tag === "method") return tree("method", value.slots, { node: value.node });
  if (form.slots.length !== 1)
    return property(hole("the compiler declares it as more than one thing", form.node), form);
  if (inner !== undefined)
    return property(objectOf(inner, other === undefined ? undefined : slot(other, "type")), form);
  if (value?.tag === "function") return property(value, form);
  const type = value?.tag === "variable" ? value.slots[0]?.form : undefined;
  return property(type ?? hole("the compiler declares it as something else than a value", form.node), form);
}

function property(type: Form, { node }: Form): Form {
  return tree("property", [{ label: "type", form: type }], { node });
}
