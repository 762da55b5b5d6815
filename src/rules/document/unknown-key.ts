import { documentFinding, judgedDocuments } from "../document-findings.ts";
import type { Rule } from "../rule.ts";
import { violationsFor } from "../violations.ts";

/** A key that the schema of the document's type does not know. */
export const rule: Rule = {
  id: "document/unknown-key",
  summary: "A key that the schema of the document's type does not know",
  severity: "error",
  adopt: false,
  *check(workspace) {
    for (const document of judgedDocuments(workspace)) {
      for (const violation of violationsFor(document, "document/unknown-key"))
        yield documentFinding(document, violation);
    }
  },
};
