import { expect, it } from "vitest";
import { rule } from "../../../src/rules/approval/code-ahead.ts";
import { checkFiles, team } from "../../support/approval-rules.ts";
import { paths } from "../../support/approved-project.ts";
import { testPage } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

const { base } = team();
const stale = { [paths.design]: (base[paths.design] ?? "").replace("one session", "two sessions") };
const code = { [paths.source]: "export const limit: number = 2;\n" };

it("unchanged: source that did not change is not ahead", async () => {
  expect(await checkFiles(rule, { ...base, ...stale }, { base })).toEqual([]);
  expect(await checkFiles(rule, { ...base, ...stale, ...code }, { base })).toEqual([
    expect.stringContaining(`error ${paths.source} `),
  ]);
});

it("draft: a draft is no way out", async () => {
  const draft = (base[paths.design] ?? "").replace("status: implemented", "status: draft");
  expect(await checkFiles(rule, { ...base, ...code, [paths.design]: draft }, { base })).toHaveLength(1);
});

it("exempted: nor is an exemption that the change itself brings", async () => {
  const exempt = '{ "exempt": [{ "files": ["src/sessions/**", "docs/design/**"], "reason": "later" }],';
  const config = (base[paths.config] ?? "").replace("{", exempt);
  expect(await checkFiles(rule, { ...base, ...stale, ...code, [paths.config]: config }, { base })).toHaveLength(1);
});
