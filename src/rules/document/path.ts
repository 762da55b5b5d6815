import type { Workspace } from "../../workspace/workspace.ts";
import { documentFinding, judgedDocuments } from "../document-findings.ts";
import type { Rule } from "../rule.ts";

const unsignable = /[\s#:"'\\]/u;

/** The path of a document has a character that an approval cannot name. */
export const rule: Rule = {
  id: "document/path",
  summary: "The path of a document has a character that an approval cannot name",
  severity: "warning",
  adopt: false,
  *check(workspace) {
    for (const document of judgedDocuments(workspace)) {
      const character = unsignable.exec(document.path)?.[0];
      if (character === undefined) continue;
      const finding = documentFinding(document, {
        message: `Unexpected ${nameOf(character)} in the path of a document, expected a path that an approval can name`,
        range: { start: 0, end: 0 },
        mend: `Move the document, and what belongs to it, to \`${signable(document.path)}\``,
      });
      yield hasGates(workspace) ? { ...finding, atLeast: "error" } : finding;
    }
  },
};

/** Where a gate is in force, the document could never pass it. */
function hasGates({ config, approvals }: Workspace): boolean {
  const isRuled = approvals !== undefined && approvals.policy !== null;
  return isRuled || Object.keys(config.approvals?.gates ?? {}).length > 0;
}

function nameOf(character: string): string {
  return /\s/u.test(character) ? "white space" : `\`${character}\``;
}

function signable(path: string): string {
  return path.replace(/["']/gu, "").replace(/[\s#:\\]+/gu, "-");
}
