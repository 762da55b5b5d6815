import { approvalFindings } from "../approval-findings.ts";
import type { Rule } from "../rule.ts";

/** A document changed since it was approved. */
export const rule: Rule = {
  id: "approval/stale",
  summary: "A document changed since it was approved",
  severity: "error",
  adopt: false,
  check: (workspace) => approvalFindings(workspace, "approval/stale"),
};
