import { suggest } from "../../schema/suggest.ts";
import type { Document, Workspace } from "../../workspace/workspace.ts";
import {
  type DocumentFlaw,
  documentFinding,
  inConflict,
  judgedDocuments,
  problemFindings,
} from "../document-findings.ts";
import { typesFor } from "../document-types.ts";
import type { Rule } from "../rule.ts";
import { violationsFor } from "../violations.ts";

/** A document is not what the schema of its type asks for; every violation is said. */
export const rule: Rule = {
  id: "document/schema",
  summary: "A document is not what the schema of its type asks for",
  severity: "error",
  adopt: false,
  *check(workspace) {
    yield* problemFindings(workspace, "document/schema");
    for (const document of judgedDocuments(workspace)) {
      const missing = missingType(workspace, document);
      if (missing !== null) yield documentFinding(document, missing);
      for (const violation of violationsFor(document, "document/schema")) yield documentFinding(document, violation);
    }
  },
};

/** Without a type there is no schema to say that the type is missing. */
function missingType(workspace: Workspace, document: Document): DocumentFlaw | null {
  if (document.type !== null || !hasFrontmatter(document)) return null;
  const known = typesFor(workspace, document);
  const types = known.map((name) => `\`${name}\``).join(", ");
  const range = document.ranges["/frontmatter/type"];
  if (range !== undefined) {
    return {
      message: `Unexpected value of \`type\`, expected one of ${types}`,
      range,
      mend: `Say one of the types ${types}`,
    };
  }
  const misspelt = suggest("type", Object.keys(document.model.frontmatter));
  const key = misspelt === null ? undefined : document.ranges[`#/frontmatter/${misspelt}`];
  const meant = misspelt !== null && known.includes(String(document.model.frontmatter[misspelt]));
  return {
    message: `Missing key \`type\`, ${key === undefined ? `expected one of ${types}` : `did you mean it by \`${misspelt}\`?`}`,
    range: key ?? { start: 0, end: 0 },
    mend: key === undefined ? "Add the key `type` to the frontmatter" : `Rename \`${misspelt}\` to \`type\``,
    ...(key === undefined || !meant ? {} : { splices: [{ range: key, text: "type" }] }),
  };
}

/** False where the frontmatter, or the whole text, could not be read, which is said elsewhere. */
function hasFrontmatter(document: Document): boolean {
  const unread = document.facts.problems.some(({ rule }) => rule === "document/frontmatter");
  return !unread && !inConflict(document) && document.ranges["/frontmatter"] !== undefined;
}
