import { expect, it } from "vitest";
import { rule } from "../../../src/rules/approval/gate-order.ts";
import { checkFiles, team } from "../../support/approval-rules.ts";
import { contextText, designText, paths } from "../../support/approved-project.ts";
import { testPage } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

const { base, approve } = team();

it("stale-context: a context that goes stale puts nothing below it out of order", async () => {
  const context = (base[paths.context] ?? "").replace("Keeps sessions", "Kept");
  expect(await checkFiles(rule, { ...base, [paths.context]: context }, { base })).toEqual([]);
  const other = contextText.replace("Keeps sessions", "Kept");
  const design = approve(designText.replace("one session", "two sessions"), { context: other });
  const both = { ...base, [paths.context]: context, [paths.design]: design };
  expect(await checkFiles(rule, both, { base })).toEqual([expect.stringContaining(`error ${paths.design} `)]);
});
