import { expect, it } from "vitest";
import { rule } from "../../../src/rules/approval/untrusted.ts";
import { checkFiles, team } from "../../support/approval-rules.ts";
import { configText, designText, paths } from "../../support/approved-project.ts";
import { testPage } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

const { base, approve, key } = team();

it("settled: of what the base holds already the document is named, of what is new the entry", async () => {
  const tip = { ...base, [paths.config]: configText(["alice", "bob"], { roles: { reviewer: ["bob"] } }) };
  const edited = { ...tip, [paths.design]: approve(designText.replace("one session", "two sessions")) };
  expect(await checkFiles(rule, edited, { base: tip })).toEqual([
    expect.stringContaining(`${paths.context} The document has no valid approval`),
    expect.stringContaining(`${paths.design} The approval of alice@example.com`),
  ]);
});

it("threshold: too few people, of whom each counts once", async () => {
  const gates = { design: { role: "reviewer", threshold: 2 } };
  const two = { ...base, [paths.config]: configText(["alice", "bob"], { gates }) };
  expect(await checkFiles(rule, two)).toEqual([expect.stringContaining("alice alone, expected 2 people")]);
  const bob = { key: key("bob"), signer: "bob@example.com" };
  expect(await checkFiles(rule, { ...two, [paths.design]: approve(base[paths.design] ?? "", bob) })).toEqual([]);
});
