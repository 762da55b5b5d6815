import { problemFindings } from "../document-findings.ts";
import type { Rule } from "../rule.ts";

/** A document is not plain, readable UTF-8. */
export const rule: Rule = {
  id: "document/encoding",
  summary: "A document is not plain, readable UTF-8",
  severity: "error",
  adopt: false,
  check: (workspace) => problemFindings(workspace, "document/encoding"),
};
