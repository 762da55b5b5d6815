import { contentDigest, pinnedDigest } from "../approval/digest.ts";
import { judgeEntry } from "../approval/entry.ts";
import type { Policy } from "../approval/policy.ts";
import { type ApprovalEntry, parseApprovals } from "../document/approvals.ts";
import { documentFacts, signedContent } from "../document/facts.ts";
import { pastVersions } from "../host/past-versions.ts";
import type { Standing } from "../workspace/approvals/judgement.ts";
import type { Court } from "./approval-court.ts";

/** A version of a document that somebody has approved, and the latest entry that did. */
export interface ApprovedVersion {
  readonly bytes: Uint8Array;
  readonly entry: ApprovalEntry;
}

/** What past versions are looked for in. */
export interface Archive {
  readonly court: Court;
  readonly policy: Policy;
}

/**
 * The latest content of a document that was approved at a gate by somebody whose approval counts or once counted: in the work tree,
 * on the protected ref, or in the history of HEAD. Null where there is none.
 */
export async function lastApproved(
  { subject }: Standing,
  gate: string,
  { court, policy }: Archive,
): Promise<ApprovedVersion | null> {
  const { path } = subject.document;
  const known = [...subject.entries];
  for await (const bytes of versionsOf(path, court)) {
    const content = signedContent(bytes);
    if (content === null) continue;
    const digest = contentDigest(content);
    // An approval of older content may stand in a later version of the document.
    known.push(...entriesIn(bytes));
    const own = known.filter((entry) => entry.decision === "approve" && entry.gate === gate && entry.digest === digest);
    const counting = own.filter((entry) => counts(entry, path, { court, policy }));
    const entry = [...counting].sort((a, b) => (a.time < b.time ? 1 : -1))[0];
    if (entry !== undefined) return { bytes, entry };
  }
  return null;
}

/** The version of a document that another one pins by this digest; null where it cannot be found any more. */
export async function pinnedVersion(
  pin: { readonly path: string; readonly digest: string },
  of: Standing["subject"]["document"],
  court: Court,
): Promise<Uint8Array | null> {
  for await (const bytes of versionsOf(pin.path, court)) {
    const content = signedContent(bytes);
    if (content === null) continue;
    const digest = of.kind === "component" ? pinnedDigest(content, of.id) : contentDigest(content);
    if (digest === pin.digest) return bytes;
  }
  return null;
}

async function* versionsOf(path: string, { root, input }: Court): AsyncGenerator<Uint8Array> {
  for (const snapshot of [input.snapshot, input.base?.policy, input.base?.mergeBase]) {
    const bytes = await snapshot?.files.get(path)?.read();
    if (bytes !== undefined) yield bytes;
  }
  if (root.repository !== null) yield* pastVersions(root.repository, path);
}

function entriesIn(bytes: Uint8Array): readonly ApprovalEntry[] {
  const { approvals } = documentFacts(bytes);
  const parsed = parseApprovals(approvals?.text ?? "");
  return parsed.ok ? parsed.entries : [];
}

function counts(entry: ApprovalEntry, document: string, { court, policy }: Archive): boolean {
  const { now } = court.input;
  return judgeEntry(entry, { policy, document, now, isSettled: true, authors: new Set() }).kind === "counts";
}
