import { expect, it } from "vitest";
import { rule } from "../../../src/rules/approval/stale.ts";
import { checkFiles, team } from "../../support/approval-rules.ts";
import { paths } from "../../support/approved-project.ts";
import { testPage } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

const { base } = team();
const edit = (text: string, by: string) => ({ ...base, [paths.design]: (base[paths.design] ?? "").replace(text, by) });

it("unsigned-parts: status, approvals and Notes are no content", async () => {
  expect(await checkFiles(rule, edit("status: implemented", "status: deprecated"))).toEqual([]);
  const notes = { ...base, [paths.design]: `${base[paths.design]}\n## Notes\n\nRead by two.\n` };
  expect(await checkFiles(rule, notes)).toEqual([]);
  expect(await checkFiles(rule, edit("one session", "two sessions"))).toEqual([expect.stringContaining("error ")]);
});

it("hook: in a hook it is a warning", async () => {
  const stale = edit("one session", "two sessions");
  expect(await checkFiles(rule, stale, { isHook: true })).toEqual([expect.stringContaining("warning ")]);
});
