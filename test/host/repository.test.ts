import { chownSync, mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { findRoot } from "../../src/host/repository.ts";
import { commitAll, tempFolder, tempRepository } from "../support/temp-git.ts";

afterEach(() => vi.unstubAllEnvs());

const isRoot = process.getuid?.() === 0;

describe("findRoot", () => {
  it("top: from any folder of a repository its top is the root", async () => {
    const folder = tempRepository();
    mkdirSync(join(folder.path, "a/b"), { recursive: true });
    const root = await findRoot(join(folder.path, "a/b"));
    expect(root).toMatchObject({ folder: folder.path, repository: { prefix: "", format: "sha1" }, notices: [] });
  });

  it("config-folder: the folder of a named config is the root, inside a bigger repository too", async () => {
    const folder = tempRepository();
    folder.write("packages/a/.designrc.json", "{}");
    const root = await findRoot(folder.path, "packages/a/.designrc.json");
    expect(root.folder).toBe(join(folder.path, "packages/a"));
    expect(root.repository).toMatchObject({ prefix: "packages/a/", place: { folder: folder.path } });
  });

  it("plain: outside git the nearest folder with a config, else the current one", async () => {
    const folder = tempFolder();
    mkdirSync(join(folder.path, "a/b"), { recursive: true });
    expect(await findRoot(join(folder.path, "a/b"))).toEqual({
      folder: join(folder.path, "a/b"),
      repository: null,
      notices: [],
    });
    folder.write("a/.designrc.json", "{}");
    expect((await findRoot(join(folder.path, "a/b"))).folder).toBe(join(folder.path, "a"));
    expect((await findRoot(folder.path, "a/b/other.json")).folder).toBe(join(folder.path, "a/b"));
  });

  it("bare: a repository without a work tree is a user error, and so is its inside", async () => {
    const bare = tempFolder();
    bare.git("init", "--bare", "--quiet");
    await expect(findRoot(bare.path)).rejects.toMatchObject({
      code: "bare-repository",
      hint: expect.stringContaining("git"),
    });
    const folder = tempRepository();
    await expect(findRoot(join(folder.path, ".git"))).rejects.toMatchObject({ code: "bare-repository" });
  });

  it("no-git: without git the folder is judged as it is, with a notice", async () => {
    const folder = tempRepository();
    vi.stubEnv("PATH", folder.path);
    const root = await findRoot(folder.path);
    expect(root).toMatchObject({ folder: folder.path, repository: null });
    expect(root.notices.map(({ code }) => code)).toEqual(["git-missing"]);
  });

  it("broken: a repository that git cannot read is a user error with git's reason", async () => {
    const folder = tempFolder();
    folder.write(".git", "gitdir: /nowhere/at/all\n");
    await expect(findRoot(folder.path)).rejects.toMatchObject({
      code: "git-failed",
      message: expect.stringContaining("/nowhere"),
    });
  });

  it.skipIf(!isRoot)(
    "untrusted: somebody else's repository is a user error with the command that trusts it (needs root for chown)",
    async () => {
      const folder = tempRepository();
      chownSync(folder.path, 12345, 12345);
      await expect(findRoot(folder.path)).rejects.toMatchObject({
        code: "git-untrusted",
        hint: `Run: git config --global --add safe.directory ${folder.path}`,
      });
    },
  );

  it("no-folder: a folder that does not exist is a user error", async () => {
    await expect(findRoot("/nowhere/at/all")).rejects.toMatchObject({ code: "no-such-folder" });
  });

  it("linked-worktree: a worktree is a root of its own", async () => {
    const folder = tempRepository();
    commitAll(folder);
    const other = join(tempFolder().path, "other");
    folder.git("worktree", "add", "--quiet", other);
    const root = await findRoot(other);
    expect(root.folder).toBe(other);
    expect(root.repository?.attributes).toBe(join(folder.path, ".git/info/attributes"));
  });

  it("symlinked-folder: a folder reached through a symlink is the same root", async () => {
    const folder = tempRepository();
    const link = join(tempFolder().path, "link");
    symlinkSync(folder.path, link);
    expect((await findRoot(link)).folder).toBe(realpathSync(folder.path));
  });

  it("hook-below-top: in a hook that handed GIT_DIR down, a folder below the top has the same root", async () => {
    const folder = tempRepository();
    mkdirSync(join(folder.path, "a"));
    for (const gitDir of [".git", join(folder.path, ".git")]) {
      vi.stubEnv("GIT_DIR", gitDir);
      expect((await findRoot(join(folder.path, "a"))).folder).toBe(folder.path);
      expect((await findRoot(folder.path)).folder).toBe(folder.path);
    }
  });

  it("git-dir: a GIT_DIR that names another repository is obeyed", async () => {
    const other = tempRepository();
    const folder = tempRepository();
    vi.stubEnv("GIT_DIR", join(other.path, ".git"));
    vi.stubEnv("GIT_WORK_TREE", folder.path);
    const root = await findRoot(folder.path);
    expect(root.repository?.place.env).toMatchObject({ GIT_DIR: join(other.path, ".git") });
  });

  it("sha256: the object format of the repository is known", async () => {
    const folder = tempRepository("--object-format=sha256");
    expect((await findRoot(folder.path)).repository?.format).toBe("sha256");
  });
});
