import { interfaceFindings } from "../interface-findings.ts";
import type { Rule } from "../rule.ts";

/** A name in the Interface block leads nowhere. */
export const rule: Rule = {
  id: "interface/unknown-name",
  summary: "A name in the Interface block leads nowhere",
  severity: "error",
  adopt: false,
  check: (workspace) => interfaceFindings(workspace, "interface/unknown-name"),
};
