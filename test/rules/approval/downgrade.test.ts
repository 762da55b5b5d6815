import { expect, it } from "vitest";
import { rule } from "../../../src/rules/approval/downgrade.ts";
import { checkFiles, team } from "../../support/approval-rules.ts";
import { configText, designText, paths } from "../../support/approved-project.ts";
import { testPage } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

const { base, approve } = team();
const planned = (text: string) => text.replace("status: implemented", "status: planned");

it("planned-anew: `planned` is fine where the content is new and approved", async () => {
  const edited = planned(designText.replace("one session", "two sessions"));
  expect(await checkFiles(rule, { ...base, [paths.design]: approve(edited) }, { base })).toEqual([]);
  expect(await checkFiles(rule, { ...base, [paths.design]: edited }, { base })).toHaveLength(1);
  expect(await checkFiles(rule, { ...base, [paths.design]: planned(base[paths.design] ?? "") }, { base })).toHaveLength(
    1,
  );
});

it("claim: a new claim to be direct is approved", async () => {
  const gates = { design: { role: "reviewer", direct: false } };
  const tip = { ...base, [paths.config]: configText(["alice", "bob"], { gates }) };
  const direct = designText.replace("context: sessions", "context: sessions\nroute: direct");
  expect(await checkFiles(rule, { ...tip, [paths.design]: direct }, { base: tip })).toHaveLength(1);
  expect(await checkFiles(rule, { ...tip, [paths.design]: approve(direct) }, { base: tip })).toEqual([]);
});
