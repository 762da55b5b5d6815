import { problemFindings } from "../document-findings.ts";
import type { Rule } from "../rule.ts";

/** `status` and `approvals` are not the last keys of the frontmatter, in that order. */
export const rule: Rule = {
  id: "document/tracking-order",
  summary: "`status` and `approvals` are not the last keys of the frontmatter, in that order",
  severity: "error",
  adopt: false,
  check: (workspace) => problemFindings(workspace, "document/tracking-order"),
};
