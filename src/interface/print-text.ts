import type ts from "typescript";
import { applySplices, type Splice } from "../edit.ts";
import { typescript } from "./typescript.ts";

/** A change on the way from source to declaration: offsets in the source, `end` exclusive. */
export function cut(start: number, end: number, text = ""): Splice {
  return { range: { start, end }, text };
}

/** Text of a stretch of a file with cuts applied, comments, empty lines and trailing spaces taken out. */
export function textBetween(root: ts.Node, start: number, end: number, cuts: readonly Splice[] = []): string {
  const file = root.getSourceFile();
  const comments = commentsOf(root, file, cuts).filter(
    (comment) => comment.range.start >= start && comment.range.end <= end,
  );
  const splices = [...cuts, ...comments].map(({ range, text }) => cut(range.start - start, range.end - start, text));
  return tidy(applySplices(file.text.slice(start, end), splices), indentAt(file.text, start));
}

/** Text of a node with cuts applied. */
export function textOf(node: ts.Node, cuts: readonly Splice[] = []): string {
  return textBetween(node, node.getStart(), node.end, cuts);
}

/** Blank lines and trailing spaces go, and so does the indent that all lines owe to where the declaration stood. */
function tidy(text: string, indent: string): string {
  const lines = text
    .split("\n")
    .map((line, index) => (index > 0 && line.startsWith(indent) ? line.slice(indent.length) : line))
    .map((line) => line.replace(/[ \t\r]+$/u, ""));
  return lines
    .filter((line) => line !== "")
    .join("\n")
    .trim()
    .replace(/\{\s*\}$/u, "{}");
}

function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/u.exec(text.slice(start, offset))?.[0] ?? "";
}

/** Comments stand in the gaps before tokens; what is cut away anyway is not searched for them. */
function commentsOf(root: ts.Node, file: ts.SourceFile, cuts: readonly Splice[]): readonly Splice[] {
  const ts = typescript();
  if (!/\/[/*]/u.test(file.text.slice(root.pos, root.end))) return [];
  const found: Splice[] = [];
  const isCut = (node: ts.Node): boolean =>
    cuts.some(({ range }) => range.start <= node.getStart() && node.end <= range.end);
  const stack: ts.Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const children = isCut(node) ? [] : node.getChildren(file);
    stack.push(...children);
    if (children.length > 0 || node.pos === node.getStart()) continue;
    const ranges = [
      ...(ts.getTrailingCommentRanges(file.text, node.pos) ?? []),
      ...(ts.getLeadingCommentRanges(file.text, node.pos) ?? []),
    ];
    for (const { pos, end } of ranges) found.push(cut(pos, end + spacesAt(file.text, end)));
  }
  return found;
}

function spacesAt(text: string, offset: number): number {
  let end = offset;
  while (text[end] === " ") end++;
  return end - offset;
}
