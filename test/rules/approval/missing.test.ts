import { expect, it } from "vitest";
import { rule } from "../../../src/rules/approval/missing.ts";
import { checkFiles, team } from "../../support/approval-rules.ts";
import { designText, paths } from "../../support/approved-project.ts";
import { testPage } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

const { base } = team();
const unsigned = { ...base, [paths.design]: designText };

it("draft: a draft asks for no approval", async () => {
  const draft = { ...base, [paths.design]: designText.replace("status: implemented", "status: draft") };
  expect(await checkFiles(rule, draft)).toEqual([]);
  expect(await checkFiles(rule, unsigned)).toEqual([expect.stringContaining(`error ${paths.design} `)]);
});

it("hook: in a hook it is a warning", async () => {
  expect(await checkFiles(rule, unsigned, { isHook: true })).toEqual([expect.stringContaining("warning ")]);
});

it("switched-off: a change cannot switch it off, the base can", async () => {
  const config = (base[paths.config] ?? "").replace("{", '{ "rules": { "approval/missing": "off" },');
  const off = { ...unsigned, [paths.config]: config };
  expect(await checkFiles(rule, off, { base })).toEqual([expect.stringContaining("error ")]);
  expect(await checkFiles(rule, off, { base: off })).toEqual([]);
});
