import type { Link, PhrasingContent } from "mdast";
import type { Span } from "./plain-lines.ts";

/** A stretch of lines of a text: `offset` at which it begins, and the line (from 1) and column (from 1) of that place. */
export interface Stretch {
  readonly text: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  /** Spaces that each further line of it stands behind in the file. */
  readonly indent: number;
}

/** A paragraph beyond this many characters is not read here, since each node looks for its line. */
const longest = 10_000;

/** What may open or be a part of an inline construct that is not read here. */
const special = /[*~<>&\\[\]!@]|:\/\/|www\./iu;
const underscore = /(?<![A-Za-z\d])_|_(?![A-Za-z\d])/u;
const link = /\[([^`[\]]+)\]\(([\w./#-]+)\)/u;

/**
 * The nodes of a text that holds nothing but words, code in single backticks and links to plain places, as the Markdown parser gives
 * them; null where anything else may stand in it.
 */
export function plainInline(stretch: Stretch): PhrasingContent[] | null {
  if (stretch.text.length > longest) return null;
  const nodes: PhrasingContent[] = [];
  let at = 0;
  while (at < stretch.text.length) {
    const open = stretch.text.indexOf("`", at);
    const end = open < 0 ? stretch.text.length : open;
    if (!pushWords(nodes, stretch, at, end)) return null;
    if (open < 0) break;
    const close = codeEnd(stretch.text, open);
    if (close < 0) return null;
    const value = stretch.text.slice(open + 1, close);
    nodes.push({ type: "inlineCode", value, position: between(stretch, open, close + 1) });
    at = close + 1;
  }
  return nodes;
}

/** The backtick that closes code on the same line; -1 where it is not plain: several backticks, spaces at an end, several lines. */
function codeEnd(text: string, open: number): number {
  const close = text.indexOf("`", open + 1);
  if (close <= open + 1 || text[close + 1] === "`") return -1;
  return /^ |\n| $/u.test(text.slice(open + 1, close)) ? -1 : close;
}

/** Words and links between two places; false where something else may stand there. */
function pushWords(nodes: PhrasingContent[], stretch: Stretch, from: number, end: number): boolean {
  let at = from;
  for (;;) {
    const rest = stretch.text.slice(at, end);
    const found = rest.includes("[") ? link.exec(rest) : null;
    const words = found === null ? rest : rest.slice(0, found.index);
    if (!isPlain(words)) return false;
    if (words !== "") nodes.push({ type: "text", value: words, position: between(stretch, at, at + words.length) });
    if (found === null) return true;
    const [whole, label = "", url = ""] = found;
    if (!isPlain(label)) return false;
    const start = at + found.index;
    nodes.push(linkOf(stretch, { start, end: start + whole.length, label, url }));
    at = start + whole.length;
  }
}

function linkOf(
  stretch: Stretch,
  { start, end, label, url }: { start: number; end: number; label: string; url: string },
): Link {
  const position = between(stretch, start + 1, start + 1 + label.length);
  return {
    type: "link",
    title: null,
    url,
    children: [{ type: "text", value: label, position }],
    position: between(stretch, start, end),
  };
}

function isPlain(words: string): boolean {
  return !special.test(words) && !(words.includes("_") && underscore.test(words));
}

function between(stretch: Stretch, start: number, end: number): Span {
  const last = pointAt(stretch, end);
  // What ends in a line feed ends where the next line begins, before its indent.
  const before = stretch.text[end - 1] === "\n" ? stretch.indent : 0;
  return {
    start: pointAt(stretch, start),
    end: { ...last, column: last.column - before, offset: last.offset - before },
  };
}

function pointAt({ text, offset, line, column, indent }: Stretch, at: number): Span["start"] {
  let [feeds, last] = [0, -1];
  for (let feed = text.indexOf("\n"); feed >= 0 && feed < at; feed = text.indexOf("\n", feed + 1)) {
    feeds++;
    last = feed;
  }
  if (feeds === 0) return { line, column: column + at, offset: offset + at };
  return { line: line + feeds, column: indent + at - last, offset: offset + at + feeds * indent };
}
