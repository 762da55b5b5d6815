import type { Range } from "./range.ts";

/** A `design-lint-disable-next-line` comment, in Markdown or in code. */
export interface Suppression {
  readonly rules: readonly string[];
  /** What stands after `--`; "" where the reason is missing, which is a finding of its own. */
  readonly reason: string;
  /** The comment itself. */
  readonly range: Range;
  /** The line that it covers. */
  readonly covers: Range;
}

/** No comment without it is a suppression. */
export const suppressionWord = "design-lint-disable-next-line";

const directive = /^\s*design-lint-disable-next-line(?:\s+(.*?))?(?:\s+--\s*(.*?))?\s*$/su;

/** Reads the text inside a comment (without its delimiters); null where it is no suppression. */
export function parseSuppression(comment: string): { rules: readonly string[]; reason: string } | null {
  const match = directive.exec(comment);
  if (match === null) return null;
  const rules = (match[1] ?? "").split(/[\s,]+/u).filter((rule) => rule !== "");
  return { rules, reason: match[2] ?? "" };
}
