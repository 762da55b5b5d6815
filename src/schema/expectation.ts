import { show, showList } from "./show.ts";

type Schema = Readonly<Record<string, unknown>>;

const types: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ["a text", "texts"],
  number: ["a number", "numbers"],
  integer: ["a whole number", "whole numbers"],
  boolean: ["`true` or `false`", "`true` or `false`"],
  object: ["an object", "objects"],
  array: ["a list", "lists"],
  null: ["`null`", "`null`"],
};

const formats: Readonly<Record<string, string>> = {
  date: "a date like `2026-01-31`",
  "date-time": "a date and time like `2026-01-31T12:00:00Z`",
  email: "an e-mail address",
  regex: "a regular expression",
  time: "a time like `12:00:00Z`",
  uri: "a full address (URI)",
  uuid: "a UUID",
};

/** What a schema asks for, as the end of "expected …"; null where it cannot be said in a few words. */
export function expectationOf(schema: unknown): string | null {
  if (!isSchema(schema)) return null;
  if ("const" in schema) return show(schema.const);
  if (Array.isArray(schema.enum))
    return schema.enum.length === 1 ? show(schema.enum[0]) : `one of ${showList(schema.enum)}`;
  for (const branches of [schema.anyOf, schema.oneOf])
    if (Array.isArray(branches)) return joined(branches.map(expectationOf));
  if (Array.isArray(schema.type)) return joined(schema.type.map((type) => expectationOf({ ...schema, type })));
  if (schema.type === "array") return `a list${elementsOf(schema)}`;
  if (schema.type === "string" && typeof schema.format === "string") return expectedFormat(schema.format);
  if (typeof schema.type === "string") return types[schema.type]?.[0] ?? null;
  return null;
}

/** What a `format` of JSON Schema asks for. */
export function expectedFormat(format: string): string {
  return (Object.hasOwn(formats, format) ? formats[format] : undefined) ?? `a text of the format \`${format}\``;
}

function elementsOf(list: Schema): string {
  const items = list.items;
  if (!isSchema(items)) return "";
  if (Array.isArray(items.enum)) return ` out of ${showList(items.enum)}`;
  if (typeof items.type !== "string") return "";
  const many = types[items.type]?.[1];
  return many === undefined ? "" : ` of ${many}`;
}

/** Alternatives without repetition; null where one of them cannot be said, since the list would mislead. */
function joined(parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null);
  return said.length === parts.length && said.length > 0 ? [...new Set(said)].join(" or ") : null;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
