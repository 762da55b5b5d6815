import type ts from "typescript";
import type { Splice } from "../edit.ts";
import type { Range } from "../range.ts";
import { typescript } from "./typescript.ts";
import { undecidedIn } from "./undecided-comment.ts";

/** What is put in front of a declaration to export it. */
export const exportWord = "export ";

/** An insertion at one place of a text. */
export function insertion(at: number, text: string): Splice {
  return { range: { start: at, end: at }, text };
}

/** The white space that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/u.exec(text.slice(start))?.[0] ?? "";
}

/** A text whose later lines get an indent in front; empty lines stay empty. */
export function indented(text: string, indent: string): string {
  return text.replace(/\n(?!\n)/gu, `\n${indent}`);
}

/** End of what stands on a node's last line behind it, if that is only a comment; else the node's own end. */
export function endWithComment(text: string, end: number): number {
  const rest = /^[ \t]*(?:\/\/[^\n]*|\/\*(?:(?!\*\/)[^\n])*\*\/[ \t]*)?(?=\n|$)/u.exec(text.slice(end));
  return end + (rest?.[0].length ?? 0);
}

/** Where a node begins together with the comments that stand right above it. */
export function startWithComments(node: ts.Node): number {
  const { text } = node.getSourceFile();
  const comments = typescript().getLeadingCommentRanges(text, node.pos) ?? [];
  let start = node.getStart();
  for (const { pos, end } of [...comments].reverse()) {
    const isClose = (text.slice(end, start).match(/\n/gu) ?? []).length <= 1;
    if (!isClose || undecidedIn(text.slice(pos, end)).length > 0) break;
    start = pos;
  }
  return start;
}

/** What to take out so that a node goes with its comments and, where nothing else stands there, its lines. */
export function removal(node: ts.Node): Splice {
  const { text } = node.getSourceFile();
  const start = startWithComments(node);
  const end = endWithComment(text, node.end);
  return { range: wholeLines(text, { start, end }), text: "" };
}

function wholeLines(text: string, { start, end }: Range): Range {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const fillsLines = text.slice(lineStart, start).trim() === "" && (end === text.length || text[end] === "\n");
  if (!fillsLines) return { start, end: end + spacesAt(text, end) };
  if (end < text.length) {
    const loose = isEmptyLine(text, end + 1) && (lineStart === 0 || isEmptyLine(text, previousLine(text, lineStart)));
    return { start: lineStart, end: loose ? endOfLine(text, end + 1) + 1 : end + 1 };
  }
  return { start: Math.max(0, lineStart - 1), end };
}

function spacesAt(text: string, offset: number): number {
  return /^[ \t]*/u.exec(text.slice(offset))?.[0].length ?? 0;
}

function previousLine(text: string, lineStart: number): number {
  return text.lastIndexOf("\n", lineStart - 2) + 1;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

function isEmptyLine(text: string, lineStart: number): boolean {
  return lineStart < text.length && text.slice(lineStart, endOfLine(text, lineStart)).trim() === "";
}

/** A node's words with single spaces between them and without comments: equal for nodes that differ in layout only. */
export function wordsIn(node: ts.Node): string {
  const words: string[] = [];
  const stack: ts.Node[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const children = next.getChildren();
    if (children.length === 0 && next.getWidth() > 0) words.push(next.getText());
    stack.push(...[...children].reverse());
  }
  return words.join(" ").replace(/ ?[;,]$/u, "");
}

/** Edits of one text where those that begin at one place have become one: what is put in comes first, in the given order. */
export function joined(splices: readonly Splice[]): readonly Splice[] {
  const unique = new Map(splices.map((splice) => [JSON.stringify(splice), splice]));
  const byStart = new Map<number, Splice>();
  for (const splice of [...unique.values()].sort((a, b) => rankOf(a) - rankOf(b))) {
    const { start } = splice.range;
    byStart.set(start, { range: splice.range, text: (byStart.get(start)?.text ?? "") + splice.text });
  }
  return [...byStart.values()].sort((a, b) => a.range.start - b.range.start);
}

/** The word `export` belongs to what follows it, so nothing comes between. */
function rankOf({ range, text }: Splice): number {
  if (range.end > range.start) return 2;
  return text === exportWord ? 1 : 0;
}
