import type { Document } from "../workspace.ts";
import type { Standing } from "./judgement.ts";
import type { ApprovalInput, Ruling } from "./ruling.ts";
import { readSubject } from "./subject.ts";

/** Documents that say at a new path what one of the base said at another, which is gone: new path → document of the base. */
export async function movedDocuments(
  { base, snapshot }: Pick<ApprovalInput, "base" | "snapshot">,
  { before }: Pick<Ruling, "before">,
  standings: ReadonlyMap<string, Standing>,
): Promise<ReadonlyMap<string, Document>> {
  const moved = new Map<string, Document>();
  if (base === null || before === null) return moved;
  const fresh = new Map<string, string>();
  for (const [path, { subject }] of standings)
    if (subject.digest !== null && !before.documents.has(path)) fresh.set(subject.digest, path);
  if (fresh.size === 0) return moved;
  for (const document of before.documents.values()) {
    if (document.exempt || snapshot.files.has(document.path)) continue;
    const { digest } = await readSubject(document, before, base.policy);
    const path = digest === null ? undefined : fresh.get(digest);
    if (path !== undefined) moved.set(path, document);
  }
  return moved;
}
