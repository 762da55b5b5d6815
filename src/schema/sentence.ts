import type { Words } from "./config-words.ts";
import { show } from "./show.ts";

/** One violation in words, and what it points at. */
export interface Sentence {
  readonly message: string;
  readonly mend: string;
  /** Pointer of what it points at, and whether at the value or at its key. */
  readonly at: string;
  readonly part: "value" | "key";
  /** For a key that is not wanted: the key, and the known one that was probably meant. */
  readonly unknownKey?: { readonly key: string; readonly suggestion: string | null };
  /** The key may simply be replaced by this one. */
  readonly rename?: string;
}

/** Gives the words for a pointer; `heading` names a section whose heading is known. */
export type WordsOf = (pointer: string, heading?: string) => Words;

/** Adds to an instruction what the schema's author says of the value: its description and an example. */
export function enrich(mend: string, schema: unknown): string {
  if (typeof schema !== "object" || schema === null) return mend;
  const { description, title, examples } = schema as Readonly<Record<string, unknown>>;
  const meaning = [description, title].find((text) => typeof text === "string" && text.trim() !== "");
  const example = Array.isArray(examples)
    ? examples.find((value) => typeof value === "string" || typeof value === "number")
    : undefined;
  const said = typeof meaning === "string" ? ` (${meaning.trim().replace(/\.$/u, "")})` : "";
  return example === undefined ? `${mend}${said}` : `${mend}, for example ${show(example)}${said}`;
}
