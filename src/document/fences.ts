import type { Code, Nodes, Root } from "mdast";

/** A text without the lines of its fenced code, which say nothing about its structure. */
export interface Folded {
  readonly text: string;
  readonly folds: readonly Fold[];
}

/** Lines that were taken out of a text. */
interface Fold {
  /** Offset in the folded text at which the fenced block begins. */
  readonly start: number;
  /** Offset in the folded text at which its closing fence begins: where the lines stood. */
  readonly at: number;
  /** The lines, each with its line feed. */
  readonly code: string;
  readonly lines: number;
}

/** Takes the lines out of the fenced blocks that begin in the first column; what looks like one and is none is found by `unfold`. */
export function fold(text: string): Folded {
  const folds: Fold[] = [];
  let folded = "";
  let kept = 0;
  // Other line ends and NUL characters are not handed on as they stand.
  const opening = /[\r\0]/u.test(text) ? /(?!)/gmu : /^(`{3,}|~{3,})(.*)\n/gmu;
  // Frontmatter ends at the first line that can close it, wherever that stands.
  opening.lastIndex = endOfFrontmatter(text);
  for (let open = opening.exec(text); open !== null; open = opening.exec(text)) {
    const [line, fence = "", info = ""] = open;
    if (fence.startsWith("`") && info.includes("`")) continue;
    const begin = open.index + line.length;
    const close = closingFence(text, begin, fence);
    if (close === null) break;
    const start = folded.length + open.index - kept;
    const code = text.slice(begin, close.start);
    folded += text.slice(kept, begin);
    folds.push({ start, at: folded.length, code, lines: lineFeeds(code) });
    kept = close.start;
    opening.lastIndex = close.end;
  }
  return { text: folded + text.slice(kept), folds };
}

/**
 * Puts the lines back into the tree of a folded text, whose nodes then stand where they stand in the whole text. False, with
 * nothing changed, where a fold is no fenced block of the tree: the text is then to be parsed as a whole.
 */
export function unfold(root: Root, folds: readonly Fold[]): boolean {
  const blocks = new Map<number | undefined, Code>();
  for (const node of root.children)
    if (node.type === "code" && node.value === "") blocks.set(node.position?.start.offset, node);
  const found = folds.map((one) => ({ ...one, block: blocks.get(one.start) }));
  if (!found.every(({ block }) => block !== undefined)) return false;
  for (const { block, code } of found) if (block !== undefined) block.value = code.slice(0, -1);
  const first = folds[0];
  if (first !== undefined) for (const node of root.children) shift(node, folds);
  if (first !== undefined) shiftPoint(root.position?.end, folds);
  return true;
}

function shift(node: Nodes, folds: readonly Fold[]): void {
  shiftPoint(node.position?.start, folds);
  shiftPoint(node.position?.end, folds);
  if ("children" in node) for (const child of node.children) shift(child, folds);
}

function shiftPoint(point: { line: number; offset?: number | undefined } | undefined, folds: readonly Fold[]): void {
  if (point?.offset === undefined) return;
  const { offset } = point;
  for (const { at, code, lines } of folds) {
    if (at > offset) return;
    point.offset += code.length;
    point.line += lines;
  }
}

function endOfFrontmatter(text: string): number {
  if (!/^---[ \t]*\n/u.test(text)) return 0;
  const closing = /^---[ \t]*$/gmu;
  closing.lastIndex = 4;
  return closing.test(text) ? closing.lastIndex : 0;
}

/** The first line that closes a fence, without its line feed; null where none does. */
function closingFence(
  text: string,
  from: number,
  fence: string,
): { readonly start: number; readonly end: number } | null {
  const mark = fence.charAt(0);
  const closing = new RegExp(`^ {0,3}${mark}{${fence.length},}[ \\t]*$`, "gmu");
  closing.lastIndex = from;
  const close = closing.exec(text);
  return close === null ? null : { start: close.index, end: close.index + close[0].length };
}

function lineFeeds(code: string): number {
  let count = 0;
  for (let at = code.indexOf("\n"); at >= 0; at = code.indexOf("\n", at + 1)) count++;
  return count;
}
