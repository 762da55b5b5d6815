import { approvalFindings } from "../approval-findings.ts";
import type { Rule } from "../rule.ts";

/** An approval does not count: signer, key, role, threshold, author or touch. */
export const rule: Rule = {
  id: "approval/untrusted",
  summary: "An approval does not count: signer, key, role, threshold, author or touch",
  severity: "error",
  adopt: false,
  check: (workspace) => approvalFindings(workspace, "approval/untrusted"),
};
