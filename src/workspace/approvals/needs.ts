import type { Document } from "../workspace.ts";
import type { Ruling } from "./ruling.ts";

const gates = { story: "story", context: "architecture", component: "design" } as const;

/** The gate that a document has to pass in any view, the base's asked first; null where none is in force for it. Drafts are not told apart here. */
export function needsOf(path: string, { policy, views, before }: Ruling): string | null {
  const old = before?.documents.get(path);
  for (const view of [...views].reverse()) {
    const document = view.documents.get(path);
    if (document === undefined || document.exempt) continue;
    const gate = gates[document.kind];
    const terms = policy?.gates.get(gate);
    if (terms === undefined) continue;
    const isFree = gate === "design" && terms.direct === false && isOldClaim(document, old);
    if (!isFree) return gate;
  }
  return null;
}

/** A claim to be direct that stands on the base already; without a base every claim is new. */
function isOldClaim(document: Document, old: Document | undefined): boolean {
  return document.route === "direct" && old?.route === "direct";
}
