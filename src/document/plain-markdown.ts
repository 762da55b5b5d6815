import type { Heading, List, ListItem, Paragraph, Root, RootContent } from "mdast";
import { plainInline } from "./plain-inline.ts";
import { type Block, type LineReader, linesOf, span } from "./plain-lines.ts";
import { plainTable } from "./plain-table.ts";

/**
 * The syntax tree of a document that is written plainly: headings, paragraphs, bullets with `-`, tables and fenced code that begin in
 * the first column, words, code in backticks and links. The same tree as the Markdown parser's, in a small part of the time; null where
 * anything else may stand in the text.
 */
export function plainMarkdown(text: string): Root | null {
  if (!text.endsWith("\n") || /[\0\t\r]/u.test(text)) return null;
  const reader = linesOf(text);
  const children: RootContent[] = [];
  for (let at = 0; at < reader.lines.length; ) {
    if (reader.lines[at] === "") {
      at++;
      continue;
    }
    const block = blockAt(reader, at);
    if (block === null) return null;
    children.push(block.node);
    at = block.next;
  }
  const start = { line: 1, column: 1, offset: 0 };
  const end = { line: reader.lines.length + 1, column: 1, offset: text.length };
  return { type: "root", children, position: { start, end } };
}

function blockAt(reader: LineReader, at: number): Block | null {
  const line = reader.lines[at] ?? "";
  if (line.startsWith("#")) return heading(reader, at);
  if (line.startsWith("```")) return fence(reader, at);
  if (line.startsWith("- ")) return list(reader, at);
  if (line.startsWith("|")) return plainTable(reader, at);
  if (at === 0 && line === "---") return frontmatter(reader);
  return paragraph(reader, at);
}

function frontmatter(reader: LineReader): Block | null {
  const close = reader.lines.findIndex((line, at) => at > 0 && line.startsWith("---"));
  if (close < 0 || reader.lines[close] !== "---") return null;
  const value = reader.lines.slice(1, close).join("\n");
  return { node: { type: "yaml", value, position: span(reader, 0, close) }, next: close + 1 };
}

function heading(reader: LineReader, at: number): Block | null {
  const line = reader.lines[at] ?? "";
  const marks = /^#{1,6}(?= [^ ])/u.exec(line)?.[0].length ?? 0;
  if (marks === 0 || /[# ]$/u.test(line)) return null;
  const text = line.slice(marks + 1);
  const place = { offset: (reader.starts[at] ?? 0) + marks + 1, line: at + 1, column: marks + 2, indent: 0 };
  const children = plainInline({ text, ...place });
  if (children === null) return null;
  const node: Heading = { type: "heading", depth: marks as Heading["depth"], children, position: span(reader, at, at) };
  return { node, next: at + 1 };
}

function fence(reader: LineReader, at: number): Block | null {
  const { lines } = reader;
  const open = /^(`{3,})(?:([^\s`\\&]+)(?: ([^\s`\\&]+(?: [^\s`\\&]+)*))?)?$/u.exec(lines[at] ?? "");
  if (open === null) return null;
  const [, marks = "", lang = null, meta = null] = open;
  let close = at + 1;
  while (close < lines.length && !closes(lines[close] ?? "", marks)) close++;
  if (close === lines.length || !/^`+$/u.test(lines[close] ?? "")) return null;
  const value = lines.slice(at + 1, close).join("\n");
  return { node: { type: "code", lang, meta, value, position: span(reader, at, close) }, next: close + 1 };
}

function closes(line: string, marks: string): boolean {
  return line.trimStart().startsWith(marks) && /^ {0,3}`+ *$/u.test(line);
}

/** A line of words: it begins with a letter or a digit, a bracket, a quote, an escaped mark or code, and is not a number of a list. */
const words = /^(?:[\p{L}("'\u2018\u201c]|\\[!-/:-@[-`{-~]|\d(?!\d*[.)](?: |$))|`(?!``))/u;

/** Whether a line can be part of a paragraph, and can be nothing else; its end is no break. */
function isWords(line: string): boolean {
  return words.test(line) && !line.endsWith(" ") && !line.includes("|");
}

function paragraph(reader: LineReader, at: number): Block | null {
  let end = at;
  while (isWords(reader.lines[end] ?? "")) end++;
  if (end === at || !mayFollow(reader.lines[end] ?? "")) return null;
  const node = paragraphOf(reader, { at, end, indent: 0 });
  return node === null ? null : { node, next: end };
}

/** Whether a line surely ends the paragraph or item before it. */
function mayFollow(line: string): boolean {
  return line === "" || /^(?:#{1,6} |```|- [^ ])/u.test(line);
}

interface Lines {
  readonly at: number;
  /** The line behind the last one. */
  readonly end: number;
  readonly indent: number;
}

function paragraphOf(reader: LineReader, { at, end, indent }: Lines): Paragraph | null {
  const text = reader.lines
    .slice(at, end)
    .map((line) => line.slice(indent))
    .join("\n");
  const offset = (reader.starts[at] ?? 0) + indent;
  const children = plainInline({ text, offset, line: at + 1, column: indent + 1, indent });
  if (children === null) return null;
  const position = { start: { line: at + 1, column: indent + 1, offset }, end: span(reader, at, end - 1).end };
  return { type: "paragraph", children, position };
}

function list(reader: LineReader, at: number): Block | null {
  const items: ListItem[] = [];
  let next = at;
  let spread = false;
  for (;;) {
    const item = itemAt(reader, next);
    if (item === null) return null;
    items.push(item.node);
    next = item.next;
    let behind = next;
    while (behind < reader.lines.length && reader.lines[behind] === "") behind++;
    const line = reader.lines[behind] ?? "";
    if (!line.startsWith("- ")) {
      // What is indented behind an item may belong to it.
      if (/^ /u.test(line) || (behind === next && !mayFollow(line))) return null;
      break;
    }
    spread ||= behind > next;
    next = behind;
  }
  const position = span(reader, at, next - 1);
  const node: List = { type: "list", ordered: false, start: null, spread, children: items, position };
  return { node, next };
}

function itemAt(reader: LineReader, at: number): { readonly node: ListItem; readonly next: number } | null {
  let end = at;
  while (/^(?:- | {2})/u.test(reader.lines[end] ?? "") && (end === at || !reader.lines[end]?.startsWith("- "))) {
    if (!isWords(reader.lines[end]?.slice(2) ?? "")) return null;
    end++;
  }
  const content = paragraphOf(reader, { at, end, indent: 2 });
  if (content === null) return null;
  const node: ListItem = {
    type: "listItem",
    spread: false,
    checked: null,
    children: [content],
    position: span(reader, at, end - 1),
  };
  return { node, next: end };
}
