import { describe, expect, it } from "vitest";
import { findPolicyBase } from "../../src/host/policy-base.ts";
import { findRoot } from "../../src/host/repository.ts";
import { commitAll, type TempFolder, tempRepository } from "../support/temp-git.ts";

const commitOf = (folder: TempFolder, name: string) => folder.git("rev-parse", name).trim();

async function baseOf(folder: TempFolder, env: Record<string, string> = {}, ref: string | null = null, head = "HEAD") {
  const { repository } = await findRoot(folder.path);
  if (repository === null) throw new Error("no repository");
  return findPolicyBase(repository, { ref, head, env });
}

/** main with two commits, a branch from the first, and a remote whose main is the second. */
function project(): TempFolder {
  const folder = tempRepository();
  commitAll(folder, "one");
  folder.git("branch", "change");
  commitAll(folder, "two");
  folder.git("update-ref", "refs/remotes/origin/main", "main");
  folder.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
  folder.git("checkout", "-q", "change");
  commitAll(folder, "three");
  return folder;
}

describe("findPolicyBase", () => {
  it("takes the tip of the remote's default branch, and where HEAD left it", async () => {
    const folder = project();
    expect(await baseOf(folder)).toEqual({
      policy: commitOf(folder, "main"),
      mergeBase: commitOf(folder, "main~1"),
      notices: [],
    });
  });

  it("named-ref: a named ref wins, and one that is missing is an error with the fetch command", async () => {
    const folder = project();
    expect(await baseOf(folder, {}, "main~1")).toMatchObject({ policy: commitOf(folder, "main~1") });
    await expect(baseOf(folder, {}, "origin/gone")).rejects.toMatchObject({ code: "unknown-ref" });
  });

  it("pull-request: in CI the base of the pull request rules, and may not be missing", async () => {
    const folder = project();
    const policy = commitOf(folder, "main");
    expect(await baseOf(folder, { CI: "true", GITHUB_BASE_REF: "main" })).toMatchObject({ policy });
    expect(await baseOf(folder, { CI: "true", CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main" })).toMatchObject({ policy });
    await expect(baseOf(folder, { CI: "true", GITHUB_BASE_REF: "gone" })).rejects.toMatchObject({
      code: "unknown-ref",
    });
  });

  it("namesakes: a tag with the name of the branch is not taken for it", async () => {
    const folder = project();
    folder.git("tag", "origin/main", "change");
    const policy = commitOf(folder, "main");
    const pull = { CI: "true", GITHUB_BASE_REF: "main" };
    const push = { CI: "true", CI_DEFAULT_BRANCH: "main", CI_COMMIT_REF_NAME: "change" };
    for (const env of [pull, push, {}]) expect(await baseOf(folder, env)).toMatchObject({ policy });
    await expect(baseOf(folder, {}, "origin/main")).rejects.toMatchObject({ code: "ambiguous-ref" });
  });

  it("default-branch: on the default branch the commit before rules, elsewhere the remote's tip", async () => {
    const folder = project();
    const ci = { CI: "true", GITHUB_REF_NAME: "change", GITHUB_BASE_REF: "" };
    expect(await baseOf(folder, ci)).toMatchObject({ policy: commitOf(folder, "main") });
    folder.git("checkout", "-q", "main");
    const before = commitOf(folder, "main~1");
    expect(await baseOf(folder, { ...ci, GITHUB_REF_NAME: "main" })).toMatchObject({
      policy: before,
      mergeBase: before,
    });
    expect(await baseOf(folder, { CI: "true", CI_COMMIT_REF_NAME: "main", CI_DEFAULT_BRANCH: "main" })).toMatchObject({
      policy: before,
    });
  });

  it("first-commit: without a commit, and at the first one on the default branch, there is no base", async () => {
    const folder = tempRepository();
    expect(await baseOf(folder)).toBeNull();
    commitAll(folder);
    expect(await baseOf(folder, { CI: "true", CI_COMMIT_REF_NAME: "main", CI_DEFAULT_BRANCH: "main" })).toBeNull();
  });

  it("github-event: where the clone does not say it, the event of GitHub names the default branch", async () => {
    const folder = tempRepository();
    commitAll(folder, "one");
    commitAll(folder, "two");
    const event = (text: string) => folder.write("event.json", text);
    const env = {
      CI: "true",
      GITHUB_REF_NAME: "main",
      GITHUB_EVENT_PATH: event('{"repository":{"default_branch":"main"}}'),
    };
    expect(await baseOf(folder, env)).toMatchObject({ policy: folder.git("rev-parse", "main~1").trim() });
    for (const text of ["{", "null", "{}", '{"repository":{"default_branch":1}}']) {
      event(text);
      await expect(baseOf(folder, env)).rejects.toMatchObject({ code: "unknown-ref" });
    }
  });

  it("unknown-branch: CI that does not tell the protected branch is an error, never a skip", async () => {
    const folder = tempRepository();
    commitAll(folder);
    await expect(baseOf(folder, { CI: "true" })).rejects.toMatchObject({ code: "unknown-ref" });
  });

  it("head-rules: without a remote HEAD rules, and it is said", async () => {
    const folder = tempRepository();
    commitAll(folder);
    expect(await baseOf(folder)).toMatchObject({
      policy: commitOf(folder, "HEAD"),
      notices: [{ code: "policy-ref-head" }],
    });
  });
});
