import { execFileSync } from "node:child_process";
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

it("config: a config of another name makes its folder the root, and is the one that is asked for on the base", async () => {
  const folder = projectFolder({ "a/lint.json": configText(["alice", "bob"]) });
  execFileSync("git", ["add", "--all"], { cwd: folder });
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "x"], { cwd: folder });
  const request = { subject: { kind: "worktree" }, policyRef: "HEAD", config: "a/lint.json" } as const;
  const { root, input } = await openCourt(request, recordingIo(folder));
  expect(root.folder.endsWith("/a")).toBe(true);
  expect(input.config.approvals?.people).toHaveProperty("alice");
  expect(input.configFile).toBe("lint.json");
  expect(input.base?.policy.files.has("lint.json")).toBe(true);
});
