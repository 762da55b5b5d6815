import { interfaceFindings } from "../interface-findings.ts";
import type { Finding, Rule } from "../rule.ts";

/** A declaration of the design differs from the code. */
export const rule: Rule = {
  id: "interface/changed",
  summary: "A declaration of the design differs from the code",
  severity: "error",
  adopt: true,
  options: {
    type: "object",
    properties: {
      brand: { enum: ["loose", "strict"], default: "loose" },
      fail: { enum: ["any", "breaking"], default: "any" },
    },
    additionalProperties: false,
  },
  *check(workspace, options) {
    for (const finding of interfaceFindings(workspace, "interface/changed")) {
      const lenient = options.fail === "breaking" && !isBreaking(finding);
      yield lenient ? { ...finding, atMost: "warning" } : finding;
    }
  },
};

/** Without knowledge of whom a change breaks it counts as breaking. */
function isBreaking(finding: Finding): boolean {
  const breaking = finding.data?.breaking;
  if (typeof breaking !== "object" || breaking === null) return true;
  return Object.values(breaking).includes(true);
}
