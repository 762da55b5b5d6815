import { expect, it } from "vitest";
import { canaryDiagnosis } from "../../../src/commands/doctor/canary.ts";
import { createPlatform } from "../../../src/host/platform.ts";
import { memorySnapshot } from "../../../src/snapshot.ts";
import { designText } from "../../support/approved-project.ts";

const platform = createPlatform();
const files = {
  "src/a.ts": "export const limit: number = 1;\n",
  "docs/design/a.md": designText,
  "test/a.test.ts": 'import { it } from "vitest";\nit("empty", () => {});\n',
};
const diagnose = (changes: Record<string, string>) =>
  canaryDiagnosis(memorySnapshot({ ".designrc.json": '{ "version": 1 }', ...files, ...changes }), platform);

it("sees red where a drift is planted", async () => {
  expect(await diagnose({})).toMatchObject({ state: "ok", message: expect.stringContaining("src/a.ts") });
});

it("blind: where the rule is off or only warns, the check is not wired", async () => {
  const config = (severity: string) => `{ "version": 1, "rules": { "interface/undeclared-export": "${severity}" } }`;
  expect(await diagnose({ ".designrc.json": config("off") })).toMatchObject({
    state: "wrong",
    message: expect.stringContaining("not seen"),
  });
  expect(await diagnose({ ".designrc.json": config("warn") })).toMatchObject({ state: "wrong" });
});

it("nothing-to-plant-in: without a design that is implemented it says so", async () => {
  const draft = designText.replace("status: implemented", "status: draft");
  expect(await diagnose({ "docs/design/a.md": draft })).toMatchObject({
    state: "note",
    message: expect.stringContaining("`status: implemented`"),
  });
});
