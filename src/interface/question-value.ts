import { type Form, slot } from "./form.ts";

/** Writes types and members of object types. */
export interface TypeWriter {
  type(form: Form): string;
  member(name: string, form: Form): string;
}

/**
 * The type of a value that only one side declares, as a type: nobody else can name the value. Of a class only what is static can be written.
 * Null where it cannot be written.
 */
export function valueText(form: Form, write: TypeWriter): string | null {
  const of = slot(form, "of");
  if (form.tag === "local" && of !== undefined && form.slots.length === 1) return valueText(of, write);
  if (form.tag === "declared") {
    const value = form.slots.length === 1 ? slot(form, "value") : undefined;
    const type = value?.tag === "variable" ? value.slots[0]?.form : value;
    return type === undefined ? null : `(${write.type(type)})`;
  }
  if (form.tag !== "member-of" || of === undefined) return null;
  const member = staticMember(of, form.text);
  const object = member === undefined ? valueText(of, write) : `({ ${write.member(form.text, member)} })`;
  return object === null ? null : `${object}[${JSON.stringify(form.text)}]`;
}

function staticMember(of: Form, name: string): Form | undefined {
  const declared = of.tag === "local" ? slot(of, "of") : undefined;
  const made = declared === undefined ? undefined : slot(declared, "class");
  return made === undefined ? undefined : slot(made, `static ${name}`);
}
