import { expect, it } from "vitest";
import { openCourt } from "../../src/commands/approval-court.ts";
import { configText, paths } from "../support/approved-project.ts";
import { projectFolder, recordingIo } from "../support/command-io.ts";
import { tempFolder } from "../support/temp-git.ts";

it("no-base: where approvals are asked for and there is no commit, or no git, there is no base, and it is said", async () => {
  const files = { [paths.config]: configText(["alice", "bob"]) };
  const plain = tempFolder();
  plain.write(paths.config, files[paths.config]);
  for (const path of [projectFolder(files), plain.path]) {
    const court = await openCourt({ subject: { kind: "worktree" }, policyRef: null }, recordingIo(path));
    expect(court.input.base).toBeNull();
    expect(court.notices.map(({ code }) => code)).toContain("no-base");
  }
});

it("ref-outside-git: a policy ref that cannot be looked up is an error", async () => {
  const court = openCourt({ subject: { kind: "worktree" }, policyRef: "main" }, recordingIo(tempFolder().path));
  await expect(court).rejects.toMatchObject({ code: "no-repository" });
});
