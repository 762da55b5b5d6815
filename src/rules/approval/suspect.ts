import { approvalFindings } from "../approval-findings.ts";
import type { Rule } from "../rule.ts";

/** What stands above a document changed since it was approved. */
export const rule: Rule = {
  id: "approval/suspect",
  summary: "What stands above a document changed since it was approved",
  severity: "error",
  adopt: true,
  check: (workspace) => approvalFindings(workspace, "approval/suspect"),
};
