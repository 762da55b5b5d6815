import { expect, it } from "vitest";
import { missingArtefacts } from "../../src/rules/missing-artefact.ts";
import type { Finding } from "../../src/rules/rule.ts";
import { componentEntry, configOf, exemption, settingsWith } from "../support/config.ts";
import type { Files } from "../support/fixture.ts";
import { smallDesign, smallSource } from "../support/small-project.ts";
import { workspaceOf } from "../support/workspace.ts";

async function missingIn(files: Files, settings = settingsWith()): Promise<readonly Finding[]> {
  return [...missingArtefacts(await workspaceOf(files, { config: configOf(settings) }), "design")];
}

it("once-per-component: two sources of one component miss one file once", async () => {
  const found = await missingIn({ "src/a.ts": smallSource("a"), "src/a.js": "export const a = 1;\n" });
  expect(found.map(({ path, component }) => [path, component])).toEqual([["src/a.js", "a"]]);
});

it("standing-exempt: an exempt document or test is there all the same", async () => {
  const files = { "src/a.ts": smallSource("a"), "docs/design/a.md": smallDesign("a") };
  expect(await missingIn(files, settingsWith({ exempt: [exemption(["docs/**"])] }))).toEqual([]);
});

it("placeless: an exempt source that owes something although no entry says where is reported without a scaffold", async () => {
  const settings = settingsWith({
    components: [componentEntry({ source: "src/{path}.ts" })],
    exempt: [exemption(["src/a.mjs"], { owes: ["design"] })],
  });
  const [finding] = await missingIn({ "src/a.mjs": "export const a = 1;\n" }, settings);
  expect(finding).toMatchObject({ path: "src/a.mjs", fix: { by: "human" } });
});

it("letter-case: a file that differs in letter case alone is to be renamed", async () => {
  const [finding] = await missingIn({ "src/A.ts": smallSource("a"), "docs/design/a.md": smallDesign("a") });
  expect(finding?.fix).toMatchObject({ title: "Rename docs/design/a.md to docs/design/A.md", by: "human" });
  expect(finding?.related?.map(({ path }) => path)).toEqual(["docs/design/a.md"]);
});
