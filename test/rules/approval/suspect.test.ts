import { expect, it } from "vitest";
import { rule } from "../../../src/rules/approval/suspect.ts";
import { checkFiles, team } from "../../support/approval-rules.ts";
import { contextText, paths } from "../../support/approved-project.ts";
import { testPage } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

const { base, approveContext } = team();
const having = (text: string) => ({ ...base, [paths.context]: approveContext(text) });

it("neighbour: a new component in the context disturbs nobody", async () => {
  const neighbour = contextText.replace("keeps them\n", "keeps them\n- `sessions/clock`: tells the time\n");
  expect(await checkFiles(rule, having(neighbour), { base })).toEqual([]);
  const other = contextText.replace("Everything", "Half");
  expect(await checkFiles(rule, having(other), { base })).toEqual([expect.stringContaining(`error ${paths.design} `)]);
});

it("hook: in a hook it is a warning", async () => {
  const other = having(contextText.replace("Everything", "Half"));
  expect(await checkFiles(rule, other, { base, isHook: true })).toEqual([expect.stringContaining("warning ")]);
});
