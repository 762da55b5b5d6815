import type { Range } from "../../range.ts";
import type { ApprovalFinding, Standing } from "./judgement.ts";

/** What is wrong with the approvals of one document, or of the policy, seen by itself. */
export function* verdictsOn(standing: Standing): Iterable<ApprovalFinding> {
  yield* entryVerdicts(standing);
  const { subject, gate, isDraft, state, entries } = standing;
  const { path } = subject.document;
  if (gate === null || isDraft || state.state === "valid") return;
  const isSaid =
    state.state === "untrusted" &&
    entries.some(
      ({ verdict, isSettled }) => verdict.kind === "untrusted" && !isSettled && verdict.reason === state.reason,
    );
  if (isSaid) return;
  yield {
    rule: `approval/${state.state}` as const,
    path,
    range: statusRange(standing),
    message: `The document has no valid approval at the gate \`${gate}\`: ${state.reason}`,
    mend: subject.digest === null ? "Mend its other findings, then approve it" : mendOf(standing),
  };
}

/** The entries that prove nothing, and those that do not count. */
export function* entryVerdicts({ subject, entries }: Standing): Iterable<ApprovalFinding> {
  const { document, digest, malformed } = subject;
  const { path } = document;
  const range = blockRange(subject);
  if (malformed !== null) {
    const mend = "Restore the block from the base, or delete it and approve again";
    yield { rule: "approval/invalid", path, message: `The approvals cannot be read: ${malformed}`, mend, range };
  }
  for (const { entry, verdict, isSettled } of entries) {
    const what = `${entry.decision === "revoke" ? "revocation" : "approval"} of ${entry.signer} at ${entry.time}`;
    if (verdict.kind === "invalid")
      yield {
        rule: "approval/invalid",
        path,
        range,
        message: `The ${what} proves nothing: ${verdict.reason}`,
        mend: "Delete the entry, or restore it as it was signed",
      };
    const counts = entry.digest === digest || entry.decision === "revoke";
    if (verdict.kind === "untrusted" && !isSettled && counts)
      yield {
        rule: "approval/untrusted",
        path,
        range,
        message: `The ${what} does not count: ${verdict.reason}`,
        mend: "Delete the entry, and ask somebody who may approve it",
      };
  }
}

/** Gates come in order: what is approved anew has to stand under what is approved. */
export function* orderVerdicts(standing: Standing, byPath: ReadonlyMap<string, Standing>): Iterable<ApprovalFinding> {
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
      range: blockRange(subject),
      message: `Unexpected approval under ${path}, which has no valid approval`,
      mend: `Approve ${path} first`,
    };
  }
}

/** What a person does next, on one line. */
function mendOf({ subject, state }: Standing): string {
  const approve = `design-lint approve ${subject.document.path}`;
  switch (state.state) {
    case "stale":
      return `Read what changed and approve it again: ${approve}`;
    case "suspect":
      return `Read it beside what changed above it and approve it again: ${approve}`;
    case "untrusted":
      return `Ask somebody who may approve it: ${approve}`;
    default:
      return `Have it read and approved: ${approve}`;
  }
}

function statusRange({ subject }: Standing): Range {
  return subject.document.facts.status?.range ?? { start: 0, end: 0 };
}

/** The first line of the block. */
function blockRange({ document }: Standing["subject"]): Range {
  const { facts } = document;
  if (facts.approvals === null) return facts.status?.range ?? { start: 0, end: 0 };
  const { text, range } = facts.approvals;
  const end = text.search(/\r?\n/u);
  return end < 0 ? range : { start: range.start, end: range.start + end };
}
