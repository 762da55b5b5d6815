import { interfaceFindings } from "../interface-findings.ts";
import type { Rule } from "../rule.ts";

/** The design and the code say the same type in other words. */
export const rule: Rule = {
  id: "interface/spelling",
  summary: "The design and the code say the same type in other words",
  severity: "info",
  adopt: false,
  check: (workspace) => interfaceFindings(workspace, "interface/spelling"),
};
