import { expect, it } from "vitest";
import { approvalFindings } from "../../src/rules/approval-findings.ts";
import { diagnosticsOf, team } from "../support/approval-rules.ts";
import { designText, paths } from "../support/approved-project.ts";
import { greeting } from "../support/greeting.ts";
import { workspaceOf } from "../support/workspace.ts";

const { base } = team();

it("not-asked: where approvals were not judged there is nothing", async () => {
  expect([...approvalFindings(await workspaceOf(greeting()), "approval/missing")]).toEqual([]);
});

it("component: findings on designs and sources name their component", async () => {
  const found = await diagnosticsOf({ ...base, [paths.design]: designText });
  expect(found.map(({ rule, component }) => [rule, component])).toEqual([
    ["approval/missing", "sessions/store"],
    ["approval/code-ahead", "sessions/store"],
  ]);
});

it("by-people: no fix is made by the tool", async () => {
  const found = await diagnosticsOf({ ...base, [paths.design]: designText });
  expect(new Set(found.map(({ fix }) => fix?.by))).toEqual(new Set(["human"]));
});
