import { approvalFindings } from "../approval-findings.ts";
import type { Rule } from "../rule.ts";

/** Source changed while its design has no valid approval. */
export const rule: Rule = {
  id: "approval/code-ahead",
  summary: "Source changed while its design has no valid approval",
  severity: "error",
  adopt: true,
  check: (workspace) => approvalFindings(workspace, "approval/code-ahead"),
};
