import { approvalFindings } from "../approval-findings.ts";
import type { Rule } from "../rule.ts";

/** A document that needs an approval has none. */
export const rule: Rule = {
  id: "approval/missing",
  summary: "A document that needs an approval has none",
  severity: "error",
  adopt: true,
  check: (workspace) => approvalFindings(workspace, "approval/missing"),
};
