import type { Splice } from "../edit.ts";
import { type ApprovalEntry, parseApprovals, serialiseApprovals } from "./approvals.ts";
import type { DocumentFacts } from "./document.ts";
import { lineEnd, splitLines } from "./lines.ts";

/** The edit that adds entries to the tracking block of a document and keeps every other byte; null where the block is malformed. */
export function addApprovals(text: string, facts: DocumentFacts, entries: readonly ApprovalEntry[]): Splice | null {
  const { approvals, status } = facts;
  if (status === null) return null;
  const parsed = approvals === null || approvals.text === "" ? null : parseApprovals(approvals.text);
  if (parsed?.ok === false) return null;
  const end = lineEnd(splitLines(text));
  const block = serialiseApprovals([...(parsed?.entries ?? []), ...entries]).replaceAll("\n", end);
  if (approvals === null) {
    const start = text.indexOf("\n", status.range.end) + 1;
    return { range: { start, end: start }, text: `approvals:${end}${block}` };
  }
  if (approvals.text !== "") return { range: approvals.range, text: block };
  // `approvals: []`: the space before the brackets goes too, the line end after them stays.
  const { start, end: close } = approvals.range;
  return { range: { start: start - 1, end: close }, text: `${end}${block.slice(0, -end.length)}` };
}
