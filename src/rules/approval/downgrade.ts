import { approvalFindings } from "../approval-findings.ts";
import type { Rule } from "../rule.ts";

/** A status, type or route changed to one that asks for less. */
export const rule: Rule = {
  id: "approval/downgrade",
  summary: "A status, type or route changed to one that asks for less",
  severity: "error",
  adopt: false,
  check: (workspace) => approvalFindings(workspace, "approval/downgrade"),
};
