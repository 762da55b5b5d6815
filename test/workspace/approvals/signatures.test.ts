import { expect, it } from "vitest";
import { team } from "../../support/approval-rules.ts";
import { type Files, paths, projectId, rulesOf } from "../../support/approved-project.ts";

const { base } = team();
const off = (more: Record<string, unknown> = {}): Files => ({
  ...base,
  [paths.config]: JSON.stringify({ version: 1, ...more }),
});
const other = { project: "urn:uuid:00000000-4f7e-4b8a-9d8c-7f1b9a3b2c11" };

it("proves: a right signature of the project is no finding", async () => {
  expect(await rulesOf(off({ project: projectId }))).toEqual([]);
  expect(await rulesOf(off(other))).toEqual(["invalid"]);
});

it("project: the project of the base counts before that of the change", async () => {
  expect(await rulesOf(off(other), { base: off({ project: projectId }) })).toEqual([]);
  expect(await rulesOf(off({ project: projectId }), { base: off(other) })).toEqual(["invalid"]);
});

it("exempt: exempt documents are not judged", async () => {
  const exempt = [{ files: ["docs/**"], reason: "written elsewhere" }];
  expect(await rulesOf(off({ ...other, exempt }))).toEqual([]);
});
