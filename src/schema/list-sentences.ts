import { pointerTo } from "./pointer.ts";
import { enrich, type Sentence, type WordsOf } from "./sentence.ts";
import { show, showList } from "./show.ts";
import { suggest } from "./suggest.ts";
import type { SchemaError } from "./validator.ts";

/** `minItems`: an element for each that is missing by name, else how many there are. */
export function sayTooFew(error: SchemaError, wordsOf: WordsOf): readonly Sentence[] {
  const { element, holder } = wordsOf(error.pointer);
  const count = lengthOf(error.value);
  const limit = Number(error.params.limit);
  const named = constants(error.schema.prefixItems).slice(count, limit);
  if (named.length > 0) return named.map((name) => sayAbsent(error, `${element} ${show(name)}`, wordsOf));
  const expected = `expected at least ${limit}`;
  const message =
    count === 0
      ? `Missing ${element} in ${holder}, ${expected}`
      : `Unexpected ${counted(count, element)} in ${holder}, ${expected}`;
  return [
    {
      message,
      mend: enrich(`Add ${limit - count === 1 ? articled(element) : `${limit - count} ${element}s`}`, error.schema),
      ...at(error),
    },
  ];
}

/** `maxItems`, `items: false` and their like: the first element that is too many is pointed at. */
export function sayTooMany(error: SchemaError, wordsOf: WordsOf): Sentence {
  const { element, holder } = wordsOf(error.pointer);
  const limit = Number(error.params.limit ?? error.params.len);
  const message = `Unexpected ${counted(lengthOf(error.value), element)} in ${holder}, expected at most ${limit}`;
  return {
    message,
    mend: enrich(`Remove what is too much`, error.schema),
    at: pointerTo(error.pointer, limit),
    part: "value",
  };
}

/** `uniqueItems`: the later of two equal elements. */
export function sayTwice(error: SchemaError, wordsOf: WordsOf): Sentence {
  const later = Math.max(Number(error.params.i), Number(error.params.j));
  const value: unknown = Array.isArray(error.value) ? error.value[later] : undefined;
  const { element, holder } = wordsOf(error.pointer);
  const message = `Unexpected second ${element} ${show(value)} in ${holder}, expected each once`;
  return { message, mend: "Remove one of the two", at: pointerTo(error.pointer, later), part: "value" };
}

/** `contains`: no element, too few or too many are as they should be. */
export function sayContains(error: SchemaError, wordsOf: WordsOf): Sentence {
  const { element, holder } = wordsOf(error.pointer);
  const what = `${element}${kindOf(error.schema.contains)}`;
  const misspelt = misspeltElement(error);
  if (misspelt !== null) return sayWrongColumn(error, misspelt, wordsOf);
  const { minContains, maxContains } = error.params;
  if (maxContains !== undefined && lengthOf(error.value) > Number(maxContains)) {
    const message = `Unexpected number of ${element}s in ${holder}, expected at most ${String(maxContains)} to be ${articled(what)}`;
    return { message, mend: "Remove what is too much", ...at(error) };
  }
  const said = sayAbsent(error, what, wordsOf);
  const least = Number(minContains ?? 1);
  return least > 1 ? { ...said, message: `${said.message}, expected at least ${least}` } : said;
}

/** The text in a list that was probably meant to be the constant that the list lacks. */
function misspeltElement({ schema, value }: SchemaError): (Misplaced & { by: unknown; wanted: [] }) | null {
  const by = memberOf(schema.contains, "const");
  if (typeof by !== "string" || !Array.isArray(value)) return null;
  const texts = value.filter((element) => typeof element === "string");
  const name = suggest(by, texts);
  return name === null ? null : { name, index: value.indexOf(name), by, wanted: [] };
}

