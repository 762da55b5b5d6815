import type { GateState, JudgedEntry } from "../../approval/gate.ts";
import type { Policy } from "../../approval/policy.ts";
import type { Config } from "../../config/config.ts";
import type { Range } from "../../range.ts";
import type { Notice } from "../../snapshot.ts";
import type { ApprovalSubject } from "./subject.ts";

/** The rules on approvals, and on the policy behind them. */
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
  | "approval/downgrade"
  | "policy/changed";

/** Something wrong with approvals, and what to do next. */
export interface ApprovalFinding {
  readonly rule: ApprovalRule;
  readonly path: string;
  readonly message: string;
  readonly mend: string;
  /** In the file at `path`; the file as a whole where it is left out. */
  readonly range?: Range;
  /** In a hook an author has to be able to commit what somebody else will approve. */
  readonly atMost?: "warning";
  /** A gate asks for more than the rule alone does. */
  readonly atLeast?: "error";
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
  /** What judged; null where no gate is in force: then only signatures that prove nothing were looked for. */
  readonly policy: Policy | null;
  /** Sorted by path. */
  readonly standings: readonly Standing[];
  readonly findings: readonly ApprovalFinding[];
  readonly notices: readonly Notice[];
  /** The config of the base where its policy rules: a change may raise severities of these rules, not lower them. Null where it does not rule. */
  readonly rulingConfig: Config | null;
}
