import type { Range } from "./range.ts";

/** A replacement inside one text, by offsets of the text before any replacement. */
export interface Splice {
  readonly range: Range;
  readonly text: string;
}

/** A change to one file: a replacement inside it, or a new file (which never overwrites one that stands). */
export type Edit =
  | { readonly kind: "replace"; readonly path: string; readonly range: Range; readonly text: string }
  | { readonly kind: "create"; readonly path: string; readonly text: string };

/** The values of `--fix-type`. */
export type FixKind = "scaffold" | "document" | "interface" | "status";

/** A file whose text takes templates and the type oracle, so it is written only when a fix is asked for. */
export interface Scaffold {
  readonly what: "design" | "test";
  readonly component: string;
  readonly path: string;
}

/** How a finding can be mended: `title` is an instruction in the imperative, also where only a person can follow it. */
export interface Fix {
  readonly title: string;
  readonly kind: FixKind;
  readonly safety: "safe" | "unsafe";
  readonly by: "tool" | "human" | "agent";
  readonly edits?: readonly Edit[];
  readonly scaffold?: Scaffold;
}

/** Applies splices to a text. Overlapping splices: the first by position wins, the others wait for the next round. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let result = "";
  let position = 0;
  let lastStart = -1;
  for (const splice of ordered) {
    const repeats = splice.range.start === lastStart;
    if (splice.range.start < position || repeats) continue;
    result += text.slice(position, splice.range.start) + splice.text;
    position = splice.range.end;
    lastStart = splice.range.start;
  }
  return result + text.slice(position);
}
