import { escapeLine } from "../report/escape.ts";
import { UserError } from "../user-error.ts";
import { judgeApprovals } from "../workspace/approvals/judge.ts";
import type { ApprovalFinding, ApprovalJudgement, Standing } from "../workspace/approvals/judgement.ts";
import { openCourt } from "./approval-court.ts";
import type { Subject } from "./check-options.ts";
import type { CommandIo } from "./io.ts";

/** The flags of `verify` as the argument parser gives them. */
export interface VerifyFlags {
  readonly staged?: boolean;
  readonly tree?: string;
  readonly policyRef?: string;
}

/** Judges approvals alone and explains each verdict. Gives the exit code: 0 where all is in order, 1 with an error. Rejects with a `UserError`. */
export async function runVerify(flags: VerifyFlags, io: CommandIo): Promise<number> {
  const court = await openCourt({ subject: subjectOf(flags), policyRef: flags.policyRef ?? null }, io);
  const judgement = await judgeApprovals(court.input);
  for (const { message } of [...court.notices, ...judgement.notices]) io.stderr(`note: ${escapeLine(message)}\n`);
  if (judgement.policy === null) {
    io.stdout("approvals: off: no gate is in force, so no document was judged\n");
    return 0;
  }
  const isHook = flags.staged === true && (io.env.CI ?? "") === "";
  const isError = ({ rule }: ApprovalFinding) => !isHook || !waits.has(rule);
  const lines = [
    ...judgement.standings.filter(isAsked).map(standingLine),
    ...judgement.findings.flatMap((finding) => findingLines(finding, isError(finding))),
    summary(judgement, judgement.findings.filter(isError).length),
  ];
  io.stdout(`${lines.map(escapeLine).join("\n")}\n`);
  return judgement.findings.some(isError) ? 1 : 0;
}

/** In a hook an author has to be able to commit a design that somebody else will approve. */
const waits: ReadonlySet<string> = new Set(["approval/missing", "approval/stale", "approval/suspect"]);

function subjectOf({ staged, tree }: VerifyFlags): Subject {
  if (staged === true && tree !== undefined)
    throw new UserError("usage", "--staged and --tree cannot be used together", {
      hint: "choose what is to be judged",
    });
  if (tree !== undefined) return { kind: "tree", commit: tree };
  return { kind: staged === true ? "index" : "worktree" };
}

function isAsked({ gate, entries }: Standing): boolean {
  return gate !== null || entries.length > 0;
}

function standingLine({ subject, gate, isDraft, state, entries }: Standing): string {
  const { path } = subject.document;
  if (gate === null) return `${"-".padEnd(9)} ${path}: no gate asks for it`;
  if (isDraft) return `${"draft".padEnd(9)} ${path}: asks for \`${gate}\` once it is no draft`;
  const soft = entries.some(
    ({ entry, verdict }) => entry.digest === subject.digest && verdict.kind === "counts" && !verdict.isHardware,
  );
  const key = state.state === "valid" && soft ? " (software key)" : "";
  return `${state.state.padEnd(9)} ${path}: ${gate}: ${state.reason}${key}`;
}

function findingLines({ rule, path, message, mend }: ApprovalFinding, isError: boolean): readonly string[] {
  return [`${isError ? "error" : "warning"} ${path} ${message} (${rule})`, `  → ${mend}`];
}

function summary({ standings, findings }: ApprovalJudgement, errors: number): string {
  const asked = standings.filter(({ gate, isDraft }) => gate !== null && !isDraft);
  const valid = asked.filter(({ state }) => state.state === "valid").length;
  const warnings = findings.length - errors;
  return `${asked.length} documents ask for approval, ${valid} have it; ${errors} errors, ${warnings} warnings`;
}
