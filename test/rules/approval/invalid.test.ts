import { expect, it } from "vitest";
import { rule } from "../../../src/rules/approval/invalid.ts";
import { checkFiles, team } from "../../support/approval-rules.ts";
import { paths } from "../../support/approved-project.ts";
import { testPage } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

const { base, approve } = team();
const config = (text: string) => ({ ...base, [paths.config]: text });
const project = '"project": "urn:uuid:6e2e8d0e-4f7e-4b8a-9d8c-7f1b9a3b2c11"';
const forged = (base[paths.design] ?? "").replace("time: 2026-11-01", "time: 2026-11-02");

it("without-gates: also where no gate is in force", async () => {
  const off = config(`{ "version": 1, ${project} }`);
  expect(await checkFiles(rule, off)).toEqual([]);
  const [found, ...others] = await checkFiles(rule, { ...off, [paths.design]: forged });
  expect(found).toContain(`error ${paths.design} The approval of alice@example.com at 2026-11-02T10:00:00Z proves`);
  expect(others).toEqual([]);
});

it("no-project: without a project in the config nothing can be proved", async () => {
  const found = await checkFiles(rule, config('{ "version": 1 }'));
  expect(found).toEqual([paths.context, paths.design].map((path) => expect.stringContaining(`error ${path} `)));
});

it("malformed: a block that cannot be read proves nothing", async () => {
  const spoilt = { ...base, [paths.design]: (base[paths.design] ?? "").replace("    signer:", "    signed-by:") };
  const message = "The approvals cannot be read: Unexpected line, expected `signer: …` in `approvals`";
  for (const files of [spoilt, { ...spoilt, [paths.config]: '{ "version": 1 }' }])
    expect(await checkFiles(rule, files)).toContain(`error ${paths.design} ${message}`);
});

it("draft: also on a draft", async () => {
  const draft = { ...base, [paths.design]: forged.replace("status: implemented", "status: draft") };
  expect(await checkFiles(rule, draft)).toHaveLength(1);
  expect(await checkFiles(rule, { ...base, [paths.design]: approve(forged) })).toHaveLength(1);
});
