import type { Range } from "../range.ts";

/** A stretch of Markdown that would take a parser more than linear time. */
export interface Hazard {
  readonly message: string;
  readonly range: Range;
}

/** Block quotes and list items opened on one line beyond this are not read. */
export const maxContainers = 100;

/** Emphasis marks, and brackets (`]` and `<`), of one run of lines beyond these are not read. */
export const maxMarks = { emphasis: 1_000, brackets: 4_000 } as const;

const fenceMarks = 20_000;
const fence = /^[ >]*(?:[-*+] +)*(`{3,}|~{3,})/u;

/** Finds the first line at which nesting or inline marks exceed what is parsed; null for all ordinary text. */
export function markdownHazard(text: string): Hazard | null {
  let emphasis = 0;
  let brackets = 0;
  let open = "";
  for (let start = 0; start < text.length; ) {
    const end = lineEndAt(text, start);
    const line = text.slice(start, end);
    if (containers(line) > maxContainers) {
      return { message: `Unexpected nesting, expected at most ${maxContainers} levels`, range: { start, end } };
    }
    const run = fence.exec(line)?.[1] ?? "";
    if (run !== "" && open === "") open = run;
    else if (run.startsWith(open)) open = "";
    if (line.trim() === "" || run !== "" || /^ {0,3}[-*+] /u.test(line)) [emphasis, brackets] = [0, 0];
    emphasis += count(line, /[*_~]+/gu);
    brackets += count(line, /[\]<]/gu);
    if (emphasis > (open ? fenceMarks : maxMarks.emphasis) || brackets > (open ? fenceMarks : maxMarks.brackets)) {
      return { message: "Unexpected number of `*`, `_`, `~`, `]` or `<` in one paragraph", range: { start, end } };
    }
    start = end + 1;
  }
  return null;
}

function lineEndAt(text: string, start: number): number {
  const feed = text.indexOf("\n", start);
  return feed === -1 ? text.length : feed;
}

function count(line: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of line.matchAll(pattern)) found++;
  return found;
}

/** Container markers at the beginning of a line: `>`, bullets and numbers. */
function containers(line: string): number {
  let found = 0;
  let at = 0;
  for (;;) {
    while (line[at] === " " || line[at] === "\t") at++;
    const width = line[at] === ">" ? 1 : markerWidth(line, at);
    if (width === 0) return found;
    found++;
    at += width;
  }
}

function markerWidth(line: string, at: number): number {
  let end = at;
  if (/[-*+]/u.test(line.charAt(at))) end = at + 1;
  else {
    while (end - at < 9 && /\d/u.test(line.charAt(end))) end++;
    end = end > at && /[.)]/u.test(line.charAt(end)) ? end + 1 : at;
  }
  return end > at && /^[ \t]?$/u.test(line.charAt(end)) ? end - at : 0;
}
