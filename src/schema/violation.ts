import type { Splice } from "../edit.ts";
import type { Range } from "../range.ts";

/** One violation of a JSON Schema, at its place in the text that was validated, in a person's words. */
export interface Violation {
  /** JSON pointer of the value (of its parent where the value is missing or not wanted). */
  readonly pointer: string;
  /** JSON Schema keyword that failed (`required`, `additionalProperties`, `enum`, …). */
  readonly keyword: string;
  /** One sentence without a final full stop, "Unexpected X, expected Y" where it can be said so. */
  readonly message: string;
  /** How to mend it, in the imperative. */
  readonly mend: string;
  readonly range: Range;
  /** The offending key of `additionalProperties`, and the known key that was probably meant. */
  readonly unknownKey?: { readonly key: string; readonly suggestion: string | null };
  /** Edits that mend it, where there is only one way. */
  readonly splices?: readonly Splice[];
}
