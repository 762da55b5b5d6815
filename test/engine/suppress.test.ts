import { describe, expect, it } from "vitest";
import type { Stamped } from "../../src/engine/run.ts";
import { suppress } from "../../src/engine/suppress.ts";
import { workspaceOf } from "../support/workspace.ts";

const design =
  "---\ntype: module\nstatus: implemented\n---\n\n# A\n\n<!-- design-lint-disable-next-line interface/changed document/schema -- agreed -->\nLead.\n";
const source =
  "// design-lint-disable-next-line x/y interface/changed approval/missing -- agreed\nconst a = 1;\nconst b = 2;\n";
const silent = "// design-lint-disable-next-line x/y\nconst c = 1;\n";
const files = { "docs/design/a.md": design, "src/a.ts": source, "src/c.ts": silent };

const found = (rule: string, path: keyof typeof files, text: string): Stamped => {
  const start = files[path].indexOf(text);
  return { rule, severity: "error", finding: { path, range: { start, end: start + text.length }, message: rule } };
};

describe("suppress", () => {
  it("holds back what the comment covers, on the next line only", async () => {
    const findings = [found("x/y", "src/a.ts", "const a"), found("x/y", "src/a.ts", "const b")];
    const { kept, held } = suppress(await workspaceOf(files), findings);
    expect(kept).toEqual([findings[1]]);
    expect(held).toEqual([findings[0]]);
  });

  it("tests: a comment before the first statement of a test covers what is said of the file", async () => {
    const lonely = "test/lonely.test.ts";
    const text =
      '// design-lint-disable-next-line x/y -- tests them all\nimport { it } from "vitest";\n\nit("a", () => {});\n';
    const stamped = (start: number): Stamped => ({
      rule: "x/y",
      severity: "warning",
      finding: { path: lonely, range: { start, end: start + 1 }, message: "x/y" },
    });
    const findings = [stamped(0), stamped(text.indexOf("it("))];
    const { kept, held } = suppress(await workspaceOf({ ...files, [lonely]: text }), findings);
    expect(held).toEqual([findings[0]]);
    expect(kept).toEqual([findings[1]]);
  });

  it("document-only: interface findings are suppressed in the document, never from the code", async () => {
    const workspace = await workspaceOf(files);
    expect(suppress(workspace, [found("interface/changed", "docs/design/a.md", "Lead.")]).kept).toEqual([]);
    expect(suppress(workspace, [found("interface/changed", "src/a.ts", "const a")]).kept).toHaveLength(1);
  });

  it("never: approvals cannot be suppressed", async () => {
    expect(suppress(await workspaceOf(files), [found("approval/missing", "src/a.ts", "const a")]).held).toEqual([]);
  });

  it("no-reason: a comment without a reason suppresses nothing", async () => {
    expect(suppress(await workspaceOf(files), [found("x/y", "src/c.ts", "const c")]).held).toEqual([]);
  });

  it("says which rules of each comment were needed", async () => {
    const { suppressions } = suppress(await workspaceOf(files), [
      found("document/schema", "docs/design/a.md", "Lead."),
    ]);
    const inDocument = suppressions.find(({ path }) => path === "docs/design/a.md");
    expect([...(inDocument?.used ?? [])]).toEqual(["document/schema"]);
  });
});
