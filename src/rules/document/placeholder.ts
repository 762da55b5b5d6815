import { problemFindings } from "../document-findings.ts";
import type { Rule } from "../rule.ts";

/** The template left a text that the author has not replaced. */
export const rule: Rule = {
  id: "document/placeholder",
  summary: "The template left a text that the author has not replaced",
  severity: "error",
  adopt: false,
  check: (workspace) => problemFindings(workspace, "document/placeholder"),
};
