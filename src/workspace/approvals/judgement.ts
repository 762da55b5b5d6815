import type { GateState, JudgedEntry } from "../../approval/gate.ts";
import type { Policy } from "../../approval/policy.ts";
import type { Notice } from "../../snapshot.ts";
import type { ApprovalSubject } from "./subject.ts";

/** The rules on approvals. */
export type ApprovalRule =
  | "approval/missing"
  | "approval/stale"
  | "approval/suspect"
  | "approval/untrusted"
  | "approval/invalid"
  | "approval/gate-order"
  | "approval/code-ahead"
  | "approval/removed"
  | "approval/rollback"
  | "approval/downgrade";

/** Something wrong with approvals, and what to do next. */
export interface ApprovalFinding {
  readonly rule: ApprovalRule;
  readonly path: string;
  readonly message: string;
  readonly mend: string;
}

/** How one document stands at the gate that it has to pass. */
export interface Standing {
  readonly subject: ApprovalSubject;
  /** Null where it has to pass none. */
  readonly gate: string | null;
  /** A draft asks for no approval yet; its state is known all the same. */
  readonly isDraft: boolean;
  readonly state: GateState;
  readonly entries: readonly (JudgedEntry & { readonly isSettled: boolean })[];
}

/** Everything that is to be said of the approvals of a snapshot. */
export interface ApprovalJudgement {
  /** What judged; null where no gate is in force: then nothing was asked for. */
  readonly policy: Policy | null;
  /** Sorted by path. */
  readonly standings: readonly Standing[];
  readonly findings: readonly ApprovalFinding[];
  readonly notices: readonly Notice[];
}
