import { enrich, type Sentence, type WordsOf } from "./sentence.ts";
import { nameOfType, show } from "./show.ts";
import type { SchemaError } from "./validator.ts";
import { sayValue } from "./value-sentences.ts";

/** `anyOf` and `oneOf` where no branch was plainly meant, or where more than one fits. */
export function sayAlternatives(error: SchemaError, wordsOf: WordsOf): Sentence {
  const branches = error.schema[error.keyword];
  const keys = Array.isArray(branches) ? requiredKeys(branches) : [];
  const { name } = wordsOf(error.pointer);
  const at = { at: error.pointer, part: "value" as const };
  const isAmbiguous = Array.isArray(error.params.passingSchemas);
  if (keys.length > 0) {
    const choice = keys.map((key) => `\`${key}\``);
    const message = isAmbiguous
      ? `Unexpected ${choice.join(" and ")} side by side in ${name}, expected only one of them`
      : `Missing ${choice.join(" or ")} in ${name}`;
    return { message, mend: enrich(isAmbiguous ? "Keep one of them" : "Add one of them", error.schema), ...at };
  }
  if (!isAmbiguous) return sayValue(error, wordsOf);
  return {
    message: `Unexpected ambiguous value for ${name}, expected only one of its forms`,
    mend: enrich("Keep to one form", error.schema),
    ...at,
  };
}

/** `not`, `false` and every keyword that has no words of its own: something stands there that may not. */
export function sayForbidden(error: SchemaError, wordsOf: WordsOf): Sentence {
  const { name, kind, where } = wordsOf(error.pointer);
  const at = { at: error.pointer, part: "value" as const };
  if (error.keyword === "$ref") {
    return { message: `Cannot judge ${name}, its schema refers to itself without end`, mend: "Mend the schema", ...at };
  }
  const refused = error.keyword === "not" ? requiredKeys([error.schema.not]) : [];
  if (refused.length > 0) {
    const keys = refused.map((key) => `\`${key}\``).join(" and ");
    return { message: `Unexpected ${keys} in ${name}`, mend: enrich(`Remove ${keys}`, error.schema), ...at };
  }
  const isScalar = typeof error.value !== "object" || error.value === null;
  const found =
    error.keyword === "false schema"
      ? name
      : isScalar
        ? `${kind} ${show(error.value)}${where}`
        : `${nameOfType(error.value)} for ${name}`;
  return { message: `Unexpected ${found}`, mend: enrich(`Remove or change the ${name}`, error.schema), ...at };
}

/** The keys of branches that ask for the presence of keys and nothing else; none where one asks for more. */
function requiredKeys(branches: readonly unknown[]): readonly string[] {
  const keys = branches.map((branch) => {
    if (typeof branch !== "object" || branch === null || !("required" in branch)) return null;
    return Object.keys(branch).length === 1 && Array.isArray(branch.required) ? branch.required.map(String) : null;
  });
  return keys.some((list) => list === null) ? [] : keys.flatMap((list) => list ?? []);
}
