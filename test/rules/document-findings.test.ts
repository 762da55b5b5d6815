import { describe, expect, it } from "vitest";
import type { DocumentProblem, DocumentProblemRule } from "../../src/document/document.ts";
import { documentFinding, inConflict, judgedDocuments, problemFindings } from "../../src/rules/document-findings.ts";
import { document, workspaceOf } from "../support/document.ts";

const range = { start: 3, end: 5 };
const flaw = { message: "Unexpected text", range, mend: "Mend it" };
const splices = [{ range, text: "other" }];
const approvals = { text: "  - gate: design\n", range };

const problem = (rule: DocumentProblemRule, more: Partial<DocumentProblem> = {}): DocumentProblem => ({
  rule,
  ...flaw,
  voidsDigest: true,
  ...more,
});

describe("documentFinding", () => {
  it("is mended by a person where there are no edits, by the tool where there are", () => {
    expect(documentFinding(document(), flaw).fix).toMatchObject({ title: "Mend it", by: "human", safety: "safe" });
    const { fix } = documentFinding(document(), { ...flaw, splices });
    expect(fix).toMatchObject({ by: "tool", safety: "safe" });
    expect(fix?.edits).toEqual([{ kind: "replace", path: "docs/design/greeting.md", range, text: "other" }]);
  });

  it("approved: edits of approved text are unsafe, except where they cannot void an approval", () => {
    const approved = document({ facts: { approvals } });
    expect(documentFinding(approved, { ...flaw, splices }).fix?.safety).toBe("unsafe");
    expect(documentFinding(approved, { ...flaw, splices, outsideApproval: true }).fix?.safety).toBe("safe");
    expect(documentFinding(approved, flaw).fix?.safety).toBe("safe");
  });

  it("upstream: only a component's document names a component", () => {
    expect(documentFinding(document(), flaw).component).toBe("greeting");
    expect(documentFinding(document({ kind: "story" }), flaw).component).toBeUndefined();
  });
});

describe("problemFindings", () => {
  it("gives the problems of one rule in all documents", () => {
    const workspace = workspaceOf([
      document({ facts: { problems: [problem("document/notes"), problem("document/schema")] } }),
      document({ path: "docs/stories/a.md", facts: { problems: [problem("document/notes")] } }),
    ]);
    const paths = [...problemFindings(workspace, "document/notes")].map(({ path }) => path);
    expect(paths).toEqual(["docs/design/greeting.md", "docs/stories/a.md"]);
  });

  it("conflict: markers silence everything but themselves and the encoding", () => {
    const rules: readonly DocumentProblemRule[] = [
      "document/conflict-marker",
      "document/encoding",
      "document/frontmatter",
    ];
    const judged = document({ facts: { problems: rules.map((rule) => problem(rule)) } });
    const counts = rules.map((rule) => [...problemFindings(workspaceOf([judged]), rule)].length);
    expect(counts).toEqual([1, 1, 0]);
    expect(inConflict(judged)).toBe(true);
  });

  it("exempt: an exempt document has no findings", () => {
    const workspace = workspaceOf([document({ exempt: true, facts: { problems: [problem("document/notes")] } })]);
    expect([...problemFindings(workspace, "document/notes")]).toEqual([]);
    expect(judgedDocuments(workspace)).toEqual([]);
  });
});
