import { relative, resolve, sep } from "node:path";
import type { Policy } from "../approval/policy.ts";
import { statementText } from "../approval/statement.ts";
import type { ApprovalEntry } from "../document/approvals.ts";
import { UserError } from "../user-error.ts";
import { judgeApprovals } from "../workspace/approvals/judge.ts";
import type { ApprovalJudgement, Standing } from "../workspace/approvals/judgement.ts";
import type { Court } from "./approval-court.ts";

/** An entry that only lacks its signature, and the text that has to be signed for it. */
export interface Draft {
  readonly standing: Standing;
  readonly entry: Omit<ApprovalEntry, "signature">;
  readonly statement: string;
}

/** What is to be said of documents. */
export interface Decision {
  /** `--gate`; null for the gate that each document has to pass. */
  readonly gate: string | null;
  /** Null to approve; else the reason of a revocation. */
  readonly reason: string | null;
  readonly signer: string;
}

/** A judgement by a policy that is in force. */
export interface Judged extends ApprovalJudgement {
  readonly policy: Policy;
}

/** Judges the approvals as they stand. Rejects with a `UserError` where no gate is in force. */
export async function judgeInForce(court: Court): Promise<Judged> {
  const judgement = await judgeApprovals(court.input);
  if (judgement.policy !== null) return { ...judgement, policy: judgement.policy };
  throw new UserError("approvals-off", "No gate is in force, so there is nothing to approve", {
    hint: "Add `project` and `approvals` with `gates` to .designrc.json",
  });
}

/** The documents that are named, by path from `cwd`. Rejects with a `UserError` where one is no document. */
export function namedStandings(
  paths: readonly string[],
  { standings }: Judged,
  at: { cwd: string; root: string },
): readonly Standing[] {
  return paths.map((path) => {
    const inside = relative(at.root, resolve(at.cwd, path)).split(sep).join("/").normalize("NFC");
    const found = standings.find(({ subject }) => subject.document.path === inside);
    if (found !== undefined) return found;
    throw new UserError("no-such-document", `${path} is no story, context or design of this project`, {
      hint: "Name the path of a document",
    });
  });
}

/** The statement about one document, as it is now. Rejects with a `UserError` where it cannot be made. */
export function draftOf(
  standing: Standing,
  { gate: asked, reason, signer }: Decision,
  of: { policy: Policy; now: number },
): Draft {
  const { digest, upstream, document } = standing.subject;
  const gate = asked ?? standing.gate;
  const refuse = (message: string) => new UserError("not-approvable", `${document.path} ${message}`);
  if (gate === null) throw refuse("has to pass no gate: name one with --gate");
  if (digest === null) throw refuse("has no digest: mend its other findings first");
  if (!upstream.ok && reason === null) throw refuse(`cannot be approved: ${upstream.reason}`);
  const time = new Date(of.now).toISOString().replace(/\.\d+Z$/u, "Z");
  const pins = upstream.ok && reason === null ? [...upstream.pins].sort((a, b) => (a.path < b.path ? -1 : 1)) : [];
  const decided = reason === null ? { decision: "approve" as const } : { decision: "revoke" as const, reason };
  const entry = { gate, ...decided, signer, time, digest, upstream: pins };
  const statement = statementText({ ...entry, project: of.policy.project, document: document.path });
  if (!statement.ok) throw refuse(`cannot be signed: ${statement.reason}`);
  return { standing, entry, statement: statement.text };
}
