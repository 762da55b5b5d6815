import { interfaceFindings } from "../interface-findings.ts";
import type { Rule } from "../rule.ts";

/** The design declares what the code does not export. */
export const rule: Rule = {
  id: "interface/missing-export",
  summary: "The design declares what the code does not export",
  severity: "error",
  adopt: false,
  check: (workspace) => interfaceFindings(workspace, "interface/missing-export"),
};
