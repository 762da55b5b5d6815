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
      brand: { enum: ["loose", "info", "strict"], default: "loose" },
      kind: { enum: ["off", "info", "strict"], default: "info" },
      fail: { enum: ["any", "breaking"], default: "any" },
    },
    additionalProperties: false,
  },
  *check(workspace, options) {
    for (const finding of interfaceFindings(workspace, "interface/changed")) {
      const wanted = finding.data?.information === true ? wantedOf(finding, options) : "strict";
      if (wanted === "info") yield { ...finding, atMost: "info" };
      if (wanted === "strict") yield judged(finding, options);
    }
  },
};

type Options = Readonly<Record<string, unknown>>;

/** What the options want of a finding that both sides can be used alike in spite of. */
function wantedOf({ data }: Finding, options: Options): unknown {
  return data?.change === "brand" ? (options.brand ?? "loose") : (options.kind ?? "info");
}

function judged(finding: Finding, options: Options): Finding {
  return options.fail === "breaking" && !isBreaking(finding) ? { ...finding, atMost: "warning" } : finding;
}

/** Without knowledge of whom a change breaks it counts as breaking. */
function isBreaking(finding: Finding): boolean {
  const breaking = finding.data?.breaking;
  if (typeof breaking !== "object" || breaking === null) return true;
  return Object.values(breaking).includes(true);
}
