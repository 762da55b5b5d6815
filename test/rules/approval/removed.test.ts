import { expect, it } from "vitest";
import { rule } from "../../../src/rules/approval/removed.ts";
import { checkFiles, team } from "../../support/approval-rules.ts";
import { designText, type Files, paths } from "../../support/approved-project.ts";
import { testPage } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

const { base, approve } = team();
const without = (path: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));

it("revocation: a revocation stays, whatever the document says by now", async () => {
  const revoked = approve(base[paths.design] ?? "", { decision: "revoke", reason: "it was wrong" });
  const edited = approve(designText.replace("one session", "two sessions"), { time: "2026-11-06T10:00:00Z" });
  const files = { ...base, [paths.design]: edited };
  expect(await checkFiles(rule, files, { base: { ...base, [paths.design]: revoked } })).toEqual([
    expect.stringContaining("The revocation of alice@example.com"),
  ]);
  expect(await checkFiles(rule, files, { base })).toEqual([]);
});

it("lagging: a branch that lags behind removes nothing", async () => {
  const tip = { ...base, [paths.design]: approve(base[paths.design] ?? "") };
  expect(await checkFiles(rule, base, { base: tip, mergeBase: base })).toEqual([]);
  expect(await checkFiles(rule, base, { base: tip, mergeBase: tip })).toHaveLength(1);
});

it("out-of-sight: a design that is moved out of sight counts as deleted", async () => {
  const moved = { ...without(paths.design, base), "docs/old/store.md": base[paths.design] ?? "" };
  expect(await checkFiles(rule, moved, { base })).toEqual([expect.stringContaining("while its source still stands")]);
  const both = without(paths.test, without(paths.source, without(paths.design, base)));
  expect(await checkFiles(rule, both, { base })).toEqual([]);
});
