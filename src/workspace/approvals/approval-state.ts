import type { GateState } from "../../approval/gate.ts";
import type { Standing } from "./judgement.ts";

/** How a document stands in one word, for people: of what is missing, what was taken back is told apart. */
export type ApprovalState = GateState["state"] | "revoked";

/** The word for a document at its gate; null where no gate asks for it, or not yet since it is a draft. */
export function approvalState({ subject, gate, isDraft, state, entries }: Standing): ApprovalState | null {
  if (gate === null || isDraft) return null;
  if (state.state !== "missing") return state.state;
  const isRevoked = entries.some(
    ({ entry, verdict }) =>
      entry.decision === "revoke" &&
      entry.gate === gate &&
      entry.digest === subject.digest &&
      verdict.kind === "counts",
  );
  return isRevoked ? "revoked" : "missing";
}

/** Whether what is valid rests on a key that signs without anybody at it. */
export function restsOnSoftware({ subject, gate, state, entries }: Standing): boolean {
  if (state.state !== "valid") return false;
  return entries.some(
    ({ entry, verdict }) =>
      entry.gate === gate && entry.digest === subject.digest && verdict.kind === "counts" && !verdict.isHardware,
  );
}
