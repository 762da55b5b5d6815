import { documentFinding, judgedDocuments } from "../document-findings.ts";
import type { Rule } from "../rule.ts";
import { emptySections } from "../violations.ts";

/** A required section without content. */
export const rule: Rule = {
  id: "document/empty-section",
  summary: "A required section without content",
  severity: "error",
  adopt: false,
  *check(workspace) {
    for (const document of judgedDocuments(workspace)) {
      for (const slug of emptySections(document)) {
        const heading = document.model.sections[slug]?.heading ?? slug;
        yield documentFinding(document, {
          message: `Unexpected empty section \`${heading}\`, expected content or \`None: reason\``,
          range: document.ranges[`#/sections/${slug}`] ?? { start: 0, end: 0 },
          mend: `Write the section \`${heading}\`, or \`None: reason\` where it is empty on purpose`,
        });
      }
    }
  },
};
