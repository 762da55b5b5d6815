import { describe, expect, it } from "vitest";
import { componentEntry, configOf, exemption, settingsWith } from "../support/config.ts";
import type { Files } from "../support/fixture.ts";
import { designText, workspaceOf } from "../support/workspace.ts";

const code = "export const a: number = 1;\n";
const test = 'import { it } from "vitest";\nit("works", () => {});\n';

async function classesOf(files: Files, parts: Parameters<typeof workspaceOf>[1] = {}): Promise<Record<string, string>> {
  const { sources } = await workspaceOf(files, parts);
  return Object.fromEntries(sources.map(({ path, class: name }) => [path, name]));
}

describe("buildWorkspace", () => {
  it("relates source, design and test of one component", async () => {
    const workspace = await workspaceOf({
      "src/a/b.ts": code,
      "docs/design/a/b.md": designText(),
      "test/a/b.test.ts": test,
    });
    const component = workspace.components.get("a/b");
    expect(component?.sources.map(({ path }) => path)).toEqual(["src/a/b.ts"]);
    expect(component?.documents.map(({ path, status, type }) => [path, status, type])).toEqual([
      ["docs/design/a/b.md", "implemented", "module"],
    ]);
    expect(component?.tests.map(({ path }) => path)).toEqual(["test/a/b.test.ts"]);
    expect(component?.interface).toEqual({ findings: [], compared: 1, consulted: [] });
  });

  it("every-class: each source has exactly one", async () => {
    const files = {
      "src/code.ts": code,
      "src/direct.ts": code,
      "docs/design/direct.md": designText("implemented", "route: direct\n"),
      "src/types.ts": "export type A = 1;\n",
      "src/index.ts": 'export * from "./code.ts";\n',
      "src/gen/a.ts": code,
      "src/a.mjs": code,
    };
    const settings = settingsWith({
      components: [componentEntry({ source: "src/{path}.ts" })],
      exempt: [exemption(["src/gen/**"])],
    });
    expect(await classesOf(files, { config: configOf(settings) })).toEqual({
      "src/a.mjs": "unclassified",
      "src/code.ts": "designed",
      "src/direct.ts": "direct",
      "src/gen/a.ts": "exempt",
      "src/index.ts": "barrel",
      "src/types.ts": "types",
    });
  });

  it("route-of-type: a source without document has the route of the type that the config gives to its path", async () => {
    const type = {
      name: "gate",
      route: "direct",
      match: ["src/gates/**"],
      base: "",
      schema: null,
      template: null,
    } as const;
    const place = { path: null, range: { start: 0, end: 0 } };
    const config = configOf(settingsWith({ types: { gate: { ...type, place } } }));
    const schemas = { route: (_: unknown, name: string) => (name === "gate" ? "direct" : "design") } as const;
    const files = { "src/gates/a.ts": code, "src/b.ts": code };
    expect(await classesOf(files, { config, schemas })).toEqual({ "src/gates/a.ts": "direct", "src/b.ts": "designed" });
  });

  it("outside-roots: code that a source imports from outside all roots is unclassified, with the import", async () => {
    const { sources } = await workspaceOf({
      "src/a.ts": 'import { h } from "../scripts/helper.js";\nimport "./style.css";\nexport const a: number = h;\n',
      "src/style.css": "",
      "scripts/helper.ts": 'import "./deeper.ts";\nexport const h = 1;\n',
      "scripts/deeper.ts": "",
      "scripts/other.ts": "",
    });
    expect(sources.map(({ path, class: name, importedBy }) => [path, name, importedBy?.path])).toEqual([
      ["scripts/helper.ts", "unclassified", "src/a.ts"],
      ["src/a.ts", "designed", undefined],
    ]);
  });

  it("outside-but-known: tests, exempt files, packages and data are no unclassified imports", async () => {
    const imports = ["../test/b.test.ts", "../gen/c.ts", "../node_modules/d/e.js", "../data.json", "react"];
    const files = {
      "src/a.ts": `${imports.map((path) => `import "${path}";\n`).join("")}export const a = 1;\n`,
      "test/b.test.ts": test,
      "gen/c.ts": code,
      "node_modules/d/e.js": "",
      "data.json": "{}",
    };
    const config = configOf(settingsWith({ exempt: [exemption(["gen/**"])] }));
    expect(Object.keys(await classesOf(files, { config }))).toEqual(["src/a.ts"]);
  });

  it("moves-on-demand: git is asked about moves only where something lacks its source", async () => {
    let asked = 0;
    const moves = async () => {
      asked++;
      return new Map([["src/old.ts", "src/a.ts"]]);
    };
    const whole = { "src/a.ts": code, "docs/design/a.md": designText(), "test/a.test.ts": test };
    expect((await workspaceOf(whole, { snapshot: { moves } })).moves.size).toBe(0);
    expect(asked).toBe(0);
    const lonely = await workspaceOf({ ...whole, "test/old.test.ts": test }, { snapshot: { moves } });
    expect([...lonely.moves]).toEqual([["src/old.ts", "src/a.ts"]]);
    expect(asked).toBe(1);
  });

  it("anchors: of documents, and of Markdown that they link into", async () => {
    const { anchors } = await workspaceOf({
      "docs/design/a.md": `${designText("draft")}\n[guide](../guide.md#steps)\n`,
      "docs/guide.md": "# Steps\n",
    });
    expect([...anchors]).toEqual([
      ["docs/design/a.md", ["title"]],
      ["docs/guide.md", ["steps"]],
    ]);
  });

  it("no files make an empty workspace", async () => {
    const workspace = await workspaceOf({});
    expect([workspace.sources.length, workspace.components.size]).toEqual([0, 0]);
  });
});
