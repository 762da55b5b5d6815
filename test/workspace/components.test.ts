import { describe, expect, it } from "vitest";
import type { Exemption } from "../../src/config/config.ts";
import { configOf, exemption, settingsWith } from "../support/config.ts";
import type { Files } from "../support/fixture.ts";
import { designText, workspaceOf } from "../support/workspace.ts";

const code = "export const a: number = 1;\n";
const barrel = 'export * from "./a.ts";\n';

/** Component id → paths, "-" for tests and sources of none. */
async function groups(files: Files, exempt: readonly Exemption[] = []): Promise<Record<string, readonly string[]>> {
  const workspace = await workspaceOf(files, { config: configOf(settingsWith({ exempt })) });
  const none = [...workspace.sources, ...workspace.tests].filter(({ component }) => component === null);
  const own = [...workspace.components].map(([id, { sources, documents, tests }]): [string, string[]] => [
    id,
    [...sources, ...documents, ...tests].map(({ path }) => path),
  ]);
  return Object.fromEntries([...own, ...(none.length > 0 ? [["-", none.map(({ path }) => path)] as const] : [])]);
}

describe("assemble", () => {
  it("design-first: a document makes a component before there is any source, a test alone does not", async () => {
    expect(
      await groups({ "docs/design/a.md": designText("planned"), "test/a.test.ts": "", "test/b.test.ts": "" }),
    ).toEqual({ a: ["docs/design/a.md", "test/a.test.ts"], "-": ["test/b.test.ts"] });
  });

  it("owes-nothing: a barrel belongs to a component only through a document or test of its own", async () => {
    expect(await groups({ "src/index.ts": barrel, "src/b.ts": barrel, "test/b.test.ts": "" })).toEqual({
      b: ["src/b.ts", "test/b.test.ts"],
      "-": ["src/index.ts"],
    });
    expect(await groups({ "src/index.ts": barrel, "docs/design/index.md": designText() })).toEqual({
      index: ["src/index.ts", "docs/design/index.md"],
    });
  });

  it("other-owner: a source that owes nothing never rivals one that owes a design", async () => {
    const files = { "src/a.ts": code, "src/a.js": 'export * from "./b.js";\n', "docs/design/a.md": designText() };
    expect(await groups(files)).toEqual({ a: ["src/a.ts", "docs/design/a.md"], "-": ["src/a.js"] });
  });

  it("exempt-source: belongs to a component when it owes something or has a document all the same", async () => {
    const files = {
      "src/gen/a.ts": code,
      "src/gen/b.ts": code,
      "docs/design/gen/b.md": designText(),
      "src/cli.ts": code,
    };
    const exempt = [exemption(["src/gen/**"]), exemption(["src/cli.ts"], { owes: ["design"] })];
    expect(await groups(files, exempt)).toEqual({
      cli: ["src/cli.ts"],
      "gen/b": ["src/gen/b.ts", "docs/design/gen/b.md"],
      "-": ["src/gen/a.ts"],
    });
  });

  it("exempt-document: joins a component that has a source and makes none itself", async () => {
    const files = { "src/a.ts": code, "docs/design/a.md": "", "docs/design/README.md": "" };
    expect(await groups(files, [exemption(["docs/design/**"])])).toEqual({ a: ["src/a.ts", "docs/design/a.md"] });
  });

  it("unclassified: a source of no class belongs to no component", async () => {
    const files = { "src/a.ts": 'import "../b.ts";\nexport const a = 1;\n', "b.ts": code };
    expect(await groups(files)).toEqual({ a: ["src/a.ts"], "-": ["b.ts"] });
  });
});
