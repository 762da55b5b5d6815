import type { FileEntry } from "../../snapshot.ts";
import type { Present } from "./against-base.ts";
import type { ApprovalFinding, Standing } from "./judgement.ts";
import { needsOf } from "./needs.ts";
import type { ApprovalInput, Ruling } from "./ruling.ts";
import { sameMovedText, sameText } from "./same-text.ts";

/** Source that is new or changed since the merge base while its design has no valid approval. */
export async function codeAhead(
  input: ApprovalInput,
  ruling: Ruling,
  present: Present,
): Promise<readonly ApprovalFinding[]> {
  if (ruling.policy?.gates.has("design") !== true) return [];
  const { standings } = present;
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
      if (await isUnchanged(path, designs, { input, ruling, present })) continue;
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

interface Court {
  readonly input: ApprovalInput;
  readonly ruling: Ruling;
  readonly present: Present;
}

/** Whether a source says what it said where the change began, there or at the place that its design moved from: that move is told already. */
async function isUnchanged(path: string, designs: readonly string[], court: Court): Promise<boolean> {
  const { snapshot, base } = court.input;
  const now = snapshot.files.get(path);
  if (await sameText(base?.mergeBase.files.get(path), now)) return true;
  for (const old of sourcesBefore(designs, court)) if (await sameMovedText(old, now)) return true;
  return false;
}

function sourcesBefore(designs: readonly string[], { input, ruling, present }: Court): readonly FileEntry[] {
  return designs.flatMap((design) => {
    const from = present.moves.get(design);
    const sources = from === undefined ? [] : (ruling.before?.components.get(from.id)?.sources ?? []);
    return sources.flatMap(({ path }) => input.base?.mergeBase.files.get(path) ?? []);
  });
}

function isValid(standing: Standing | undefined): boolean {
  return standing !== undefined && !standing.isDraft && standing.state.state === "valid";
}
