import { describe, expect, it } from "vitest";
import { countRoles, rolesOf } from "../../src/engine/count.ts";
import { designText, workspaceOf } from "../support/workspace.ts";

describe("counting files", () => {
  it("classes: each source counts in one class, and the sum is that of all", () => {
    expect(countRoles("drbteuDT-")).toEqual({
      sources: 6,
      designed: 1,
      direct: 1,
      barrels: 1,
      types: 1,
      exempt: 1,
      unclassified: 1,
      documents: 1,
      pending: 0,
    });
  });

  it("pending: a planned design without source is a document and pending", async () => {
    const workspace = await workspaceOf({
      "src/a.ts": "const a = 1;\n",
      "docs/design/a.md": designText("planned"),
      "docs/design/b.md": designText("planned"),
      "docs/design/c.md": designText(),
      "test/a.test.ts": "",
    });
    const roles = rolesOf(workspace);
    expect([...roles].sort()).toEqual([
      ["docs/design/a.md", "D"],
      ["docs/design/b.md", "P"],
      ["docs/design/c.md", "D"],
      ["src/a.ts", "d"],
      ["test/a.test.ts", "T"],
    ]);
    expect(countRoles(roles.values())).toMatchObject({ sources: 1, documents: 3, pending: 1 });
  });
});
