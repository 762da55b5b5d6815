import type { ApprovalEntry } from "../document/approvals.ts";
import { parsePolicyApprovals, policyApprovalsPath, policyApprovalsText } from "../document/policy-approvals.ts";
import type { Edit } from "../edit.ts";
import type { FixedFile } from "../fix.ts";
import type { Snapshot } from "../snapshot.ts";
import { UserError } from "../user-error.ts";
import { policyPaths } from "../workspace/approvals/policy-files.ts";
import type { Court } from "./approval-court.ts";
import type { Draft } from "./approval-drafts.ts";
import { unifiedDiff } from "./diff.ts";

/** Whether what is to be signed is the policy, and no document. */
export function isOfPolicy({ standing }: Draft): boolean {
  return standing.subject.document.path === policyApprovalsPath;
}

/** What a person has to see before they sign the policy: every change of its files against the base, and the statement. */
export async function policyDisplay({ standing, statement }: Draft, { input }: Court): Promise<string> {
  const { state, reason } = standing.state;
  const files: FixedFile[] = [];
  for (const path of policyPathsOf(input)) {
    const before = input.base === null ? null : await textAt(input.base.policy, path);
    const after = await textAt(input.snapshot, path);
    if (before !== after) files.push({ path, before, after: after ?? "" });
  }
  const changed = files.length === 0 ? "Nothing of the policy changed against the base" : unifiedDiff(files);
  return `── ${policyApprovalsPath}: ${state}: ${reason}\n${changed}\n${statement}\n`;
}

/** The files that an approval of the policy is about, deleted ones too. */
export function policyPathsOf({ snapshot, config, base }: Court["input"]): readonly string[] {
  const before = base === null ? [] : policyPaths(base.policy, config);
  return [...new Set([...policyPaths(snapshot, config), ...before])].sort();
}

/** The edit that adds an entry to the file of the policy's approvals, which need not exist. Rejects with a `UserError` where it cannot be read. */
export async function policyEdit(entry: ApprovalEntry, { input }: Court): Promise<Edit> {
  const path = policyApprovalsPath;
  const bytes = await input.snapshot.files.get(path)?.read();
  if (bytes === undefined) return { kind: "create", path, text: policyApprovalsText([entry]) };
  const parsed = parsePolicyApprovals(bytes);
  if (!parsed.ok) throw new UserError("not-approvable", `${path} cannot be read: ${parsed.message}`);
  const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const end = before.includes("\r\n") ? "\r\n" : "\n";
  const text = policyApprovalsText([...parsed.entries, entry]).replaceAll("\n", end);
  return { kind: "replace", path, range: { start: 0, end: before.length }, text };
}

async function textAt({ files }: Snapshot, path: string): Promise<string | null> {
  const bytes = await files.get(path)?.read();
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}
