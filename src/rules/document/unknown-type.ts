import { suggest } from "../../schema/suggest.ts";
import type { Document, Workspace } from "../../workspace/workspace.ts";
import { documentFinding, inConflict, judgedDocuments } from "../document-findings.ts";
import { typesFor } from "../document-types.ts";
import type { Rule } from "../rule.ts";

/** No schema is known for the type of a document, or none that fits its place. */
export const rule: Rule = {
  id: "document/unknown-type",
  summary: "No schema is known for the type of a document, or none that fits its place",
  severity: "error",
  adopt: false,
  *check(workspace) {
    for (const document of judgedDocuments(workspace)) {
      const { type } = document;
      const known = typesFor(workspace, document);
      if (type === null || inConflict(document) || known.includes(type)) continue;
      yield documentFinding(document, {
        message: messageOf(workspace, document, type),
        range: document.ranges["/frontmatter/type"] ?? { start: 0, end: 0 },
        mend: mendOf(type, known),
      });
    }
  },
};

function messageOf(workspace: Workspace, document: Document, type: string): string {
  const known = typesFor(workspace, document);
  const place = { component: "a component", story: "a story", context: "a context" }[document.kind];
  if (workspace.typesOf(document.settings).includes(type)) {
    return `Unexpected type \`${type}\` in the place of ${place}, expected ${list(known)}`;
  }
  const meant = suggest(type, known);
  const hint = meant === null ? `expected ${list(known)}` : `did you mean \`${meant}\`?`;
  return `Unexpected type \`${type}\`, which has no schema; ${hint}`;
}

function mendOf(type: string, known: readonly string[]): string {
  const meant = suggest(type, known);
  return meant === null ? `Say one of the types ${list(known)}` : `Say \`type: ${meant}\``;
}

function list(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}
