import type { AlignType, TableCell, TableRow } from "mdast";
import { plainInline } from "./plain-inline.ts";
import { type Block, type LineReader, span } from "./plain-lines.ts";

/** The table that begins at a line, with as many cells in each row as the first one has; null where it is not plain. */
export function plainTable(reader: LineReader, at: number): Block | null {
  const head = rowAt(reader, at);
  const align = alignment(reader.lines[at + 1] ?? "");
  if (head === null || align === null || align.length !== head.children.length) return null;
  const rows = [head];
  let next = at + 2;
  while (reader.lines[next]?.startsWith("|") === true) {
    const row = rowAt(reader, next);
    if (row === null || row.children.length !== head.children.length) return null;
    rows.push(row);
    next++;
  }
  // Any other line right below a table may be a row of it.
  const behind = reader.lines[next] ?? "";
  if (behind !== "" && !behind.startsWith("# ") && !behind.startsWith("## ")) return null;
  return { node: { type: "table", align, children: rows, position: span(reader, at, next - 1) }, next };
}

function alignment(line: string): AlignType[] | null {
  if (!/^\|(?: *:?-+:? *\|)+$/u.test(line)) return null;
  return line
    .slice(1, -1)
    .split("|")
    .map((cell) => {
      const mark = cell.trim();
      const [left, right] = [mark.startsWith(":"), mark.endsWith(":")];
      if (left) return right ? "center" : "left";
      return right ? "right" : null;
    });
}

function rowAt(reader: LineReader, at: number): TableRow | null {
  const line = reader.lines[at] ?? "";
  if (line.length < 3 || !line.endsWith("|") || line.includes("\\")) return null;
  const cells = line.slice(1, -1).split("|");
  const children: TableCell[] = [];
  let from = 0;
  for (const [index, cell] of cells.entries()) {
    const isLast = index === cells.length - 1;
    const end = from + 1 + cell.length + (isLast ? 1 : 0);
    const node = cellOf(reader, { at, from, end, text: cell });
    if (node === null) return null;
    children.push(node);
    from = end;
  }
  return { type: "tableRow", children, position: span(reader, at, at) };
}

/** Where the spaces at the end begin. */
function endOfWords(text: string): number {
  let end = text.length;
  while (text[end - 1] === " ") end--;
  return end;
}

interface Cell {
  readonly at: number;
  /** Column, from 0, of the bar before it. */
  readonly from: number;
  readonly end: number;
  readonly text: string;
}

function cellOf(reader: LineReader, { at, from, end, text }: Cell): TableCell | null {
  const lead = /^ */u.exec(text)?.[0].length ?? 0;
  const start = reader.starts[at] ?? 0;
  const inner = {
    text: text.slice(lead, endOfWords(text)),
    offset: start + from + 1 + lead,
    line: at + 1,
    column: from + 2 + lead,
    indent: 0,
  };
  const children = plainInline(inner);
  if (children === null) return null;
  const position = {
    start: { line: at + 1, column: from + 1, offset: start + from },
    end: { line: at + 1, column: end + 1, offset: start + end },
  };
  return { type: "tableCell", children, position };
}
