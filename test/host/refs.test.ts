import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findCommit, inGit, mergeBase, resolveCommit } from "../../src/host/refs.ts";
import { findRoot, type Repository } from "../../src/host/repository.ts";
import { commitAll, type TempFolder, tempFolder, tempRepository } from "../support/temp-git.ts";

async function repositoryOf(folder: TempFolder, path = ""): Promise<Repository> {
  return inGit(await findRoot(join(folder.path, path)), "the test");
}

describe("inGit", () => {
  it("outside: outside git it is a user error that names what asked", async () => {
    const root = await findRoot(tempFolder().path);
    expect(() => inGit(root, "--staged")).toThrow(/^--staged needs a git repository/u);
  });

  it("no-git: where git cannot be started that is said, and not that there is no repository", () => {
    const notices = [{ code: "git-missing", message: "" }];
    expect(() => inGit({ folder: "/a", repository: null, notices }, "--staged")).toThrow(/^--staged needs git, which/u);
  });
});

describe("findCommit", () => {
  it("names: branches, tags and short ids lead to the full id, blobs and flags to none", async () => {
    const folder = tempRepository();
    folder.write("a", "1");
    commitAll(folder);
    folder.git("tag", "--annotate", "--message=1", "v1");
    const repository = await repositoryOf(folder);
    const id = folder.git("rev-parse", "HEAD").trim();
    for (const name of ["main", "v1", id.slice(0, 8), "HEAD"]) expect(await findCommit(repository, name)).toBe(id);
    for (const name of ["HEAD:a", "--help", "gone", "HEAD~1"]) expect(await findCommit(repository, name)).toBeNull();
  });

  it("no-commit: before the first commit HEAD is none, and there is no merge base", async () => {
    const folder = tempRepository();
    const repository = await repositoryOf(folder);
    expect(await findCommit(repository, "HEAD")).toBeNull();
    await expect(mergeBase(repository, "main")).rejects.toMatchObject({ name: "UserError" });
  });
});

describe("resolveCommit", () => {
  it("expression: no fetch brings what an expression leads to", async () => {
    const folder = tempRepository();
    commitAll(folder);
    folder.git("remote", "add", "origin", "https://example.invalid/a.git");
    const repository = await repositoryOf(folder);
    for (const name of ["HEAD~1", "main^2", "HEAD@{9}", "", "--all"]) {
      await expect(resolveCommit(repository, name)).rejects.toMatchObject({
        hint: "Name a commit that exists: `git log --oneline` lists them",
      });
    }
  });

  it("no-remote: without a remote there is nothing to fetch from", async () => {
    const folder = tempRepository();
    commitAll(folder);
    await expect(resolveCommit(await repositoryOf(folder), "nope")).rejects.toMatchObject({
      hint: expect.stringContaining("no remote to fetch it from"),
    });
  });

  it("fetch: the hint is the command that brings the ref", async () => {
    const folder = tempRepository();
    commitAll(folder);
    folder.git("remote", "add", "origin", "https://example.invalid/a.git");
    const repository = await repositoryOf(folder);
    await expect(resolveCommit(repository, "main2")).rejects.toMatchObject({ hint: "Run: git fetch origin main2" });
    await expect(resolveCommit(repository, "origin/x")).rejects.toMatchObject({
      hint: "Run: git fetch origin x:refs/remotes/origin/x",
    });
  });

  it("namesakes: a name that several refs have is an error where these lead to different commits", async () => {
    const folder = tempRepository();
    commitAll(folder);
    commitAll(folder, "two");
    folder.git("update-ref", "refs/remotes/origin/main", "HEAD");
    const repository = await repositoryOf(folder);
    const id = folder.git("rev-parse", "HEAD").trim();
    folder.git("tag", "origin/main");
    expect(await resolveCommit(repository, "origin/main")).toBe(id);
    folder.git("tag", "--force", "--annotate", "--message=x", "origin/main", "HEAD~1");
    folder.git("tag", "HEAD", "HEAD~1");
    for (const name of ["origin/main", "origin/main~0", "origin/main^0"])
      await expect(resolveCommit(repository, name)).rejects.toMatchObject({
        code: "ambiguous-ref",
        hint: "Name the one that is meant in full: refs/remotes/origin/main",
      });
    for (const name of ["refs/remotes/origin/main", "HEAD", id]) expect(await resolveCommit(repository, name)).toBe(id);
  });

  it("shallow: in a shallow clone the history may be what is missing", async () => {
    const origin = tempRepository();
    commitAll(origin);
    commitAll(origin);
    const clone = tempFolder();
    clone.git("clone", "--quiet", "--depth=1", `file://${origin.path}`, "c");
    const hint = expect.stringContaining("git fetch --unshallow");
    await expect(resolveCommit(await repositoryOf(clone, "c"), "HEAD~1")).rejects.toMatchObject({
      code: "unknown-ref",
      hint,
    });
  });
});

describe("mergeBase", () => {
  it("forked: the last common commit is the base", async () => {
    const folder = tempRepository();
    commitAll(folder);
    const base = folder.git("rev-parse", "HEAD").trim();
    folder.git("checkout", "--quiet", "-b", "topic");
    commitAll(folder, "on topic");
    folder.git("checkout", "--quiet", "main");
    commitAll(folder, "on main");
    expect(await mergeBase(await repositoryOf(folder), "topic")).toBe(base);
  });

  it("unrelated: histories without a common commit are a user error", async () => {
    const folder = tempRepository();
    commitAll(folder);
    folder.git("checkout", "--quiet", "--orphan", "other");
    commitAll(folder, "another root");
    await expect(mergeBase(await repositoryOf(folder), "main")).rejects.toMatchObject({ code: "no-merge-base" });
  });
});
