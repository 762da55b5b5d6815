import type ts from "typescript";
import { lineRange, lineStarts, positionAt, type Range } from "../range.ts";
import { parseSuppression, type Suppression } from "../suppression.ts";
import { typescript } from "./typescript.ts";

const opening = /(?:\/\/|\/\*+)[ \t]*design-lint-disable-next-line\b/gu;

/** The `design-lint-disable-next-line` comments of a source; what stands in strings, templates and regular expressions is none. */
export function sourceSuppressions(file: ts.SourceFile): readonly Suppression[] {
  const starts = [...file.text.matchAll(opening)].map((match) => match.index);
  if (starts.length === 0) return [];
  const outside = beginsOfComments(file, starts);
  const lines = lineStarts(file.text);
  const found: Suppression[] = [];
  const code = (file.statements[0] ?? file.endOfFileToken).getStart(file);
  let position = -1;
  for (const start of starts) {
    if (!outside.has(start) || start < position) continue;
    const comment = commentAt(file.text, start);
    position = comment.range.end;
    const parsed = parseSuppression(comment.body);
    if (parsed === null) continue;
    const line = positionAt(lines, comment.range.end).line + 1;
    const next = line > lines.length ? comment.range : lineRange(file.text, lines, line);
    // What is said of a file as a whole stands at its beginning, and nothing stands before that.
    const covers = start < code ? { start: 0, end: next.end } : next;
    found.push({ ...parsed, range: comment.range, covers });
  }
  return found;
}

function commentAt(text: string, start: number): { readonly body: string; readonly range: Range } {
  const ending = text.startsWith("/*", start) ? /\*\//gu : /[\r\n]|$/gu;
  ending.lastIndex = start + 2;
  const match = ending.exec(text);
  const stop = match?.index ?? text.length;
  const end = match?.[0] === "*/" ? stop + 2 : stop;
  return { body: text.slice(start, stop).replace(/^\/[/*]+/u, ""), range: { start, end } };
}

// One walk over the tokens: a place inside a token's own text, or inside another comment, begins no comment.
function beginsOfComments(file: ts.SourceFile, starts: readonly number[]): ReadonlySet<number> {
  const compiler = typescript();
  const inside = new Set<number>();
  const before = new Map<number, number>();
  const stack: ts.Node[] = [...file.statements];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    compiler.forEachChild(node, (child) => {
      stack.push(child);
    });
    if (!compiler.isToken(node)) continue;
    const begin = compiler.isJsxText(node) ? node.pos : node.getStart(file);
    const next = firstAtLeast(starts, begin);
    let index = next;
    for (; (starts[index] ?? node.end) < node.end; index++) inside.add(starts[index] ?? 0);
    before.set(index, Math.max(before.get(index) ?? 0, node.end));
  }
  return begins(file.text, { starts, inside, before });
}

interface Places {
  readonly starts: readonly number[];
  readonly inside: ReadonlySet<number>;
  /** Index of a start → end of the last token before it, where no other start stands between. */
  readonly before: ReadonlyMap<number, number>;
}

function begins(text: string, { starts, inside, before }: Places): ReadonlySet<number> {
  const found = new Set<number>();
  let from = 0;
  for (const [index, start] of starts.entries()) {
    from = Math.max(from, before.get(index) ?? 0);
    if (inside.has(start)) continue;
    while (from < start) from = text[from] === "/" ? afterComment(text, from) : from + 1;
    if (from === start) found.add(start);
  }
  return found;
}

// Between tokens stand only white space, punctuation and comments.
function afterComment(text: string, start: number): number {
  const isBlock = text.startsWith("/*", start);
  return isBlock || text.startsWith("//", start) ? commentAt(text, start).range.end : start + 1;
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
