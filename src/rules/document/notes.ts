import { problemFindings } from "../document-findings.ts";
import type { Rule } from "../rule.ts";

/** The `## Notes` line is ambiguous, so nobody can say which text is approved. */
export const rule: Rule = {
  id: "document/notes",
  summary: "The `## Notes` line is ambiguous, so nobody can say which text is approved",
  severity: "error",
  adopt: false,
  check: (workspace) => problemFindings(workspace, "document/notes"),
};
