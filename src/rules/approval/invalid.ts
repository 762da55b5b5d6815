import { approvalFindings } from "../approval-findings.ts";
import type { Rule } from "../rule.ts";

/** An approval proves nothing: its signature or its form is wrong. */
export const rule: Rule = {
  id: "approval/invalid",
  summary: "An approval proves nothing: its signature or its form is wrong",
  severity: "error",
  adopt: false,
  check: (workspace) => approvalFindings(workspace, "approval/invalid"),
};
