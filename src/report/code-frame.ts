import { codeFrameColumns } from "@babel/code-frame";
import type { Region } from "../engine/report.ts";
import { lineRange, lineStarts } from "../range.ts";
import { escapeControls } from "./escape.ts";

const smallestWidth = 20;

interface Window {
  readonly from: number;
  readonly width: number;
}

/** A window onto long lines that shows `column` (from 1) where there is room for `width` characters. */
function windowAt(column: number, width: number): Window {
  const room = Math.max(width, smallestWidth);
  return { from: column <= room ? 0 : column - 1 - Math.floor(room / 2), width: room };
}

function cut(line: string, { from, width }: Window): string {
  const head = from > 0 ? "…" : "";
  const tail = line.length > from + width ? "…" : "";
  return head + escapeControls(line.slice(from, from + width)) + tail;
}

// Half of a surrogate pair would be escaped, and be longer than the letter that it is half of.
function wholeLetter(line: string, end: number): number {
  return /[\uD800-\uDBFF]/u.test(line.slice(end - 1, end)) && /[\uDC00-\uDFFF]/u.test(line.slice(end, end + 1))
    ? end + 1
    : end;
}

/** The column of the cut and escaped line under which a column (from 1) of the line stands. */
function columnIn(line: string, view: Window, column: number): number {
  const end = wholeLetter(line, Math.min(Math.max(column - 1, view.from), view.from + view.width));
  return (view.from > 0 ? 1 : 0) + escapeControls(line.slice(view.from, end)).length + 1;
}

/** True for no column at all and for all of the first line. */
function coversLine(endColumn: number, text: string, starts: readonly number[]): boolean {
  return endColumn === 1 || endColumn > lineRange(text, starts, 1).end;
}

/**
 * The lines around the start of a region, its columns marked; `width` is in columns. A region at the very start of
 * no length, or of all of the first line, stands for a whole file and shows that line alone. Empty where the text has no such line.
 */
export function codeFrame(text: string, region: Region, width: number): string {
  const starts = lineStarts(text);
  const { line, column } = region.start;
  if (line > starts.length || text === "") return "";
  const wholeFile = line === 1 && column === 1 && region.end.line === 1 && coversLine(region.end.column, text, starts);
  const first = Math.max(1, line - (wholeFile ? 0 : 1));
  const last = Math.min(starts.length, line + (wholeFile ? 0 : 1));
  const raw = Array.from({ length: last - first + 1 }, (_, index) => {
    const { start, end } = lineRange(text, starts, first + index);
    return text.slice(start, end);
  });
  const focus = raw[line - first] ?? "";
  const view = windowAt(column, width - String(last).length - 7);
  const endColumn = region.end.line > line ? focus.length + 1 : region.end.column;
  const marked = {
    start: { line, column: columnIn(focus, view, column) },
    end: { line, column: columnIn(focus, view, Math.max(endColumn, column)) },
  };
  // The published types do not know `startLine`, which the package has: a variable passes the excess-property check.
  const options = { highlightCode: false, linesAbove: 1, linesBelow: 1, startLine: first };
  const lines = raw.map((content) => cut(content, view)).join("\n");
  return codeFrameColumns(lines, wholeFile ? { start: { line } } : marked, options);
}