/** A `const` list, as schemas state the columns of a table: the elements that differ, one by one. */
export function sayColumns(error: SchemaError, wordsOf: WordsOf): readonly Sentence[] {
  const wanted = Array.isArray(error.params.allowedValue) ? error.params.allowedValue : [];
  const actual: readonly unknown[] = Array.isArray(error.value) ? error.value : [];
  const { element, holder } = wordsOf(error.pointer);
  const missing = wanted.filter((name) => !actual.includes(name));
  const wrong = actual.flatMap((name, index) => (wanted.includes(name) ? [] : [{ name, index }]));
  if (missing.length === 0 && wrong.length === 0) {
    const message = `Unexpected order of ${element}s in ${holder}, expected ${showList(wanted)}`;
    return [{ message, mend: `Put them in this order: ${showList(wanted)}`, ...at(error) }];
  }
  const replaced = wrong.map((place) => ({ ...place, by: replacement(place, { wanted, missing }) }));
  const unexpected = replaced.map((place) => sayWrongColumn(error, { ...place, wanted }, wordsOf));
  const absent = missing.filter((name) => !replaced.some(({ by }) => by === name));
  return [...unexpected, ...absent.map((name) => sayAbsent(error, `${element} ${show(name)}`, wordsOf))];
}

interface Misplaced {
  readonly name: unknown;
  readonly index: number;
}

/** The missing element that was probably meant: one spelt alike, else the one that belongs at this place. */
function replacement(
  { name, index }: Misplaced,
  { wanted, missing }: { wanted: readonly unknown[]; missing: readonly unknown[] },
): unknown {
  const texts = missing.filter((other) => typeof other === "string");
  const alike = typeof name === "string" ? suggest(name, texts) : null;
  return alike ?? missing.find((other) => other === wanted[index]);
}

function sayWrongColumn(
  error: SchemaError,
  { name, index, by, wanted }: Misplaced & { by: unknown; wanted: readonly unknown[] },
  wordsOf: WordsOf,
): Sentence {
  const at = pointerTo(error.pointer, index);
  const { kind, where } = wordsOf(at);
  const expected = by === undefined ? showList(wanted) : show(by);
  const mend = by === undefined ? `Remove the ${kind} ${show(name)}` : `Rename the ${kind} to ${show(by)}`;
  return { message: `Unexpected ${kind} ${show(name)}${where}, expected ${expected}`, mend, at, part: "value" };
}

function sayAbsent(error: SchemaError, what: string, wordsOf: WordsOf): Sentence {
  const { holder } = wordsOf(error.pointer);
  return { message: `Missing ${what} in ${holder}`, mend: enrich(`Add the ${what}`, error.schema), ...at(error) };
}

/** What tells an element from others, as far as the document model goes: a constant, a language, the columns of a table. */
function kindOf(schema: unknown): string {
  const constant = memberOf(schema, "const");
  if (constant !== undefined) return ` ${show(constant)}`;
  const members = memberOf(schema, "properties");
  const languages = memberOf(memberOf(members, "lang"), "enum") ?? [memberOf(memberOf(members, "lang"), "const")];
  if (Array.isArray(languages) && languages[0] !== undefined) return ` in ${languages.map(show).join(" or ")}`;
  const columns = columnsOf(memberOf(members, "columns"));
  if (columns.length > 0) return ` with the columns ${showList(columns)}`;
  const meaning = memberOf(schema, "description") ?? memberOf(schema, "title");
  return typeof meaning === "string" ? ` (${meaning})` : "";
}

function columnsOf(schema: unknown): readonly unknown[] {
  const whole = memberOf(schema, "const");
  if (Array.isArray(whole)) return whole;
  const all = memberOf(schema, "allOf");
  const contained = Array.isArray(all) ? constants(all.map((part) => memberOf(part, "contains"))) : [];
  return contained.length > 0 ? contained : constants(memberOf(schema, "prefixItems"));
}

function constants(schemas: unknown): readonly unknown[] {
  if (!Array.isArray(schemas)) return [];
  return schemas.map((schema) => memberOf(schema, "const")).filter((value) => value !== undefined);
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

function articled(element: string): string {
  return `${/^[aeiou]/u.test(element) ? "an" : "a"} ${element}`;
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function counted(count: number, element: string): string {
  return `${count} ${element}${count === 1 ? "" : "s"}`;
}

function at(error: SchemaError): { readonly at: string; readonly part: "value" } {
  return { at: error.pointer, part: "value" };
}
