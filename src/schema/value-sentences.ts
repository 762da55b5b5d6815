import { expectationOf, expectedFormat } from "./expectation.ts";
import { enrich, type Sentence, type WordsOf } from "./sentence.ts";
import { nameOfType, show } from "./show.ts";
import { suggest } from "./suggest.ts";
import type { SchemaError } from "./validator.ts";

/** Every keyword that judges one value by itself: "Unexpected X, expected Y", or "Missing X" for an empty text. */
export function sayValue(error: SchemaError, wordsOf: WordsOf): Sentence {
  const words = wordsOf(error.pointer);
  const at = { at: error.pointer, part: "value" as const };
  if (error.keyword === "minLength" && error.value === "" && /^\/(?:title|lead|sections)/u.test(error.pointer)) {
    return { message: `Missing ${words.name}`, mend: enrich(`Write the ${words.name}`, error.schema), ...at };
  }
  const expected = expectedBy(error);
  const end = expected === null ? "" : `, expected ${expected}`;
  const mend = enrich(mendOf(error, expected) ?? `Change the ${words.name}`, error.schema);
  return { message: `Unexpected ${found(error, wordsOf)}${end}`, mend, ...at };
}

/** What stands there: shown where it is short, else named. */
function found(error: SchemaError, wordsOf: WordsOf): string {
  const words = wordsOf(error.pointer);
  const { keyword, value } = error;
  const isContainer = typeof value === "object" && value !== null;
  if (keyword === "type" || isContainer || isOtherType(error)) return `${nameOfType(value)} for ${words.name}`;
  if (keyword === "minLength" || keyword === "maxLength") return `${String(value).length} characters for ${words.name}`;
  if (error.pointer === "/words") return `${String(value)} words`;
  if (value === "") return `empty text for ${words.name}`;
  return `${words.kind} ${show(value)}${words.where}`;
}

/** `"1"` where `1` is wanted looks alike in backticks, so the type is named instead. */
function isOtherType({ keyword, params, value }: SchemaError): boolean {
  const wanted = keyword === "const" ? [params.allowedValue] : keyword === "enum" ? params.allowedValues : null;
  return Array.isArray(wanted) && !wanted.some((choice) => typeof choice === typeof value);
}

const bounds: Readonly<Record<string, string>> = {
  minimum: "at least",
  minLength: "at least",
  maximum: "at most",
  maxLength: "at most",
  exclusiveMinimum: "more than",
  exclusiveMaximum: "less than",
};

function expectedBy({ keyword, params, schema }: SchemaError): string | null {
  if (Object.hasOwn(bounds, keyword)) return `${bounds[keyword]} ${String(params.limit)}`;
  if (keyword === "pattern") return `a text that matches \`${String(params.pattern)}\``;
  if (keyword === "format") return expectedFormat(String(params.format));
  if (keyword === "multipleOf") return `a multiple of ${String(params.multipleOf)}`;
  if (keyword === "const" || keyword === "enum" || keyword === "type") return expectationOf(schema);
  if (keyword === "anyOf" || keyword === "oneOf") return expectationOf({ [keyword]: schema[keyword] });
  return null;
}

function mendOf({ keyword, value, params }: SchemaError, expected: string | null): string | null {
  const allowed = keyword === "enum" && Array.isArray(params.allowedValues) ? params.allowedValues : [];
  const texts = allowed.filter((choice) => typeof choice === "string");
  const meant = typeof value === "string" ? suggest(value, texts) : null;
  if (meant !== null) return `Write \`${meant}\``;
  if (Object.hasOwn(bounds, keyword) && expected !== null) return `Bring it to ${expected}`;
  return expected === null ? null : `Write ${expected}`;
}
