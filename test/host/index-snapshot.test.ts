import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { indexSnapshot, treeSnapshot } from "../../src/host/index-snapshot.ts";
import { findRoot } from "../../src/host/repository.ts";
import type { Snapshot } from "../../src/snapshot.ts";
import { commitAll, tempFolder, tempRepository } from "../support/temp-git.ts";

afterEach(() => vi.unstubAllEnvs());

async function texts(of: Snapshot): Promise<Record<string, string>> {
  const read = [...of.files].map(async ([path, entry]) => [path, Buffer.from(await entry.read()).toString()]);
  return Object.fromEntries(await Promise.all(read));
}

describe("indexSnapshot", () => {
  it("staged: the index is judged, not the disk", async () => {
    const folder = tempRepository();
    for (const name of ["moved", "deleted", "changed"]) folder.write(name, `${name}\n`);
    commitAll(folder);
    folder.git("mv", "moved", "to here");
    folder.git("rm", "--quiet", "deleted");
    folder.write("changed", "staged\n");
    folder.git("add", "changed");
    folder.write("changed", "on disk\n");
    folder.write("untracked", "1");
    expect(await texts(await indexSnapshot(await findRoot(folder.path)))).toEqual({
      changed: "staged\n",
      "to here": "moved\n",
    });
  });

  it("intended: a file that was added by intent only is in no commit, an empty one is", async () => {
    const folder = tempRepository();
    folder.write("intended", "1");
    folder.write("empty", "");
    folder.git("add", "--intent-to-add", "intended");
    folder.git("add", "empty");
    expect(await texts(await indexSnapshot(await findRoot(folder.path)))).toEqual({ empty: "" });
    // Neither where it has gone from the disk.
    folder.remove("intended");
    expect(await texts(await indexSnapshot(await findRoot(folder.path)))).toEqual({ empty: "" });
  });

  it("hook-index: the index that a hook hands down is judged", async () => {
    const folder = tempRepository();
    folder.write("a", "committed\n");
    commitAll(folder);
    folder.write("a", "for the commit\n");
    vi.stubEnv("GIT_INDEX_FILE", ".git/next-index.lock");
    folder.git("update-index", "--add", "--cacheinfo", `100644,${folder.git("hash-object", "-w", "a").trim()},a`);
    const { execFileSync } = await import("node:child_process");
    execFileSync("git", ["add", "a"], { cwd: folder.path });
    folder.git("update-index", "--force-remove", "a");
    expect(await texts(await indexSnapshot(await findRoot(folder.path)))).toEqual({ a: "for the commit\n" });
    vi.stubEnv("GIT_INDEX_FILE", "");
    expect(await texts(await indexSnapshot(await findRoot(folder.path)))).toEqual({});
  });

  it("unmerged: files in conflict are left out with a notice", async () => {
    const folder = tempRepository();
    folder.write("a", "1\n");
    commitAll(folder);
    const id = folder.git("rev-parse", "HEAD:a").trim();
    const stages = [1, 2, 3].map((stage) => `100644 ${id} ${stage}\tboth`).join("\n");
    const { execFileSync } = await import("node:child_process");
    execFileSync("git", ["update-index", "--index-info"], { cwd: folder.path, input: `${stages}\n` });
    const found = await indexSnapshot(await findRoot(folder.path));
    expect([...found.files.keys()]).toEqual(["a"]);
    expect(found.notices).toEqual([{ code: "unmerged", message: expect.stringMatching(/: both$/u) }]);
  });

  it("config-folder: below a named config only its folder counts", async () => {
    const folder = tempRepository();
    folder.write("a/one", "1");
    folder.write("two", "2");
    commitAll(folder);
    const root = await findRoot(folder.path, "a/.designrc.json");
    expect(await texts(await indexSnapshot(root))).toEqual({ one: "1" });
    expect(await texts(await treeSnapshot(root, "HEAD"))).toEqual({ one: "1" });
  });

  it("no-repository: outside git it is a user error", async () => {
    const root = await findRoot(tempFolder().path);
    await expect(indexSnapshot(root)).rejects.toMatchObject({ code: "no-repository" });
    await expect(treeSnapshot(root, "HEAD")).rejects.toMatchObject({ code: "no-repository" });
  });
});

describe("treeSnapshot", () => {
  it("commit: a commit's files are read from objects, whatever stands on disk", async () => {
    const folder = tempRepository();
    folder.write("a b/ü", "old\n");
    symlinkSync("a b", join(folder.path, "link"));
    commitAll(folder);
    folder.write("a b/ü", "new\n");
    commitAll(folder);
    const found = await treeSnapshot(await findRoot(folder.path), "HEAD~1");
    expect(await texts(found)).toEqual({ "a b/ü": "old\n" });
    expect(found.notices.map(({ code }) => code)).toEqual(["symlinks-skipped"]);
  });

  it("unknown-commit: a name that git does not know, or that looks like a flag, is a user error with the fetch command", async () => {
    const folder = tempRepository();
    commitAll(folder);
    folder.git("remote", "add", "origin", "https://example.invalid/a.git");
    const root = await findRoot(folder.path);
    for (const [name, help] of [
      ["nothing", "git fetch origin nothing"],
      ["--all", "git log"],
      ["", "git log"],
    ] as const) {
      const hint = expect.stringContaining(help);
      await expect(treeSnapshot(root, name)).rejects.toMatchObject({ code: "unknown-ref", hint });
    }
  });
});
