import { problemFindings } from "../document-findings.ts";
import type { Rule } from "../rule.ts";

/** The frontmatter is missing or is not the strict YAML that documents use. */
export const rule: Rule = {
  id: "document/frontmatter",
  summary: "The frontmatter is missing or is not the strict YAML that documents use",
  severity: "error",
  adopt: false,
  check: (workspace) => problemFindings(workspace, "document/frontmatter"),
};
