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

/** One piece of text at a place: an escaped mark, code, a link, or letters that open nothing. */
const piece =
  /\\([!-/:-@[-`{-~])|`([^`\n]+)`(?!`)|\[([^`[\]\\*~<>&!@_]+)\]\(([\w./#-]+)\)|(?:[^`\\[\]*~<>&!@_]|!(?!\[)|>|(?<=[A-Za-z\d])_(?=[A-Za-z\d]))+/uy;
/** What the parser takes for an address, wherever it stands. */
const address = /:\/\/|www\.|@/iu;

/**
 * The nodes of a text that holds nothing but words, escaped marks, code in single backticks and links to plain places, as the Markdown
 * parser gives them; null where anything else may stand in it.
 */
export function plainInline(stretch: Stretch): PhrasingContent[] | null {
  const { text } = stretch;
  if (text.length > longest) return null;
  const nodes: PhrasingContent[] = [];
  for (let at = 0; at < text.length; at = piece.lastIndex) {
    piece.lastIndex = at;
    const match = piece.exec(text);
    if (match === null) return null;
    const node = nodeOf(match, between(stretch, at, piece.lastIndex), stretch);
    if (node === null) return null;
    push(nodes, node);
  }
  const isPlain = nodes.every((node) => !address.test(node.type === "link" ? labelOf(node) : textOf(node)));
  return isPlain ? nodes : null;
}

function nodeOf(match: RegExpExecArray, position: Span, stretch: Stretch): PhrasingContent | null {
  const [whole, escaped, code, label, url] = match;
  if (escaped !== undefined) return { type: "text", value: escaped, position };
  if (code !== undefined) return /^ | $/u.test(code) ? null : { type: "inlineCode", value: code, position };
  if (label === undefined || url === undefined) return { type: "text", value: whole, position };
  const start = match.index + 1;
  const inner = { type: "text" as const, value: label, position: between(stretch, start, start + label.length) };
  return { type: "link", title: null, url, children: [inner], position };
}

/** Text that follows text is one node with it. */
function push(nodes: PhrasingContent[], node: PhrasingContent): void {
  const last = nodes.at(-1);
  if (node.type !== "text" || last?.type !== "text") nodes.push(node);
  else {
    last.value += node.value;
    if (last.position !== undefined && node.position !== undefined) last.position.end = node.position.end;
  }
}

function textOf(node: PhrasingContent): string {
  return node.type === "text" ? node.value : "";
}

function labelOf({ children }: Link): string {
  return children.map(textOf).join("");
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
