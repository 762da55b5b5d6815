import { describe, expect, it } from "vitest";
import { memorySnapshot } from "../../src/snapshot.ts";
import { UserError } from "../../src/user-error.ts";
import { configOf, exemption, settingsWith } from "../support/config.ts";
import { workspaceOf } from "../support/workspace.ts";

describe("readSources", () => {
  it("unreadable: a source that cannot be read owes nothing and is compared with nothing", async () => {
    const { files } = memorySnapshot({ "src/a.ts": "", "docs/design/a.md": "", "test/b.test.ts": "" });
    const read = () => Promise.reject(new UserError("unreadable", "it cannot be read"));
    const broken = new Map([...files].map(([path, entry]) => [path, { ...entry, read }]));
    const workspace = await workspaceOf({}, { snapshot: { files: broken } });
    expect(workspace.sources).toMatchObject([{ path: "src/a.ts", class: "designed", owes: [], unreadable: true }]);
    expect(workspace.documents).toMatchObject([{ exempt: true, violations: null }]);
    expect(workspace.tests).toMatchObject([{ exempt: true }]);
    expect(workspace.components.get("a")?.interface).toBeNull();
  });

  it("unparsed: what does not parse is no file of types", async () => {
    const { sources } = await workspaceOf({
      "src/a.ts": "export interface A {\n",
      "src/b.d.ts": "export interface B {\n",
    });
    expect(sources).toMatchObject([
      { class: "designed", owes: [] },
      { class: "types", owes: ["design"] },
    ]);
  });

  it("first-import: a file outside all roots names the first source that imports it", async () => {
    const { sources } = await workspaceOf({
      "src/b.ts": 'import "../x.ts";\nexport const b = 1;\n',
      "src/a.ts": 'export const a = 1;\nconst x = await import("../x.ts");\nvoid x;\n',
      "x.ts": "export {};\n",
    });
    expect(sources.find(({ path }) => path === "x.ts")?.importedBy?.path).toBe("src/a.ts");
  });

  it("exempt-importer: what only exempt sources import is not looked at", async () => {
    const config = configOf(settingsWith({ exempt: [exemption(["src/gen/**"])] }));
    const files = { "src/gen/a.ts": 'import "../../x.ts";\n', "x.ts": "export const x = 1;\n" };
    expect((await workspaceOf(files, { config })).sources.map(({ path }) => path)).toEqual(["src/gen/a.ts"]);
  });
});
