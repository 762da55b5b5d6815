import type { Counts } from "./count.ts";
import type { Diagnostic, Summary } from "./report.ts";
import type { Stamped } from "./run.ts";

/** The counts of the files, and the findings that are reported counted too. */
export function summarise(
  counts: Counts,
  outcome: {
    readonly findings: readonly Stamped[];
    readonly diagnostics: readonly Diagnostic[];
    readonly suppressed: number;
  },
): Summary {
  const { diagnostics, findings, suppressed } = outcome;
  const ofSeverity = (name: string): number => diagnostics.filter(({ severity }) => severity === name).length;
  return {
    ...counts,
    errors: ofSeverity("error"),
    warnings: ofSeverity("warning"),
    infos: ofSeverity("info"),
    undecided: diagnostics.filter(({ rule }) => rule === "interface/undecided").length,
    fixable: findings.filter(({ finding }) => isFixable(finding.fix)).length,
    suppressed,
  };
}

function isFixable(fix: Stamped["finding"]["fix"]): boolean {
  return fix !== undefined && fix.by === "tool" && fix.safety === "safe";
}
