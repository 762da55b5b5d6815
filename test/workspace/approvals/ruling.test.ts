import { beforeAll, expect, it } from "vitest";
import {
  approvedProject,
  configText,
  type Files,
  judgeFiles,
  paths,
  people,
  projectId,
} from "../../support/approved-project.ts";

let base: Files = {};
beforeAll(() => {
  base = approvedProject(people(["alice", "bob"]));
});

it("not-in-force: where the base has no approvals the change's own policy judges, and it is said", async () => {
  const bare = { ...base, [paths.config]: '{ "version": 1 }' };
  expect(await judgeFiles(base, { base: bare })).toMatchObject({
    policy: { project: projectId },
    notices: [{ code: "policy-not-merged" }],
  });
  expect(await judgeFiles(bare, { base: bare })).toMatchObject({ policy: null, notices: [] });
});

it("no-signers: a missing signers file, of base or change, is an error and never a pass", async () => {
  const gone = Object.fromEntries(Object.entries(base).filter(([path]) => path !== paths.signers));
  await expect(judgeFiles(gone)).rejects.toMatchObject({ code: "signers-missing" });
  await expect(judgeFiles(gone, { base })).rejects.toMatchObject({ code: "signers-missing" });
  await expect(judgeFiles(base, { base: gone })).rejects.toMatchObject({ code: "signers-missing" });
});

it("bad-signers: a line that cannot be read is an error with its place", async () => {
  const files = { ...base, [paths.signers]: `${base[paths.signers]}mallory\n` };
  const error = await judgeFiles(files).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: "signers-invalid", place: { path: paths.signers } });
});

it("no-project: gates without a project are an error", async () => {
  const { project: _, ...config } = JSON.parse(configText(["alice", "bob"]));
  await expect(judgeFiles({ ...base, [paths.config]: JSON.stringify(config) })).rejects.toMatchObject({
    code: "config-invalid",
  });
});
