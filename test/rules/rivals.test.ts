import { expect, it } from "vitest";
import { caseTwins, rivals } from "../../src/rules/rivals.ts";
import { configOf, exemption, settingsWith } from "../support/config.ts";
import type { Files } from "../support/fixture.ts";
import { smallComponent, smallDesign, smallSource, smallTest } from "../support/small-project.ts";
import { workspaceOf } from "../support/workspace.ts";

async function rivalsIn(files: Files, exempt: readonly string[] = []) {
  const settings = settingsWith({ exempt: exempt.length === 0 ? [] : [exemption(exempt)] });
  const workspace = await workspaceOf(files, { config: configOf(settings) });
  const groups = rivals(workspace).map(({ what, files: group }) => [what, ...group.map(({ path }) => path)]);
  return { groups, twins: [...caseTwins(workspace)] };
}

it("same-id: several files of one kind and id are rivals", async () => {
  const { groups, twins } = await rivalsIn({
    ...smallComponent("a"),
    "src/a.tsx": smallSource("a"),
    "test/a.spec.ts": "",
  });
  expect(groups).toEqual([
    ["source", "src/a.ts", "src/a.tsx"],
    ["test", "test/a.spec.ts", "test/a.test.ts"],
  ]);
  expect(twins).toEqual([]);
});

it("letter-case: ids that differ in letter case alone are rivals, and twins", async () => {
  const files = { ...smallComponent("a"), "docs/design/A.md": smallDesign("a"), "test/A.test.ts": smallTest };
  const { groups, twins } = await rivalsIn(files);
  expect(groups).toEqual([
    ["design", "docs/design/A.md", "docs/design/a.md"],
    ["test", "test/A.test.ts", "test/a.test.ts"],
  ]);
  expect(twins).toHaveLength(4);
});

it("kinds-apart: files of different kinds are never rivals", async () => {
  const files = { ...smallComponent("a"), "docs/stories/a.md": "# A\n", "docs/architecture/a.md": "# A\n" };
  expect((await rivalsIn(files)).groups).toEqual([]);
});

it("exempt: exempt files are nobody's rivals", async () => {
  const files = { ...smallComponent("a"), "src/a.js": "export const a = 1;\n", "docs/design/A.md": smallDesign("a") };
  expect((await rivalsIn(files, ["src/a.js", "docs/design/A.md"])).groups).toEqual([]);
});
