import type { Status } from "../../document/document.ts";
import type { Document } from "../workspace.ts";
import type { ApprovalFinding, Standing } from "./judgement.ts";
import type { ApprovalInput, Ruling } from "./ruling.ts";
import { type ApprovalSubject, readSubject } from "./subject.ts";

/** The documents as they stand now: each by its path, and by new paths what moved there. */
export interface Present {
  readonly standings: ReadonlyMap<string, Standing>;
  readonly moves: ReadonlyMap<string, Document>;
}

/** What a change takes away against the tip of the protected ref, in documents that changed since the merge base. */
export async function againstBase(
  input: ApprovalInput,
  ruling: Ruling,
  { standings, moves }: Present,
): Promise<readonly ApprovalFinding[]> {
  const { base, snapshot } = input;
  const { before } = ruling;
  if (base === null || before === null) return [];
  const findings: ApprovalFinding[] = [];
  for (const document of before.documents.values()) {
    const { path } = document;
    if (document.exempt || base.mergeBase.files.get(path)?.id === snapshot.files.get(path)?.id) continue;
    const old = await readSubject(document, before, base.policy);
    const now = standings.get(path);
    const sources = sourcesOf(document, ruling).filter((path) => snapshot.files.has(path) && !isBarrel(path, ruling));
    const circumstances = { sources, ruling, standings, moves };
    findings.push(...(now === undefined ? gone(old, circumstances) : changed(old, now, circumstances)));
  }
  return findings;
}

function sourcesOf(document: Document, { before }: Ruling): readonly string[] {
  if (document.kind !== "component") return [];
  return before?.components.get(document.id)?.sources.map(({ path }) => path) ?? [];
}

/** What only passes on the exports of others by now, in every view, has nothing left that a design could describe. */
function isBarrel(path: string, { views }: Ruling): boolean {
  return views.every(({ sources }) => sources.find((source) => source.path === path)?.class === "barrel");
}

interface Circumstances extends Present {
  /** Sources of the document on the base that still stand. */
  readonly sources: readonly string[];
  readonly ruling: Ruling;
}

/** A document that no view sees any more: moved, together with its source or by another pattern, or taken away. */
function* gone(old: ApprovalSubject, circumstances: Circumstances): Iterable<ApprovalFinding> {
  const { path } = old.document;
  const [to = ""] = [...circumstances.moves].find(([, from]) => from.path === path) ?? [];
  const moved = circumstances.standings.get(to);
  const covers = moved !== undefined && coversAll(moved.subject.document.id, circumstances);
  if (!covers && circumstances.sources.length > 0) {
    const message = "The design is deleted, or out of sight, while its source still stands";
    yield { rule: "approval/removed", path, message, mend: "Restore the document, or delete its source too" };
  } else if (moved !== undefined && moved.gate !== null && moved.state.state !== "valid") {
    const mend = `Delete the approvals that came along, which name the old path, and approve it at its new one: design-lint approve ${moved.subject.document.path}`;
    const message = `The document moved from ${path}, where it was approved`;
    yield { rule: "approval/missing", path: moved.subject.document.path, message, mend };
  }
}

function coversAll(id: string, { sources, ruling }: Circumstances): boolean {
  const own = new Set(ruling.views.flatMap((view) => view.components.get(id)?.sources.map(({ path }) => path) ?? []));
  return sources.every((source) => own.has(source));
}

/** What any subject may not lose against the base: an approval of what it says now, a revocation, or its place in time. */
export function* losses(
  old: Pick<ApprovalSubject, "digest" | "entries">,
  now: Standing,
  ruling: Pick<Ruling, "policy">,
): Iterable<ApprovalFinding> {
  const { path } = now.subject.document;
  const kept = new Set(now.subject.entries.map((entry) => JSON.stringify(entry)));
  const lost = old.entries.filter(
    (entry) => (entry.decision === "revoke" || entry.digest === now.subject.digest) && !kept.has(JSON.stringify(entry)),
  );
  for (const { decision, signer, time } of lost) {
    const what = decision === "revoke" ? "revocation" : "approval";
    yield {
      rule: "approval/removed",
      path,
      message: `The ${what} of ${signer} at ${time} is gone`,
      mend: "Restore the entry from the base",
    };
  }
  if (isRollback(old, now, ruling)) {
    const message = "The content is not the base's, and its approvals are not later than those of the base's content";
    yield { rule: "approval/rollback", path, message, mend: "Have this content approved anew" };
  }
}

function* changed(
  old: ApprovalSubject,
  now: Standing,
  { sources, ruling, standings }: Circumstances,
): Iterable<ApprovalFinding> {
  const { path } = old.document;
  yield* losses(old, now, ruling);
  const isApproved = now.state.state === "valid";
  const { isDraft } = now;
  const differs = old.digest !== now.subject.digest;
  const rests = sources.length > 0 ? "the source stands" : isDraft ? restsOn(path, standings) : null;
  if (rests !== null && isBackwards(old.document.status, now.subject.document.status, differs && isApproved)) {
    const message = `Unexpected status \`${now.subject.document.status}\` after \`${old.document.status}\` while ${rests}`;
    yield { rule: "approval/downgrade", path, message, mend: `Restore \`status: ${old.document.status}\`` };
  }
  const claims = old.document.route === "design" && now.subject.document.route === "direct";
  const isFreed = ruling.policy?.gates.get("design")?.direct === false;
  if ((claims && isFreed && !isApproved) || old.document.kind !== now.subject.document.kind)
    yield {
      rule: "approval/downgrade",
      path,
      message: "Unexpected kind or route that asks for fewer gates than the base's",
      mend: "Have the new claim approved",
    };
}

/** What stands under a context or story and is no draft would rest on something that nobody has to approve. */
function restsOn(path: string, standings: ReadonlyMap<string, Standing>): string | null {
  const child = [...standings.values()].find(
    ({ subject, isDraft }) => !isDraft && subject.upstream.ok && subject.upstream.pins.some((pin) => pin.path === path),
  );
  return child === undefined ? null : `${child.subject.document.path} stands under it`;
}

/** As many people as the gate asks for have to have approved other content after the base's was approved. */
function isRollback(
  old: Pick<ApprovalSubject, "digest" | "entries">,
  { subject, gate, state }: Standing,
  { policy }: Pick<Ruling, "policy">,
): boolean {
  if (gate === null || state.state !== "valid" || old.digest === null || old.digest === subject.digest) return false;
  const own = old.entries.filter(
    (entry) => entry.gate === gate && entry.digest === old.digest && entry.decision === "approve",
  );
  if (own.length === 0) return false;
  const last = Math.max(...own.map(({ time }) => Date.parse(time)));
  return state.times.filter((time) => time > last).length < (policy?.gates.get(gate)?.threshold ?? 1);
}

/** To `draft` from anything, and to `planned` unless the content is new and approved. */
function isBackwards(old: Status | null, now: Status | null, isApprovedAnew: boolean): boolean {
  if (now === "draft") return old !== null && old !== "draft";
  return now === "planned" && (old === "implemented" || old === "deprecated") && !isApprovedAnew;
}
