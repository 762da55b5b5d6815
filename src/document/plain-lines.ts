import type { RootContent } from "mdast";

/** A text by its lines. */
export interface LineReader {
  readonly lines: readonly string[];
  /** Offset at which each line begins; one more, behind the last line feed. */
  readonly starts: readonly number[];
}

/** A block of the document, and the first line behind it. */
export interface Block {
  readonly node: RootContent;
  readonly next: number;
}

/** The lines of a text that ends in a line feed. */
export function linesOf(text: string): LineReader {
  const lines = text.slice(0, -1).split("\n");
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  return { lines, starts };
}

/** Where something begins and ends: lines and columns from 1, offsets from 0. */
export interface Span {
  readonly start: { readonly line: number; readonly column: number; readonly offset: number };
  readonly end: { readonly line: number; readonly column: number; readonly offset: number };
}

/** From the beginning of one line to the end of another, counted from 0. */
export function span({ lines, starts }: LineReader, first: number, last: number): Span {
  const width = lines[last]?.length ?? 0;
  return {
    start: { line: first + 1, column: 1, offset: starts[first] ?? 0 },
    end: { line: last + 1, column: width + 1, offset: (starts[last] ?? 0) + width },
  };
}
