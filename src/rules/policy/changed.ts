import { approvalFindings } from "../approval-findings.ts";
import type { Rule } from "../rule.ts";

/** The change touches config, signers, schemas, templates or baseline. */
export const rule: Rule = {
  id: "policy/changed",
  summary: "The change touches config, signers, schemas, templates or baseline",
  severity: "warning",
  adopt: false,
  check: (workspace) => approvalFindings(workspace, "policy/changed"),
};
