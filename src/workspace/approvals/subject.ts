import { contentDigest, pinnedDigest } from "../../approval/digest.ts";
import { type ApprovalEntry, parseApprovals } from "../../document/approvals.ts";
import type { Snapshot } from "../../snapshot.ts";
import type { Document } from "../workspace.ts";
import type { View } from "./ruling.ts";

/** A frontmatter is no longer than this. */
const maxBytes = 1 << 16;

/** A document as approvals see it. */
export interface ApprovalSubject {
  readonly document: Document;
  /** Null where the document has no digest, and so can carry no approval. */
  readonly digest: string | null;
  readonly entries: readonly ApprovalEntry[];
  /** Why the block cannot be read; null where it can, or where there is none. */
  readonly malformed: string | null;
  /** The documents above it as an approval has to pin them; a reason where one of them cannot be pinned. */
  readonly upstream: Upstream;
}

/** What stands above a document, by path, with the figures that an approval pins. */
export type Upstream =
  | { readonly ok: true; readonly pins: readonly { readonly path: string; readonly digest: string }[] }
  | { readonly ok: false; readonly reason: string };

/** Reads digest, entries and pins of one document of a view. */
export async function readSubject(document: Document, view: View, snapshot: Snapshot): Promise<ApprovalSubject> {
  const bytes = await snapshot.files.get(document.path)?.read();
  const content = bytes === undefined ? null : await contentOf(bytes, document);
  return {
    document,
    digest: content === null ? null : contentDigest(content),
    entries: content === null ? [] : entriesOf(document),
    malformed: content === null && bytes !== undefined ? malformedBlock(bytes) : null,
    upstream: await upstreamOf(document, view, snapshot),
  };
}

/** The entries of a document's tracking block; none where it is malformed, which then is a finding of its own. */
export function entriesOf({ facts }: Pick<Document, "facts">): readonly ApprovalEntry[] {
  if (facts.approvals === null || facts.approvals.text === "") return [];
  const parsed = parseApprovals(facts.approvals.text);
  return parsed.ok ? parsed.entries : [];
}

/** What is wrong in the lines under `approvals:` of a frontmatter that was refused as a whole. */
function malformedBlock(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes.subarray(0, maxBytes)).toString("utf8").replaceAll("\r\n", "\n");
  const block = /^approvals:\n((?: .*\n)+)/mu.exec(`${text.split("\n---\n", 1)[0]}\n`)?.[1];
  if (block === undefined || !text.startsWith("---\n")) return null;
  const parsed = parseApprovals(block);
  return parsed.ok ? null : `${parsed.message} in \`approvals\``;
}

async function contentAt(snapshot: Snapshot, document: Document): Promise<string | null> {
  const bytes = await snapshot.files.get(document.path)?.read();
  return bytes === undefined ? null : contentOf(bytes, document);
}

/** What reads documents is loaded where something is signed, which in most runs nothing is. */
async function contentOf(bytes: Uint8Array, { facts }: Pick<Document, "facts">): Promise<string | null> {
  const { knownContent } = await import("../../document/reading.ts");
  return knownContent(bytes, facts);
}

async function upstreamOf(document: Document, view: View, snapshot: Snapshot): Promise<Upstream> {
  const above = document.kind === "component" ? "context" : document.kind === "context" ? "stories" : null;
  const named = above === null ? [] : namesAt(document, above);
  const pins: { path: string; digest: string }[] = [];
  for (const id of named) {
    const kind = above === "context" ? "context" : "story";
    const found = view.upstream(kind, id);
    const [parent] = found;
    if (parent === undefined || found.length > 1)
      return { ok: false, reason: `the ${kind} \`${id}\` that it names is ${parent ? "there twice" : "not there"}` };
    const content = await contentAt(snapshot, parent);
    const digest =
      content === null ? null : kind === "context" ? pinnedDigest(content, document.id) : contentDigest(content);
    if (digest === null) return { ok: false, reason: `the ${kind} \`${id}\` that it names has no digest` };
    pins.push({ path: parent.path, digest });
  }
  return { ok: true, pins };
}

/** Values that are no texts are findings of the schema; here they name nothing that exists. */
function namesAt({ facts }: Document, key: "context" | "stories"): readonly string[] {
  const value = Object.hasOwn(facts.model.frontmatter, key) ? facts.model.frontmatter[key] : undefined;
  if (value === undefined) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return [...new Set(list.map((item) => (typeof item === "string" ? item : JSON.stringify(item))))];
}
