import type { ApprovalFinding, Standing } from "./judgement.ts";
import { needsOf } from "./needs.ts";
import type { ApprovalInput, Ruling } from "./ruling.ts";
import { sameText } from "./same-text.ts";

/** Source that is new or changed since the merge base while its design has no valid approval. */
export async function codeAhead(
  { snapshot, base }: ApprovalInput,
  ruling: Ruling,
  standings: ReadonlyMap<string, Standing>,
): Promise<readonly ApprovalFinding[]> {
  if (ruling.policy?.gates.has("design") !== true) return [];
  const findings = new Map<string, ApprovalFinding>();
  for (const view of ruling.views) {
    for (const { path, component: id, owes } of view.sources) {
      const component = id === null ? undefined : view.components.get(id);
      if (component === undefined || findings.has(path)) continue;
      const designs = component.documents.map((document) => document.path);
      const isBound =
        designs.length > 0 ? designs.some((design) => needsOf(design, ruling) !== null) : owes.includes("design");
      const isApproved = designs.length > 0 && designs.every((design) => isValid(standings.get(design)));
      if (!isBound || isApproved) continue;
      if (await sameText(base?.mergeBase.files.get(path), snapshot.files.get(path))) continue;
      const design = designs[0] ?? component.expected.design;
      const message = `The source changed while its design ${design} has no valid approval`;
      findings.set(path, {
        rule: "approval/code-ahead",
        path,
        message,
        mend: `Have ${design} approved first, in a change of its own or in this one`,
      });
    }
  }
  return [...findings.values()];
}

function isValid(standing: Standing | undefined): boolean {
  return standing !== undefined && !standing.isDraft && standing.state.state === "valid";
}
