import { documentFacts } from "../document/facts.ts";
import { interfaceBlocks } from "../document/interface-blocks.ts";
import { localise } from "../document/localise.ts";
import { changeLine } from "../interface/change-words.ts";
import { compareBlocks } from "../interface/compare-blocks.ts";
import type { Standing } from "../workspace/approvals/judgement.ts";
import type { Document } from "../workspace/workspace.ts";
import type { Court } from "./approval-court.ts";
import type { Draft, Judged } from "./approval-drafts.ts";
import { unifiedDiff } from "./diff.ts";
import { type ApprovedVersion, lastApproved, pinnedVersion } from "./last-approved.ts";

/**
 * What a person has to see before they sign: how the document stands, what changed in it since it was last approved (its interface in
 * words, then the text), what stands above it, and the statement.
 */
export async function displayOf(draft: Draft, judged: Judged, court: Court): Promise<string> {
  const { standing, entry, statement } = draft;
  const { document } = standing.subject;
  const { state, reason } = standing.state;
  const approved = await lastApproved(standing, entry.gate, { court, policy: judged.policy });
  const after = await bytesAt(document.path, court);
  const parts = [
    `── ${document.path}: ${state}: ${reason}`,
    ...changes(document, approved, after),
    ...(await upstreamLines(draft, approved, { judged, court })),
    "",
    statement,
  ];
  return `${parts.join("\n")}\n`;
}

async function bytesAt(path: string, { input }: Court): Promise<Uint8Array> {
  return (await input.snapshot.files.get(path)?.read()) ?? new Uint8Array();
}

function changes(document: Document, approved: ApprovedVersion | null, after: Uint8Array): readonly string[] {
  const { path } = document;
  const diff = unifiedDiff([{ path, before: approved === null ? null : textOf(approved.bytes), after: textOf(after) }]);
  if (approved === null) return ["Nothing of it was approved before:", diff];
  const since = `since ${approved.entry.signer} approved it at ${approved.entry.time}`;
  const lines = interfaceLines(document, approved.bytes, after);
  const words = lines.length === 0 ? [] : ["Interface:", ...lines.map((line) => `  ${line}`)];
  const isSame = textOf(approved.bytes) === textOf(after);
  return [isSame ? `Nothing changed in it ${since}` : `Changed ${since}:`, ...words, ...(isSame ? [] : [diff])];
}

function interfaceLines(document: Document, before: Uint8Array, after: Uint8Array): readonly string[] {
  if (document.kind !== "component") return [];
  const [old, now] = [before, after].map((bytes) => {
    const { blocks } = localise(documentFacts(bytes), document.settings.headings);
    return interfaceBlocks(blocks);
  });
  return compareBlocks(old ?? [], now ?? []).map(changeLine);
}

interface Surroundings {
  readonly judged: Judged;
  readonly court: Court;
}

/** The documents above it: how they stand, and what changed in them since this one was approved under them. */
async function upstreamLines(
  { standing, entry }: Draft,
  approved: ApprovedVersion | null,
  { judged, court }: Surroundings,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { path, digest } of entry.upstream) {
    const parent = judged.standings.find(({ subject }) => subject.document.path === path);
    const before = approved?.entry.upstream.find((pin) => pin.path === path);
    const isChanged = before !== undefined && before.digest !== digest;
    lines.push(`Under ${path}: ${stateOf(parent)}${isChanged ? ", and changed since" : ""}`);
    if (!isChanged) continue;
    const old = await pinnedVersion(before, standing.subject.document, court);
    const after = textOf(await bytesAt(path, court));
    lines.push(
      old === null
        ? "  (what it said then is not in this history)"
        : unifiedDiff([{ path, before: textOf(old), after }]),
    );
  }
  return lines;
}

function stateOf(parent: Standing | undefined): string {
  if (parent === undefined || parent.gate === null) return "no gate asks for its approval";
  return parent.isDraft ? "a draft" : parent.state.state;
}

/** The text that is read by people: without the tracking block, which the statement speaks of. */
function textOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  const { approvals } = documentFacts(bytes);
  if (approvals === null || approvals.text === "") return text;
  const start = text.lastIndexOf("approvals:", approvals.range.start);
  return text.slice(0, start) + text.slice(approvals.range.end);
}
