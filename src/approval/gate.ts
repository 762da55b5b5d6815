import type { ApprovalEntry } from "../document/approvals.ts";
import type { EntryVerdict } from "./entry.ts";
import type { Policy } from "./policy.ts";

/** An entry and what it is worth. */
export interface JudgedEntry {
  readonly entry: ApprovalEntry;
  readonly verdict: EntryVerdict;
}

/** What has to be approved at a gate: the document as it is, and the documents above it as they are. */
export interface Subject {
  readonly gate: string;
  readonly digest: string;
  readonly upstream: readonly { readonly path: string; readonly digest: string }[];
}

/** How a document stands at a gate. */
export interface GateState {
  readonly state: "valid" | "missing" | "stale" | "suspect" | "untrusted";
  /** Who has approved it as it is, sorted. */
  readonly people: readonly string[];
  /** Claimed times of these people's approvals, in milliseconds since 1970, in their order. */
  readonly times: readonly number[];
  readonly reason: string;
}

/** Counts people: of each the latest entry for this gate and digest, of which a tie counts as revoked. */
export function gateState(entries: readonly JudgedEntry[], subject: Subject, policy: Policy): GateState {
  const own = entries.filter(({ entry }) => entry.gate === subject.gate);
  const current = own.filter(({ entry }) => entry.digest === subject.digest);
  const latest = [...latestOf(current)].sort(([a], [b]) => (a < b ? -1 : 1));
  const approved = latest.filter(([, entry]) => entry.decision === "approve");
  const valid = approved.filter(([, entry]) => samePins(entry.upstream, subject.upstream));
  const people = valid.map(([person]) => person);
  const times = valid.map(([, entry]) => Date.parse(entry.time));
  const needed = policy.gates.get(subject.gate)?.threshold ?? 1;
  const state = (name: GateState["state"], reason: string): GateState => ({ state: name, people, times, reason });
  if (people.length >= needed) return state("valid", `approved by ${people.join(", ")}`);
  if (approved.length >= needed) return state("suspect", changedPins(approved, subject));
  if (people.length > 0) return state("untrusted", `approved by ${people.join(", ")} alone, expected ${needed} people`);
  const doubt = current.find(({ entry, verdict }) => entry.decision === "approve" && verdict.kind === "untrusted");
  if (doubt !== undefined && doubt.verdict.kind !== "counts") return state("untrusted", doubt.verdict.reason);
  if (current.some(isRevocation)) return state("missing", "its approval was revoked");
  const before = own.some(({ entry, verdict }) => entry.decision === "approve" && verdict.kind === "counts");
  return before
    ? state("stale", "its content changed since it was approved")
    : state("missing", "nobody has approved it");
}

function isRevocation({ entry, verdict }: JudgedEntry): boolean {
  return entry.decision === "revoke" && verdict.kind === "counts";
}

function latestOf(entries: readonly JudgedEntry[]): ReadonlyMap<string, ApprovalEntry> {
  const latest = new Map<string, ApprovalEntry>();
  for (const { entry, verdict } of entries) {
    if (verdict.kind !== "counts") continue;
    const before = latest.get(verdict.person);
    const isLater = before === undefined || entry.time > before.time;
    const ties = before !== undefined && entry.time === before.time;
    if (isLater || (ties && entry.decision === "revoke")) latest.set(verdict.person, entry);
  }
  return latest;
}

type Pins = Subject["upstream"];

function samePins(a: Pins, b: Pins): boolean {
  return a.length === b.length && a.every(({ path, digest }) => pinOf(b, path) === digest);
}

function pinOf(pins: Pins, path: string): string | undefined {
  return pins.find((pin) => pin.path === path)?.digest;
}

function changedPins(approved: readonly (readonly [string, ApprovalEntry])[], { upstream }: Subject): string {
  const pinned = approved.flatMap(([, entry]) => entry.upstream);
  const changed = [...pinned, ...upstream].filter(
    ({ path }) => pinOf(upstream, path) !== pinOf(pinned, path) || pinOf(upstream, path) === undefined,
  );
  const paths = [...new Set(changed.map(({ path }) => path))].sort();
  return `what stands above it changed since it was approved${paths.length === 0 ? "" : `: ${paths.join(", ")}`}`;
}
