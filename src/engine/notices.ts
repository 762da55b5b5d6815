import type { Notice } from "../snapshot.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What was done about approvals, and what this version does not judge although a project may count on it: said in every report, so that nobody takes silence for a pass. */
export function unjudged({ config, approvals }: Pick<Workspace, "config" | "approvals">): readonly Notice[] {
  const evidence = config.scopes
    .flatMap(({ settings }) => Object.keys(settings.evidence ?? {}))
    .filter((key) => key !== "base");
  const named = [...new Set(evidence)].join(", ");
  const unread = {
    code: "evidence-off",
    message: `evidence: off, although the config names ${named}: this version reads none`,
  };
  return [
    ...(approvals?.notices ?? []),
    ofApprovals({ config, approvals: approvals ?? null }),
    ...(named === "" ? [] : [unread]),
  ];
}

/** The line that says whether approvals were judged, and how many documents have what they ask for. */
function ofApprovals({ config, approvals }: Pick<Workspace, "config"> & Judged): Notice {
  if (approvals !== null && approvals.policy !== null) {
    const asked = approvals.standings.filter(({ gate, isDraft }) => gate !== null && !isDraft);
    const valid = asked.filter(({ state }) => state.state === "valid");
    const message = `approvals: ${valid.length} of the ${asked.length} documents that ask for approval have it`;
    return { code: "approvals", message };
  }
  const gates = Object.keys(config.approvals?.gates ?? {});
  if (gates.length === 0 || approvals !== null) return { code: "approvals-off", message: "approvals: off" };
  const message = `approvals: off, although the config has gates (${gates.join(", ")}): this run judges none, \`design-lint verify\` does`;
  return { code: "approvals-off", message };
}

interface Judged {
  readonly approvals: NonNullable<Workspace["approvals"]> | null;
}
