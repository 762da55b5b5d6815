import { problemFindings } from "../document-findings.ts";
import type { Rule } from "../rule.ts";

/** A merge has left its markers in a document. */
export const rule: Rule = {
  id: "document/conflict-marker",
  summary: "A merge has left its markers in a document",
  severity: "error",
  adopt: false,
  check: (workspace) => problemFindings(workspace, "document/conflict-marker"),
};
