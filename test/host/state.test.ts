import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findRoot, type Repository } from "../../src/host/repository.ts";
import { listIndex, listStatus } from "../../src/host/state.ts";
import { commitAll, type TempFolder, tempRepository } from "../support/temp-git.ts";

async function repositoryOf(folder: TempFolder, config?: string): Promise<Repository> {
  const { repository } = await findRoot(folder.path, config);
  if (repository === null) throw new Error("no repository");
  return repository;
}

describe("listIndex", () => {
  it("flags: files that git was told not to look at are marked", async () => {
    const folder = tempRepository();
    for (const name of ["a", "b", "c"]) folder.write(name, name);
    commitAll(folder);
    folder.git("update-index", "--assume-unchanged", "b");
    folder.git("update-index", "--skip-worktree", "c");
    expect((await listIndex(await repositoryOf(folder))).map(({ flag, path }) => flag + path)).toEqual([
      "Ha",
      "hb",
      "Sc",
    ]);
  });

  it("scope: only the folder of the root is listed, its name taken literally", async () => {
    const folder = tempRepository();
    for (const name of ["a*/x", "ab/y", "z"]) folder.write(name, "1");
    folder.git("add", "--all");
    folder.write("a*/new", "1");
    folder.write("ab/new", "1");
    const repository = await repositoryOf(folder, "a*/.designrc.json");
    expect((await listIndex(repository)).map(({ path }) => path)).toEqual(["a*/x"]);
    expect((await listStatus(repository)).records.map(({ path }) => path)).toEqual(["a*/x", "a*/new"]);
  });
});

describe("listStatus", () => {
  it("settings: a person's own settings do not change the answer", async () => {
    const folder = tempRepository();
    folder.git("config", "status.showUntrackedFiles", "no");
    folder.git("config", "status.branch", "false");
    folder.git("config", "status.relativePaths", "true");
    folder.write("a/b", "1");
    expect((await listStatus(await repositoryOf(folder))).records).toEqual([
      { worktree: "?", mode: "", id: "", path: "a/b" },
    ]);
  });

  it("clean: a clean tree differs in nothing", async () => {
    const folder = tempRepository();
    folder.write("a", "1");
    commitAll(folder);
    expect((await listStatus(await repositoryOf(folder))).records).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)(
    "unreadable: folders that git cannot look into are told (root looks everywhere)",
    async () => {
      const folder = tempRepository();
      folder.write("locked in/a", "1");
      chmodSync(join(folder.path, "locked in"), 0);
      expect((await listStatus(await repositoryOf(folder))).unreadable).toEqual(["locked in"]);
      chmodSync(join(folder.path, "locked in"), 0o755);
    },
  );
});
