import type { Range } from "../range.ts";

/** A text cut into lines that end in LF or CRLF; the parallel lists hold where each line begins and ends (line end left out). */
export interface Lines {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Cuts a text into lines. A final line end opens no further line; a leading byte order mark belongs to no line. */
export function splitLines(text: string): Lines {
  const starts: number[] = [];
  const ends: number[] = [];
  let start = text.startsWith("\ufeff") ? 1 : 0;
  while (start < text.length) {
    const feed = text.indexOf("\n", start);
    const end = feed === -1 ? text.length : feed;
    starts.push(start);
    ends.push(feed > start && text[end - 1] === "\r" ? end - 1 : end);
    start = end + 1;
  }
  return { text, starts, ends };
}

/** The text of a line, counted from 0, without its line end; "" past the last line. */
export function lineText(lines: Lines, line: number): string {
  return lines.text.slice(lines.starts[line] ?? lines.text.length, lines.ends[line] ?? lines.text.length);
}

/** The place of a line, counted from 0, without its line end; the end of the text past the last line. */
export function lineAt(lines: Lines, line: number): Range {
  return { start: lines.starts[line] ?? lines.text.length, end: lines.ends[line] ?? lines.text.length };
}

/** The line end that new lines of this text get: CRLF where every line has it, else LF. */
export function lineEnd(lines: Lines): "\n" | "\r\n" {
  const crlf = lines.ends.length > 0 && lines.ends.every((end) => end >= lines.text.length || lines.text[end] === "\r");
  return crlf && lines.text.includes("\r\n") ? "\r\n" : "\n";
}
