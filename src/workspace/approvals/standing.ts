import { judgeEntry } from "../../approval/entry.ts";
import { type GateState, gateState } from "../../approval/gate.ts";
import type { Policy } from "../../approval/policy.ts";
import type { SignatureVerifier } from "../../approval/proof.ts";
import type { ApprovalEntry } from "../../document/approvals.ts";
import type { Standing } from "./judgement.ts";
import { needsOf } from "./needs.ts";
import type { ApprovalInput, Ruling, View } from "./ruling.ts";
import { type ApprovalSubject, entriesOf, readSubject } from "./subject.ts";

/** Who judges what: a policy that is in force. */
export interface Court {
  readonly input: ApprovalInput;
  readonly ruling: Ruling;
  readonly policy: Policy;
  /** Checks all signatures of the judgement, and each of them once. */
  readonly verify: SignatureVerifier;
}

/** How one document of a view stands at the gate that it has to pass; null where the view has no such document. */
export async function standingOf(path: string, view: View, court: Court): Promise<Standing | null> {
  const { input, ruling } = court;
  const document = view.documents.get(path);
  if (document === undefined) return null;
  const subject = await readSubject(document, view, input.snapshot);
  const gate = needsOf(path, ruling);
  const old = ruling.before?.documents.get(path);
  const settled = old === undefined ? [] : entriesOf(old);
  const entries = await judgeEntries(subject, { gate, settled, changed: [path] }, court);
  return standingFrom(subject, { gate, entries, isDraft: document.status === "draft" }, court);
}

/** What entries are judged by besides the policy. */
export interface EntryQuestion {
  readonly gate: string | null;
  /** The entries that the protected ref holds already. */
  readonly settled: readonly ApprovalEntry[];
  /** The files whose authors may not approve them where the gate says so. */
  readonly changed: readonly string[];
}

/** What each entry of a subject is worth. */
export async function judgeEntries(
  { document, entries }: Pick<ApprovalSubject, "document" | "entries">,
  { gate, settled, changed }: EntryQuestion,
  { input, policy, verify }: Omit<Court, "ruling">,
): Promise<Standing["entries"]> {
  const known = new Set(settled.map((entry) => JSON.stringify(entry)));
  const asks = gate !== null && policy.gates.get(gate)?.notAuthor === true && entries.length > 0;
  const authors = new Set<string>();
  for (const path of asks ? changed : []) for (const author of await input.authorsOf(path)) authors.add(author);
  return entries.map((entry) => {
    const isSettled = known.has(JSON.stringify(entry));
    const circumstances = { policy, document: document.path, now: input.now, isSettled, authors, verify };
    return { entry, isSettled, verdict: judgeEntry(entry, circumstances) };
  });
}

/** The standing that follows from judged entries. */
export function standingFrom(
  subject: ApprovalSubject,
  given: Pick<Standing, "gate" | "entries" | "isDraft">,
  { policy }: Pick<Court, "policy">,
): Standing {
  return { subject, ...given, state: stateOf(subject, given, policy) };
}

function stateOf(
  { digest, upstream }: ApprovalSubject,
  { gate, entries }: Pick<Standing, "gate" | "entries">,
  policy: Policy,
): GateState {
  const missing = (reason: string): GateState => ({ state: "missing", people: [], times: [], reason });
  if (gate === null) return missing("no gate asks for it");
  if (digest === null) return missing("it has no digest: mend its other findings first");
  if (!upstream.ok) return missing(upstream.reason);
  return gateState(entries, { gate, digest, upstream: upstream.pins }, policy);
}
