import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkOptions } from "../../src/commands/check-flags.ts";
import { changeOf, configName, pathArguments, snapshotOf } from "../../src/commands/check-subject.ts";
import { findRoot } from "../../src/host/repository.ts";
import { folderWith, repositoryWith } from "../support/program.ts";

const files = { "src/a.ts": "1", "src/b/c.ts": "2" };
const text = async (entry: { read(): Promise<Uint8Array> } | undefined) =>
  new TextDecoder().decode(await entry?.read());

describe("snapshotOf", () => {
  it("work tree, index and commit are three things", async () => {
    const repository = repositoryWith(files);
    repository.write("src/a.ts", "staged");
    repository.git("add", "--all");
    repository.write("src/a.ts", "written");
    const root = await findRoot(repository.path);
    expect(await text((await snapshotOf(root, { kind: "worktree" })).files.get("src/a.ts"))).toBe("written");
    expect(await text((await snapshotOf(root, { kind: "index" })).files.get("src/a.ts"))).toBe("staged");
    expect(await text((await snapshotOf(root, { kind: "tree", commit: "HEAD" })).files.get("src/a.ts"))).toBe("1");
  });

  it("no-git: a plain folder has a work tree and no index", async () => {
    const root = await findRoot(folderWith({ ".designrc.json": "{}", ...files }));
    expect([...(await snapshotOf(root, { kind: "worktree" })).files.keys()]).toContain("src/a.ts");
    await expect(snapshotOf(root, { kind: "index" })).rejects.toMatchObject({ name: "UserError" });
  });
});

it("config-name: the config of a root is named by its last part, whichever slash stands before it", () => {
  expect(["a.json", "x/y/a.json", "..\\x\\a.json"].map(configName)).toEqual(["a.json", "a.json", "a.json"]);
});

describe("changeOf", () => {
  it("everything: without --staged and --since nothing is narrowed", async () => {
    expect(await changeOf(await findRoot(repositoryWith(files).path), checkOptions([], {}, []))).toBeNull();
  });

  it("names what is touched, and reads the base as a tree", async () => {
    const repository = repositoryWith(files);
    repository.write("src/a.ts", "new");
    const root = await findRoot(repository.path);
    const change = await changeOf(root, checkOptions([], { since: "HEAD" }, []));
    expect(change?.touched).toEqual(["src/a.ts"]);
    expect(await text((await change?.base())?.files.get("src/a.ts"))).toBe("1");
  });
});

describe("pathArguments", () => {
  const ask = async (cwd: string, paths: readonly string[], flags = {}) => {
    const root = await findRoot(cwd);
    const snapshot = await snapshotOf(root, { kind: "worktree" });
    return pathArguments(checkOptions(paths, flags, []), cwd, { root, snapshot });
  };

  it("sub-folder: paths are relative to where the command stands, and come out relative to the root", async () => {
    const { path } = repositoryWith(files);
    expect(await ask(join(path, "src"), ["b", "./a.ts", join(path, "src/b/c.ts")])).toEqual([
      "src/b",
      "src/a.ts",
      "src/b/c.ts",
    ]);
    expect(await ask(path, ["."])).toEqual([""]);
  });

  it("no-match: a path that matches nothing, or lies outside, is a user error unless that is allowed", async () => {
    const { path } = repositoryWith(files);
    for (const wrong of ["src/x.ts", "..", "sr"])
      await expect(ask(path, [wrong])).rejects.toMatchObject({ code: "unmatched-path" });
    expect(await ask(path, ["src/x.ts", "src"], { errorOnUnmatchedPattern: false })).toEqual(["src/x.ts", "src"]);
  });

  it("command: a misspelt command is recognised", async () => {
    await expect(ask(repositoryWith(files).path, ["explian"])).rejects.toMatchObject({
      hint: "did you mean the command `explain`?",
    });
  });
});
