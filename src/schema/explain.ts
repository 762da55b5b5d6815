import type { Range } from "../range.ts";
import { collapse } from "./collapse.ts";
import { sayAlternatives, sayForbidden } from "./composite-sentences.ts";
import { sayKeyCount, sayMissing, sayUnknown } from "./key-sentences.ts";
import { sayColumns, sayContains, sayTooFew, sayTooMany, sayTwice } from "./list-sentences.ts";
import type { Sentence, WordsOf } from "./sentence.ts";
import type { SchemaError } from "./validator.ts";
import { sayValue } from "./value-sentences.ts";
import type { Violation } from "./violation.ts";
import { wordsFor } from "./words.ts";

/** Where the values that were validated stand in their text, and what to call them. */
export interface Places {
  /** Range of a value; of the nearest one around it where it has none. */
  value(pointer: string): Range;
  /** Range of a member's key, without quotes; null where it has none. */
  key(pointer: string): Range | null;
  /** A name for a value, instead of the one that its pointer gives. */
  noun?(pointer: string): string;
}

/** Every violation behind a validator's errors, each once, in a person's words and at its place, in the order of the text. */
export function explain(errors: readonly SchemaError[], places: Places): Violation[] {
  const wordsOf = wordsWith(places);
  const seen = new Set<string>();
  const violations: Violation[] = [];
  for (const error of collapse(errors)) {
    for (const sentence of say(error, wordsOf)) {
      const violation = placed(error, sentence, places);
      const identity = `${violation.range.start} ${violation.message}`;
      if (!seen.has(identity)) violations.push(violation);
      seen.add(identity);
    }
  }
  return violations.sort((a, b) => a.range.start - b.range.start);
}

function say(error: SchemaError, wordsOf: WordsOf): readonly Sentence[] {
  if (error.key !== undefined) return [sayUnknown(error, wordsOf)];
  switch (error.keyword) {
    case "required":
    case "dependentRequired":
      return [sayMissing(error, wordsOf)];
    case "additionalProperties":
    case "unevaluatedProperties":
      return [sayUnknown(error, wordsOf)];
    case "minProperties":
    case "maxProperties":
      return [sayKeyCount(error, wordsOf)];
    case "minItems":
      return sayTooFew(error, wordsOf);
    case "maxItems":
    case "items":
    case "unevaluatedItems":
      return [sayTooMany(error, wordsOf)];
    case "uniqueItems":
      return [sayTwice(error, wordsOf)];
    case "contains":
      return [sayContains(error, wordsOf)];
    case "const":
      return Array.isArray(error.value) ? sayColumns(error, wordsOf) : [sayValue(error, wordsOf)];
    case "anyOf":
    case "oneOf":
      return [sayAlternatives(error, wordsOf)];
    case "not":
    case "false schema":
    case "$ref":
    case "discriminator":
      return [sayForbidden(error, wordsOf)];
    default:
      return [sayValue(error, wordsOf)];
  }
}

function placed(error: SchemaError, sentence: Sentence, places: Places): Violation {
  const { message, mend, at, part, unknownKey, rename } = sentence;
  const key = part === "key" ? places.key(at) : null;
  const violation = {
    pointer: part === "key" ? error.pointer : at,
    keyword: error.keyword,
    message,
    mend,
    range: key ?? places.value(at),
  };
  if (unknownKey === undefined) return violation;
  if (rename === undefined || key === null) return { ...violation, unknownKey };
  return { ...violation, unknownKey, splices: [{ range: key, text: rename }] };
}

function wordsWith(places: Places): WordsOf {
  return (pointer, heading) => {
    const words = wordsFor(pointer, heading);
    const name = places.noun?.(pointer);
    return name === undefined
      ? words
      : { ...words, name, key: name, kind: "value", where: ` for ${name}`, holder: name };
  };
}
