import { type ApprovalEntry, type ParsedApprovals, parseApprovals, serialiseApprovals } from "./approvals.ts";

/** Where the approvals of the policy stand, relative to the root of the repository. */
export const policyApprovalsPath = ".design/policy.approvals";

/** A file that is larger than this is not read. */
const maxBytes = 1024 * 1024;

/** Reads a file that holds an `approvals:` block alone (LF or CRLF); any bytes give a verdict, whose line counts from 0 in the file. */
export function parsePolicyApprovals(bytes: Uint8Array): ParsedApprovals {
  if (bytes.length > maxBytes) return { ok: false, line: 0, message: `Unexpected size, expected at most ${maxBytes}` };
  const text = Buffer.from(bytes).toString("latin1").replaceAll("\r\n", "\n");
  if (text === "approvals: []\n") return { ok: true, entries: [] };
  if (!text.startsWith("approvals:\n"))
    return { ok: false, line: 0, message: "Unexpected line, expected `approvals:`" };
  if (!text.endsWith("\n")) return { ok: false, line: 0, message: "Unexpected end, expected a line feed" };
  const parsed = parseApprovals(Buffer.from(text.slice("approvals:\n".length), "latin1").toString("utf8"));
  return parsed.ok ? parsed : { ...parsed, line: parsed.line + 1 };
}

/** The text of such a file with these entries, LF; `approvals: []` for none. */
export function policyApprovalsText(entries: readonly ApprovalEntry[]): string {
  return entries.length === 0 ? "approvals: []\n" : `approvals:\n${serialiseApprovals(entries)}`;
}
