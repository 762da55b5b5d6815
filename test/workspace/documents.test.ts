import { describe, expect, it } from "vitest";
import type { Violation } from "../../src/schema/violation.ts";
import type { Document } from "../../src/workspace/workspace.ts";
import { configOf, exemption, settingsWith } from "../support/config.ts";
import { designText, type WorkspaceParts, workspaceOf } from "../support/workspace.ts";

const violation: Violation = { pointer: "", keyword: "x", message: "m", mend: "n", range: { start: 0, end: 0 } };
const strict: NonNullable<WorkspaceParts["schemas"]> = {
  validate: async (_, type) => (type === "module" ? [violation] : null),
  required: (_, type) => (type === "module" ? ["interface"] : []),
  route: (_, type) => (type === "policy" ? "direct" : "design"),
};

async function read(text: string, parts: WorkspaceParts = {}): Promise<Document | undefined> {
  return (await workspaceOf({ "docs/design/a.md": text }, { schemas: strict, ...parts })).documents[0];
}

describe("readDocuments", () => {
  it("schema-of-type: violations and required sections come from the schema of the document's type", async () => {
    expect(await read(designText())).toMatchObject({
      type: "module",
      violations: [violation],
      required: ["interface"],
    });
    expect(await read("---\ntype: nothing\nstatus: draft\n---\n\n# A\n")).toMatchObject({
      violations: null,
      required: [],
    });
  });

  it("no-type: without a type there is nothing to hold it against", async () => {
    expect(await read("# A\n")).toMatchObject({ type: null, violations: null, route: "design", status: null });
    expect(await read("---\ntype: 3\nstatus: draft\n---\n\n# A\n")).toMatchObject({ type: null, violations: null });
  });

  it("route: from the frontmatter, else from the type", async () => {
    const policy = "---\ntype: policy\nstatus: draft\n---\n\n# A\n";
    expect((await read(policy))?.route).toBe("direct");
    expect((await read(policy.replace("status", "route: design\nstatus")))?.route).toBe("design");
    expect((await read(policy.replace("status", "route: sideways\nstatus")))?.route).toBe("direct");
  });

  it("broken-frontmatter: violations that only follow from unreadable YAML are not reported twice", async () => {
    const document = await read("---\ntype: module\na: &x 1\nstatus: draft\n---\n\n# A\n");
    expect(document?.facts.problems.map(({ rule }) => rule)).toContain("document/frontmatter");
    expect(document?.violations).toBeNull();
  });

  it("exempt: an exempt document is read, and held against nothing", async () => {
    const config = configOf(settingsWith({ exempt: [exemption(["docs/**"])] }));
    expect(await read(designText(), { config })).toMatchObject({ exempt: true, type: "module", violations: null });
  });

  it("localised-heading: an added heading stands for the shipped one", async () => {
    const config = configOf(settingsWith({ headings: { interface: ["Schnittstelle"] } }));
    const document = await read(`${designText()}\n## Schnittstelle\n\nText.\n`, { config });
    expect(Object.keys(document?.model.sections ?? {})).toEqual(["interface"]);
  });
});
