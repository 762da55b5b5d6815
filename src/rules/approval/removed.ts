import { approvalFindings } from "../approval-findings.ts";
import type { Rule } from "../rule.ts";

/** An approval, a revocation or a design that the base has is gone. */
export const rule: Rule = {
  id: "approval/removed",
  summary: "An approval, a revocation or a design that the base has is gone",
  severity: "error",
  adopt: false,
  check: (workspace) => approvalFindings(workspace, "approval/removed"),
};
