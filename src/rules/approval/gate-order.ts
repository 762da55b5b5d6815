import { approvalFindings } from "../approval-findings.ts";
import type { Rule } from "../rule.ts";

/** A new approval stands under a document that has none. */
export const rule: Rule = {
  id: "approval/gate-order",
  summary: "A new approval stands under a document that has none",
  severity: "error",
  adopt: false,
  check: (workspace) => approvalFindings(workspace, "approval/gate-order"),
};
