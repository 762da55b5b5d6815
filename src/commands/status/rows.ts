import type { InterfaceVerdict } from "../../interface/verdict.ts";
import { approvalState, restsOnSoftware } from "../../workspace/approvals/approval-state.ts";
import type { ApprovalJudgement } from "../../workspace/approvals/judgement.ts";
import type { Component, Document, Test, Workspace } from "../../workspace/workspace.ts";

/** One line of the table, each cell in words; `-` where there is nothing to say. */
export interface StatusRow {
  readonly component: string;
  readonly type: string;
  readonly status: string;
  /** `valid`, `stale`, `suspect`, `missing`, `untrusted`, `revoked`; `off` where no gate is in force. */
  readonly approval: string;
  readonly drift: string;
  readonly tests: string;
  readonly evidence: string;
}

const nothing = "-";

/** A row for each component, then for each context and story, in the order of their ids. */
export function statusRows(workspace: Workspace, judgement: ApprovalJudgement): readonly StatusRow[] {
  const approvals = new Map(judgement.standings.map((standing) => [standing.subject.document.path, standing]));
  const approvalOf = (document: Document | undefined): string => {
    if (judgement.policy === null) return "off";
    const standing = document === undefined ? undefined : approvals.get(document.path);
    const state = standing === undefined ? null : approvalState(standing);
    if (standing === undefined || state === null) return nothing;
    return restsOnSoftware(standing) ? `${state} (software key)` : state;
  };
  const components = [...workspace.components.values()].sort(byId).map((component) => {
    const [document] = component.documents;
    return {
      ...documentCells(component.id, document),
      approval: approvalOf(document),
      drift: driftOf(component),
      tests: testsOf(component),
    };
  });
  const above = workspace.documents
    .filter(({ kind, exempt }) => kind !== "component" && !exempt)
    .map((document) => ({ ...documentCells(document.id, document), approval: approvalOf(document) }));
  return [...components, ...above.sort((a, b) => compare(a.component, b.component))];
}

function byId(a: Component, b: Component): number {
  return compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function documentCells(id: string, document: Document | undefined): StatusRow {
  const rest = { approval: nothing, drift: nothing, tests: nothing, evidence: "off" };
  if (document === undefined) return { component: id, type: nothing, status: "no design", ...rest };
  return { component: id, type: document.type ?? nothing, status: document.status ?? nothing, ...rest };
}

function driftOf({ interface: verdict, sources }: Component): string {
  if (verdict === null) return sources.length === 0 ? "no source" : nothing;
  const undecided = verdict.findings.filter(({ rule }) => rule === "interface/undecided").length;
  const changed = verdict.findings.filter(isDrift).length;
  const words = [...(changed > 0 ? [`${changed} changed`] : []), ...(undecided > 0 ? [`${undecided} undecided`] : [])];
  return words.length === 0 ? "none" : words.join(", ");
}

function isDrift({ rule, information }: InterfaceVerdict["findings"][number]): boolean {
  return rule !== "interface/undecided" && rule !== "interface/spelling" && information !== true;
}

/** Active tests; `some` where syntax cannot count them. */
function testsOf({ tests, sources }: Component): string {
  const own = tests.filter(({ exempt }) => !exempt);
  if (own.length > 0) return own.some(({ facts }) => facts.computed) ? "some" : String(own.reduce(activeIn, 0));
  return sources.some(({ owes }) => owes.includes("test")) ? "none" : nothing;
}

function activeIn(sum: number, { facts }: Test): number {
  return sum + facts.cases.filter(({ state }) => state === "active").length;
}
