import { knownKeys } from "./collapse.ts";
import { expectationOf } from "./expectation.ts";
import { pointerTo } from "./pointer.ts";
import { enrich, type Sentence, type WordsOf } from "./sentence.ts";
import { showList } from "./show.ts";
import { suggest } from "./suggest.ts";
import type { SchemaError } from "./validator.ts";

/** `required` and `dependentRequired`: something is not there. */
export function sayMissing(error: SchemaError, wordsOf: WordsOf): Sentence {
  const missing = String(error.params.missingProperty);
  const schema = memberOf(error.schema.properties, missing);
  const heading = memberOf(schema, "x-heading");
  const pointer = pointerTo(error.pointer, missing);
  const words = wordsOf(pointer, typeof heading === "string" ? heading : undefined);
  const beside = error.keyword === "required" ? "" : `, expected beside \`${String(error.params.property)}\``;
  const meant = suggest(missing, strayKeys(error));
  const name = /`[^`]*`/u.exec(words.name)?.[0] ?? `\`${missing}\``;
  const stray = meant === null ? null : wordsOf(pointerTo(error.pointer, meant)).key;
  const mend = stray === null ? `Add the ${words.name}` : `Rename the ${stray} to ${name}`;
  return { message: `Missing ${words.name}${beside}`, mend: enrich(mend, schema), at: error.pointer, part: "value" };
}

/** `additionalProperties`, `unevaluatedProperties` and `propertyNames`: a key is not wanted. */
export function sayUnknown(error: SchemaError, wordsOf: WordsOf): Sentence {
  const { additionalProperty, unevaluatedProperty } = error.params;
  const key = error.key ?? String(additionalProperty ?? unevaluatedProperty);
  const at = pointerTo(error.pointer, key);
  const words = wordsOf(at);
  const known = candidates(error);
  const absent = known.filter((name) => memberOf(error.value, name) === undefined);
  const suggestion = suggest(key, absent);
  const unknownKey = { key, suggestion };
  if (suggestion !== null) {
    const message = `Unexpected ${words.key}, expected \`${suggestion}\``;
    const said = { message, mend: `Rename it to \`${suggestion}\``, at, part: "key" as const, unknownKey };
    // The key of a section is its heading, and that says more than the slug.
    return words.kind === "section" ? said : { ...said, rename: suggestion };
  }
  const expected =
    error.key === undefined ? (known.length === 0 ? null : `one of ${showList(known)}`) : nameExpectation(error);
  return {
    message: `Unexpected ${words.key}${expected === null ? "" : `, expected ${expected}`}`,
    mend: `Remove the ${words.key}`,
    at,
    part: "key",
    unknownKey,
  };
}

/** `minProperties` and `maxProperties`: too few or too many keys. */
export function sayKeyCount(error: SchemaError, wordsOf: WordsOf): Sentence {
  const count = Object.keys(typeof error.value === "object" && error.value !== null ? error.value : {}).length;
  const isLess = error.keyword === "minProperties";
  const limit = String(error.params.limit);
  return {
    message: `Unexpected ${count} ${count === 1 ? "key" : "keys"} in ${wordsOf(error.pointer).name}, expected at ${isLess ? "least" : "most"} ${limit}`,
    mend: enrich(isLess ? "Add what is missing" : "Remove what is too much", error.schema),
    at: error.pointer,
    part: "value",
  };
}

function candidates(error: SchemaError): readonly string[] {
  if (error.key === undefined) return [...knownKeys(error.schema)];
  const allowed = error.params.allowedValues;
  return Array.isArray(allowed) ? allowed.filter((name) => typeof name === "string") : [];
}

function nameExpectation(error: SchemaError): string | null {
  if (error.keyword === "pattern") return `a key that matches \`${String(error.params.pattern)}\``;
  return expectationOf(error.schema);
}

/** The keys that are there although the schema does not name them: one of them may be the missing one, misspelt. */
function strayKeys(error: SchemaError): readonly string[] {
  if (typeof error.value !== "object" || error.value === null) return [];
  const known = knownKeys(error.schema);
  return Object.keys(error.value).filter((key) => !known.has(key));
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
