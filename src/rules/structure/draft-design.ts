import { byHand, firstLine } from "../file-finding.ts";
import type { Rule } from "../rule.ts";

/** Reports drafts whose source stands already: nobody has said yet that the design is right. */
export const rule: Rule = {
  id: "structure/draft-design",
  summary: "source stands on a draft",
  severity: "warning",
  adopt: false,
  *check(workspace) {
    for (const { id, sources, documents } of workspace.components.values()) {
      const [source] = sources;
      if (source === undefined) continue;
      for (const { path, status, exempt, facts } of documents) {
        if (status !== "draft" || exempt) continue;
        yield {
          path,
          range: facts.status?.range ?? firstLine,
          message: `Unexpected draft, expected a finished design of ${source.path}, which stands already`,
          component: id,
          related: [{ path: source.path, range: firstLine, message: "the source" }],
          fix: byHand("Read and complete the design, then say `status: implemented`"),
        };
      }
    }
  },
};
