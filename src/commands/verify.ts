import { runRules, type Stamped } from "../engine/run.ts";
import { isGuarded } from "../engine/setting.ts";
import { escapeLine } from "../report/escape.ts";
import { rules } from "../rules/registry.ts";
import { UserError } from "../user-error.ts";
import { judgeApprovals } from "../workspace/approvals/judge.ts";
import type { ApprovalJudgement, Standing } from "../workspace/approvals/judgement.ts";
import type { ApprovalInput } from "../workspace/approvals/ruling.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { openCourt } from "./approval-court.ts";
import type { Subject } from "./check-options.ts";
import type { CommandIo } from "./io.ts";

/** The flags of `verify` as the argument parser gives them. */
export interface VerifyFlags {
  readonly staged?: boolean;
  readonly tree?: string;
  readonly policyRef?: string;
}

/** Judges approvals alone and explains each verdict, with the severities that a check would give. Gives the exit code: 0 where all is in order, 1 with an error. Rejects with a `UserError`. */
export async function runVerify(flags: VerifyFlags, io: CommandIo): Promise<number> {
  const court = await openCourt({ subject: subjectOf(flags), policyRef: flags.policyRef ?? null }, io);
  const judgement = await judgeApprovals(court.input);
  for (const { message } of [...court.notices, ...judgement.notices]) io.stderr(`note: ${escapeLine(message)}\n`);
  const findings = stamped(judgement, court.input);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const lines = [
    ...judgement.standings.filter(isAsked).map(standingLine),
    ...findings.flatMap(findingLines),
    judgement.policy === null
      ? "approvals: off: no gate is in force, so no document was asked for one"
      : summary(judgement, { errors, all: findings.length }),
  ];
  io.stdout(`${lines.map(escapeLine).join("\n")}\n`);
  return errors > 0 ? 1 : 0;
}

/** The findings as the engine gives them: configs may lower what a rule finds, or switch it off. */
function stamped(judgement: ApprovalJudgement, { config }: ApprovalInput): readonly Stamped[] {
  const guarded = rules.filter(({ id }) => isGuarded(id));
  const workspace = { ...emptyWorkspace, config, approvals: judgement };
  const { findings, failures } = runRules(workspace, guarded, { rules: {}, strict: false });
  for (const { error } of failures) throw error;
  return findings;
}

/** No rule on approvals asks for more than what was judged of them. */
const emptyWorkspace: Omit<Workspace, "config"> = {
  sources: [],
  documents: [],
  tests: [],
  components: new Map(),
  strays: [],
  unmatched: [],
  paths: new Set(),
  moves: new Map(),
  anchors: new Map(),
  typesOf: () => [],
};

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

function findingLines({ rule, severity, finding }: Stamped): readonly string[] {
  const { path, message, fix } = finding;
  return [`${severity} ${path} ${message} (${rule})`, ...(fix === undefined ? [] : [`  → ${fix.title}`])];
}

function summary({ standings }: ApprovalJudgement, { errors, all }: { errors: number; all: number }): string {
  const asked = standings.filter(({ gate, isDraft }) => gate !== null && !isDraft);
  const valid = asked.filter(({ state }) => state.state === "valid").length;
  return `${asked.length} documents ask for approval, ${valid} have it; ${errors} errors, ${all - errors} warnings`;
}
