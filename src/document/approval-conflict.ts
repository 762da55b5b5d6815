import type { Splice } from "../edit.ts";
import { type ApprovalEntry, maxApprovals, parseApprovals, serialiseApprovals } from "./approvals.ts";
import { type Lines, lineEnd } from "./lines.ts";
import { looseApprovals } from "./loose-approvals.ts";

/** The lines (from 0) of one complete set of conflict markers; `base` is where the common ancestor begins, if it is shown. */
export interface ConflictLines {
  readonly first: number;
  readonly base: number | null;
  readonly middle: number;
  readonly last: number;
}

/** A document as one side of a merge has it, cut around its block of approvals. */
interface Side {
  readonly head: string;
  readonly entries: readonly ApprovalEntry[];
  readonly tail: string;
}

/**
 * The edit that unites what two sides of a merge have in the `approvals` block, sorted, nothing of either side lost. Null where a
 * conflict before the end of the frontmatter is about anything else, or where a side's entries cannot be read.
 */
export function uniteApprovals(lines: Lines, conflicts: readonly ConflictLines[]): Splice | null {
  const texts = textsOf(lines);
  const fence = texts.findIndex((text, index) => index > 0 && bare(text) === "---");
  const own = conflicts.filter(({ first }) => first < fence);
  if (own.length === 0 || own.length > maxApprovals) return null;
  const [ours, theirs] = [sideOf(texts, own, "ours"), sideOf(texts, own, "theirs")];
  if (ours === null || theirs === null) return null;
  if (ours.head !== theirs.head || ours.tail !== theirs.tail) return null;
  // A marker without its others belongs to no conflict that could be united.
  if (/^(?:<{7}|\|{7}|={7}|>{7})/mu.test(ours.head)) return null;
  const block = serialiseApprovals([...ours.entries, ...theirs.entries]);
  if (!parseApprovals(block).ok) return null; // none, or more than a document may have
  const end = lineEnd(lines);
  const mark = lines.text.slice(0, lines.starts[0] ?? 0);
  return difference(lines.text, `${mark}${ours.head}approvals:${end}${block.replaceAll("\n", end)}${ours.tail}`);
}

/** Every line with its line end. */
function textsOf({ text, starts }: Lines): readonly string[] {
  return starts.map((start, line) => text.slice(start, starts[line + 1] ?? text.length));
}

function bare(text: string): string {
  return text.replace(/\r?\n$/u, "");
}

function sideOf(texts: readonly string[], conflicts: readonly ConflictLines[], side: "ours" | "theirs"): Side | null {
  const kept = texts.filter((_, line) => {
    const within = conflicts.find(({ first, last }) => line >= first && line <= last);
    if (within === undefined) return true;
    const { first, base, middle, last } = within;
    return side === "ours" ? line > first && line < (base ?? middle) : line > middle && line < last;
  });
  const close = kept.findIndex((text, index) => index > 0 && bare(text) === "---");
  if (close === -1) return null;
  const key = kept.findIndex((text, index) => index < close && /^approvals:(?: \[\])?$/u.test(bare(text)));
  const start = key === -1 ? close : key;
  const entries = looseApprovals(kept.slice(start + 1, close).join(""));
  return entries === null ? null : { head: kept.slice(0, start).join(""), entries, tail: kept.slice(close).join("") };
}

/** The smallest replacement that makes one text of the other. */
function difference(before: string, after: string): Splice {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { range: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) };
}
