import { expect, it } from "vitest";
import { team } from "../../support/approval-rules.ts";
import { configText, judgeFiles, paths } from "../../support/approved-project.ts";

const { base, approve } = team();

it("settled: entries that the base holds are told from new ones", async () => {
  const twice = { ...base, [paths.design]: approve(base[paths.design] ?? "") };
  const { standings } = await judgeFiles(twice, { base });
  const design = standings.find(({ subject }) => subject.document.path === paths.design);
  expect(design?.entries.map(({ isSettled }) => isSettled)).toEqual([true, false]);
});

it("authors: the authors of every file that an approval is about are asked for, and only where the gate says so", async () => {
  const gates = { architecture: { role: "reviewer" }, design: { role: "reviewer", notAuthor: true } };
  const files = { ...base, [paths.config]: configText(["alice", "bob"], { gates }) };
  const { standings } = await judgeFiles(files, { authors: ["alice@example.com"] });
  expect(standings.map(({ state }) => state.state)).toEqual(["valid", "untrusted"]);
});

it("no-upstream: what stands under something that cannot be pinned has no approval", async () => {
  const context = (base[paths.context] ?? "").replace("## Components", "## Members");
  const { standings } = await judgeFiles({ ...base, [paths.context]: context });
  expect(standings[1]?.state).toMatchObject({ state: "missing", reason: expect.stringContaining("has no digest") });
});
