import { interfaceFindings } from "../interface-findings.ts";
import type { Rule } from "../rule.ts";

/** The code exports what the design does not declare. */
export const rule: Rule = {
  id: "interface/undeclared-export",
  summary: "The code exports what the design does not declare",
  severity: "error",
  adopt: true,
  check: (workspace) => interfaceFindings(workspace, "interface/undeclared-export"),
};
