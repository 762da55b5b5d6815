import { approvalFindings } from "../approval-findings.ts";
import type { Rule } from "../rule.ts";

/** Older content came back without a new approval. */
export const rule: Rule = {
  id: "approval/rollback",
  summary: "Older content came back without a new approval",
  severity: "error",
  adopt: false,
  check: (workspace) => approvalFindings(workspace, "approval/rollback"),
};
