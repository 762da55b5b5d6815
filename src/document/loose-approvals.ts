import { type ApprovalEntry, maxApprovals, parseApprovals } from "./approvals.ts";

/**
 * The entries of a block that a merge has put together: each has to follow the grammar, but they need not be sorted, and some may
 * stand there twice. Null where a line belongs to no entry that can be read; no text has no entries.
 */
export function looseApprovals(text: string): readonly ApprovalEntry[] | null {
  if (text === "") return [];
  const blocks = text.split(/^(?= {2}- gate: )/mu);
  if (blocks.length > 2 * maxApprovals) return null;
  const parsed = blocks.map(parseApprovals);
  const entries = parsed.flatMap((block) => (block.ok ? block.entries : []));
  return entries.length === blocks.length ? entries : null;
}
