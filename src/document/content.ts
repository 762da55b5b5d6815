import { positionAt, type Range } from "../range.ts";
import { type Lines, lineText } from "./lines.ts";

/** The signed bytes of a document as text, and where each of its lines stands in the file. */
export interface Content {
  /** Lines that end in LF: without tracking block, Notes and trailing empty lines. */
  readonly text: string;
  /** Offset in `text` at which each line begins. */
  readonly starts: readonly number[];
  /** Offset in the file at which each of these lines begins. */
  readonly origins: readonly number[];
  /** Length of the file's text. */
  readonly fileLength: number;
}

/** Joins the lines of a file (numbers from 0, ascending) to content; empty lines after line `keep` at the end go. */
export function contentOf(lines: Lines, numbers: readonly number[], keep: number): Content {
  let count = numbers.length;
  while (count > 0 && (numbers[count - 1] ?? 0) > keep && lineText(lines, numbers[count - 1] ?? 0) === "") count--;
  const kept = numbers.slice(0, count);
  const starts: number[] = [];
  const texts: string[] = [];
  let offset = 0;
  for (const number of kept) {
    const text = lineText(lines, number);
    starts.push(offset);
    texts.push(text);
    offset += text.length + 1;
  }
  const origins = kept.map((number) => lines.starts[number] ?? 0);
  return { text: `${texts.join("\n")}\n`, starts, origins, fileLength: lines.text.length };
}

/** The file offset of a content offset. */
export function fileOffset(content: Content, offset: number): number {
  if (content.starts.length === 0) return 0;
  const { line, column } = positionAt(content.starts, Math.max(0, Math.min(offset, content.text.length)));
  return Math.min((content.origins[line - 1] ?? 0) + column - 1, content.fileLength);
}

/** The file range of a stretch of the content; one that ends at a line's beginning ends behind the line before. */
export function fileRange(content: Content, start: number, end: number): Range {
  const first = fileOffset(content, start);
  if (end <= start) return { start: first, end: first };
  return { start: first, end: Math.min(Math.max(first, fileOffset(content, end - 1) + 1), content.fileLength) };
}
