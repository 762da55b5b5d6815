import { interfaceFindings } from "../interface-findings.ts";
import type { Rule } from "../rule.ts";

/** The Interface block or the source does not parse. */
export const rule: Rule = {
  id: "interface/unparseable",
  summary: "The Interface block or the source does not parse",
  severity: "error",
  adopt: false,
  check: (workspace) => interfaceFindings(workspace, "interface/unparseable"),
};
