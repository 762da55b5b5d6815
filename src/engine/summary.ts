import type { SourceClass, Workspace } from "../workspace/workspace.ts";
import type { Diagnostic, Summary } from "./report.ts";
import type { Stamped } from "./run.ts";

/** Counts the workspace and the findings that are reported. */
export function summarise(
  workspace: Workspace,
  outcome: {
    readonly findings: readonly Stamped[];
    readonly diagnostics: readonly Diagnostic[];
    readonly suppressed: number;
  },
): Summary {
  const { diagnostics, findings, suppressed } = outcome;
  const ofClass = (name: SourceClass): number => workspace.sources.filter((source) => source.class === name).length;
  const ofSeverity = (name: string): number => diagnostics.filter(({ severity }) => severity === name).length;
  return {
    sources: workspace.sources.length,
    designed: ofClass("designed"),
    direct: ofClass("direct"),
    barrels: ofClass("barrel"),
    types: ofClass("types"),
    exempt: ofClass("exempt"),
    unclassified: ofClass("unclassified"),
    documents: workspace.documents.length,
    pending: pending(workspace),
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

function pending(workspace: Workspace): number {
  return [...workspace.components.values()].filter(
    ({ sources, documents }) => sources.length === 0 && documents[0]?.status === "planned",
  ).length;
}
