import { expect, it } from "vitest";
import { openCourt } from "../../src/commands/approval-court.ts";
import { designText, paths } from "../support/approved-project.ts";
import { projectFolder, recordingIo } from "../support/command-io.ts";
import { commitAll, tempFolder, tempRepository } from "../support/temp-git.ts";

it("authors: who changed the content is an author, whoever only signed or merged is not", async () => {
  const folder = tempRepository();
  folder.write(paths.design, designText);
  commitAll(folder, "base");
  folder.git("branch", "base");
  folder.write(paths.design, designText.replace("one", "two"));
  folder.git(
    "-c",
    "user.name=x",
    "commit",
    "-qam",
    "edit\n\nCo-authored-by: Bob <bob@example.com>",
    "--author=Eve <eve@example.com>",
  );
  folder.write(paths.design, designText.replace("one", "two").replace("implemented", "planned"));
  folder.git("commit", "-qam", "sign", "--author=Alice <alice@example.com>");
  const { input } = await openCourt({ subject: { kind: "worktree" }, policyRef: "base" }, recordingIo(folder.path));
  expect([...(await input.authorsOf(paths.design))].sort()).toEqual([
    "ada@example.com",
    "bob@example.com",
    "eve@example.com",
  ]);
  expect([...(await input.authorsOf("docs/other.md"))]).toEqual([]);
});

it("no-base: without a commit, or outside git, there is no base, and it is said", async () => {
  for (const path of [projectFolder({ "a.md": "x" }), tempFolder().path]) {
    const court = await openCourt({ subject: { kind: "worktree" }, policyRef: null }, recordingIo(path));
    expect(court.input.base).toBeNull();
    expect(court.notices.map(({ code }) => code)).toContain("no-base");
  }
});

it("ref-outside-git: a policy ref that cannot be looked up is an error", async () => {
  const court = openCourt({ subject: { kind: "worktree" }, policyRef: "main" }, recordingIo(tempFolder().path));
  await expect(court).rejects.toMatchObject({ code: "no-repository" });
});
