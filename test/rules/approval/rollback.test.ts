import { expect, it } from "vitest";
import { rule } from "../../../src/rules/approval/rollback.ts";
import { checkFiles, team } from "../../support/approval-rules.ts";
import { configText, paths } from "../../support/approved-project.ts";
import { testPage } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

it("threshold: as many people as the gate asks for approve it anew", async () => {
  const { base, approve, key } = team();
  const gates = { design: { role: "reviewer", threshold: 2 } };
  const config = { [paths.config]: configText(["alice", "bob"], { gates }) };
  const bob = { key: key("bob"), signer: "bob@example.com" };
  const old = approve(base[paths.design] ?? "", { ...bob, time: "2026-11-01T10:00:00Z" });
  const text = old.replace("one session", "two sessions");
  const tip = { ...base, ...config, [paths.design]: approve(approve(text), { ...bob, time: "2026-11-05T10:00:00Z" }) };
  const back = (tip[paths.design] ?? "").replace("two sessions", "one session");
  const rolled = (design: string) => checkFiles(rule, { ...tip, [paths.design]: design }, { base: tip });
  expect(await rolled(back)).toEqual([expect.stringContaining(`error ${paths.design} `)]);
  const one = approve(back, { time: "2026-11-06T10:00:00Z" });
  expect(await rolled(one)).toHaveLength(1);
  expect(await rolled(approve(one, { ...bob, time: "2026-11-06T10:00:00Z" }))).toEqual([]);
});
