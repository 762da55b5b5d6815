import { judgeEntry } from "../../approval/entry.ts";
import { type GateState, gateState } from "../../approval/gate.ts";
import type { Policy } from "../../approval/policy.ts";
import { againstBase } from "./against-base.ts";
import { codeAhead } from "./code-ahead.ts";
import type { ApprovalFinding, ApprovalJudgement, Standing } from "./judgement.ts";
import { needsOf } from "./needs.ts";
import { type ApprovalInput, type Ruling, readRuling, type View } from "./ruling.ts";
import { type ApprovalSubject, entriesOf, readSubject } from "./subject.ts";

/** Judges the approvals of a snapshot by the policy of its base. Rejects with a `UserError` where a policy cannot be read. */
export async function judgeApprovals(input: ApprovalInput): Promise<ApprovalJudgement> {
  const ruling = await readRuling(input);
  const { policy, notices } = ruling;
  if (policy === null) return { policy, standings: [], findings: [], notices };
  const standings: Standing[] = [];
  for (const [path, view] of viewOfEach(ruling)) {
    const standing = await standingOf(path, view, { input, ruling, policy });
    if (standing !== null) standings.push(standing);
  }
  standings.sort((a, b) => (a.subject.document.path < b.subject.document.path ? -1 : 1));
  const byPath = new Map(standings.map((standing) => [standing.subject.document.path, standing]));
  const lost = await againstBase(input, ruling, byPath);
  const moved = new Set(lost.filter(({ rule }) => rule === "approval/missing").map(({ path }) => path));
  const findings = [
    ...standings.flatMap((standing) => [...ofDocument(standing), ...ofOrder(standing, byPath)]),
    ...codeAhead(input, ruling, byPath),
  ].filter(({ rule, path }) => rule !== "approval/missing" || !moved.has(path));
  return { policy, standings, findings: [...findings, ...lost], notices };
}

/** Each document once, from the base's point of view where that one sees it. */
function viewOfEach({ views }: Ruling): ReadonlyMap<string, View> {
  return new Map(views.flatMap((view) => [...view.documents.keys()].map((path) => [path, view] as const)));
}

interface Court {
  readonly input: ApprovalInput;
  readonly ruling: Ruling;
  readonly policy: Policy;
}

async function standingOf(path: string, view: View, court: Court): Promise<Standing | null> {
  const { input, ruling, policy } = court;
  const document = view.documents.get(path);
  if (document === undefined) return null;
  const subject = await readSubject(document, view, input.snapshot);
  const gate = needsOf(path, ruling);
  const entries = await judgeEntries(subject, gate, court);
  const state = stateOf(subject, { gate, entries, policy });
  return { subject, gate, isDraft: document.status === "draft", state, entries };
}

async function judgeEntries(
  { document, entries }: ApprovalSubject,
  gate: string | null,
  { input, ruling, policy }: Court,
): Promise<Standing["entries"]> {
  const old = ruling.before?.documents.get(document.path);
  const settled = new Set((old === undefined ? [] : entriesOf(old)).map((entry) => JSON.stringify(entry)));
  const asks = gate !== null && policy.gates.get(gate)?.notAuthor === true && entries.length > 0;
  const authors = asks ? await input.authorsOf(document.path) : new Set<string>();
  return entries.map((entry) => {
    const isSettled = settled.has(JSON.stringify(entry));
    const circumstances = { policy, document: document.path, now: input.now, isSettled, authors };
    return { entry, isSettled, verdict: judgeEntry(entry, circumstances) };
  });
}

interface Question {
  readonly gate: string | null;
  readonly entries: Standing["entries"];
  readonly policy: Policy;
}

function stateOf({ digest, upstream }: ApprovalSubject, { gate, entries, policy }: Question): GateState {
  const missing = (reason: string): GateState => ({ state: "missing", people: [], times: [], reason });
  if (gate === null) return missing("no gate asks for it");
  if (digest === null) return missing("it has no digest: mend its other findings first");
  if (!upstream.ok) return missing(upstream.reason);
  return gateState(entries, { gate, digest, upstream: upstream.pins }, policy);
}

function* ofDocument({ subject, gate, isDraft, state, entries }: Standing): Iterable<ApprovalFinding> {
  const { document, digest } = subject;
  const { path } = document;
  for (const { entry, verdict, isSettled } of entries) {
    const what = `${entry.decision === "revoke" ? "revocation" : "approval"} of ${entry.signer} at ${entry.time}`;
    if (verdict.kind === "invalid")
      yield {
        rule: "approval/invalid",
        path,
        message: `The ${what} proves nothing: ${verdict.reason}`,
        mend: `Delete the entry, or restore it as it was signed`,
      };
    const counts = entry.digest === digest || entry.decision === "revoke";
    if (verdict.kind === "untrusted" && !isSettled && counts)
      yield {
        rule: "approval/untrusted",
        path,
        message: `The ${what} does not count: ${verdict.reason}`,
        mend: `Delete the entry, and ask somebody who may approve it`,
      };
  }
  if (gate === null || isDraft || state.state === "valid") return;
  const rule = `approval/${state.state}` as const;
  const isSaid =
    state.state === "untrusted" &&
    entries.some(
      ({ verdict, isSettled }) => verdict.kind === "untrusted" && !isSettled && verdict.reason === state.reason,
    );
  if (isSaid) return;
  yield {
    rule,
    path,
    message: `The document has no valid approval at the gate \`${gate}\`: ${state.reason}`,
    mend: `Read it, then approve it: design-lint payload ${path} --gate ${gate} prints what to sign`,
  };
}

/** Gates come in order: what is approved anew has to stand under what is approved. */
function* ofOrder(standing: Standing, byPath: ReadonlyMap<string, Standing>): Iterable<ApprovalFinding> {
  const { subject, entries } = standing;
  if (!subject.upstream.ok) return;
  const isNew = entries.some(
    ({ entry, isSettled }) => entry.decision === "approve" && entry.digest === subject.digest && !isSettled,
  );
  if (!isNew) return;
  for (const { path } of subject.upstream.pins) {
    const parent = byPath.get(path);
    if (parent === undefined || parent.gate === null || parent.state.state === "valid") continue;
    yield {
      rule: "approval/gate-order",
      path: subject.document.path,
      message: `Unexpected approval under ${path}, which has no valid approval`,
      mend: `Approve ${path} first`,
    };
  }
}
