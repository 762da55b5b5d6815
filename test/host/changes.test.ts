import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { baseTips } from "../../src/host/base-config.ts";
import { changes } from "../../src/host/changes.ts";
import { indexComparison } from "../../src/host/index-changes.ts";
import { findRoot } from "../../src/host/repository.ts";
import { commitAll, type TempFolder, tempFolder, tempRepository } from "../support/temp-git.ts";

const head = (folder: TempFolder, name = "HEAD") => folder.git("rev-parse", name).trim();

describe("changes", () => {
  it("staged: old and new paths of what is staged, nothing that is not", async () => {
    const folder = tempRepository();
    for (const name of ["moved", "deleted", "changed", "same"]) folder.write(name, `${name}\nline\n`);
    commitAll(folder);
    folder.git("mv", "moved", "new name");
    folder.git("rm", "--quiet", "deleted");
    folder.write("changed", "1");
    folder.write("ü", "1");
    folder.git("add", "changed", "ü");
    folder.write("same", "not staged");
    folder.write("untracked", "1");
    expect(await changes(await findRoot(folder.path), { staged: true })).toEqual({
      touched: ["changed", "deleted", "moved", "new name", "ü"],
      base: head(folder),
    });
  });

  it("no-commit: before the first commit everything staged is touched, without a base", async () => {
    const folder = tempRepository();
    folder.write("a", "1");
    folder.git("add", "a");
    folder.write("b", "1");
    expect(await changes(await findRoot(folder.path), { staged: true })).toEqual({ touched: ["a"], base: null });
  });

  it("known: what the run asks anyway gives the same answer, and where it tells too little git is asked", async () => {
    const folder = tempRepository();
    for (const name of ["a/moved", "a/deleted", "a/same", "b"]) folder.write(name, `${name}\nline\n`);
    const agree = async (wanted: readonly string[], configFile?: string) => {
      const root = await findRoot(folder.path, configFile);
      const { repository } = root;
      if (repository === null) throw new Error("no repository");
      const known = { tips: baseTips(repository, ".designrc.json"), compare: indexComparison(repository) };
      const found = await changes(root, { staged: true, known });
      expect(found).toEqual(await changes(root, { staged: true }));
      expect(found.touched).toEqual(wanted);
    };
    folder.git("add", "--all");
    await agree(["a/deleted", "a/moved", "a/same", "b"]);
    commitAll(folder);
    await agree([]);
    folder.git("mv", "a/moved", "a/new");
    folder.git("rm", "--quiet", "a/deleted");
    folder.write("b", "1");
    folder.git("add", "b");
    await agree(["a/deleted", "a/moved", "a/new", "b"]);
    await agree(["deleted", "moved", "new"], "a/.designrc.json");
    folder.write("ü", "1");
    folder.git("add", "ü");
    await agree(["a/deleted", "a/moved", "a/new", "b", "ü"]);
  });

  it("since: from the merge base to the disk, untracked files included", async () => {
    const folder = tempRepository();
    for (const name of ["a", "b", "c", "d"]) folder.write(name, name);
    commitAll(folder);
    const base = head(folder);
    folder.git("checkout", "--quiet", "-b", "topic");
    folder.write("a", "committed");
    commitAll(folder);
    folder.git("checkout", "--quiet", "main");
    folder.write("d", "on main only");
    commitAll(folder);
    folder.git("checkout", "--quiet", "topic");
    folder.write("b", "on disk");
    folder.remove("c");
    folder.write("new", "1");
    expect(await changes(await findRoot(folder.path), { since: "main" })).toEqual({
      touched: ["a", "b", "c", "new"],
      base,
    });
  });

  it("tree: what a commit changed, whatever lies on disk", async () => {
    const folder = tempRepository();
    for (const name of ["a/one", "b"]) folder.write(name, name);
    commitAll(folder);
    const base = head(folder);
    folder.write("a/one", "2");
    folder.git("mv", "b", "a/two");
    commitAll(folder);
    folder.write("b", "untracked");
    folder.write("a/one", "3");
    folder.git("add", "a/one");
    const root = await findRoot(folder.path);
    expect(await changes(root, { since: base, tree: "HEAD" })).toEqual({ touched: ["a/one", "a/two", "b"], base });
    expect((await changes(root, { since: base, tree: base })).touched).toEqual([]);
    const below = await findRoot(folder.path, "a/.designrc.json");
    expect((await changes(below, { since: base, tree: "HEAD" })).touched).toEqual(["one", "two"]);
  });

  it("touched-only: a file whose times changed but not its bytes is not touched", async () => {
    const folder = tempRepository();
    folder.write("a", "1");
    commitAll(folder);
    execFileSync("touch", ["-d", "2001-01-01", join(folder.path, "a")]);
    expect((await changes(await findRoot(folder.path), { since: "HEAD" })).touched).toEqual([]);
  });

  it("config-folder: paths are relative to the root, and others are left out", async () => {
    const folder = tempRepository();
    folder.write("a/one", "1");
    folder.write("two", "1");
    folder.git("add", "--all");
    const root = await findRoot(folder.path, "a/.designrc.json");
    expect((await changes(root, { staged: true })).touched).toEqual(["one"]);
  });

  it("shallow: a clone without the merge base is a user error with the fetch command", async () => {
    const origin = tempRepository();
    origin.write("a", "1");
    commitAll(origin);
    origin.git("checkout", "--quiet", "-b", "topic");
    commitAll(origin);
    commitAll(origin);
    const clone = tempFolder();
    clone.git("clone", "--quiet", "--depth=1", "--no-single-branch", `file://${origin.path}`, "c");
    const root = await findRoot(join(clone.path, "c"));
    const hint = "Run: git fetch --unshallow";
    await expect(changes(root, { since: "origin/main" })).rejects.toMatchObject({ code: "no-merge-base", hint });
  });

  it("unknown-ref: a ref that is not here is a user error with the fetch command", async () => {
    const folder = tempRepository();
    commitAll(folder);
    folder.git("remote", "add", "origin", "https://example.invalid/a.git");
    const hint = "Run: git fetch origin main:refs/remotes/origin/main";
    await expect(changes(await findRoot(folder.path), { since: "origin/main" })).rejects.toMatchObject({
      code: "unknown-ref",
      hint,
    });
  });
});
