import { interfaceFindings } from "../interface-findings.ts";
import type { Rule } from "../rule.ts";

/** A declaration could not be compared. */
export const rule: Rule = {
  id: "interface/undecided",
  summary: "A declaration could not be compared",
  severity: "warning",
  adopt: false,
  check: (workspace) => interfaceFindings(workspace, "interface/undecided"),
};
