import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writePath } from "../../src/host/write-path.ts";
import { tempFolder } from "../support/temp-git.ts";

describe("writePath", () => {
  it("standing: a file that stands, and one whose folders are yet to be made", async () => {
    const folder = tempFolder();
    folder.write("a/b", "1");
    expect(await writePath(folder.path, "a/b")).toEqual({
      path: "a/b",
      absolute: join(folder.path, "a/b"),
      exists: true,
    });
    const absolute = join(folder.path, "a/c/d");
    expect(await writePath(folder.path, "a/c/d")).toEqual({ path: "a/c/d", absolute, exists: false });
  });

  it("climbing: paths that are absolute, climb, are empty or lie in .git are refused", async () => {
    const folder = tempFolder();
    const bad = [
      "/etc/x",
      "../x",
      "a/../../x",
      "a/./b",
      "",
      "a//b",
      "a/",
      ".git/hooks/x",
      ".GIT/x",
      "a\\..\\b",
      "C:/x",
      "a\0b",
    ];
    for (const path of bad) await expect(writePath(folder.path, path)).rejects.toMatchObject({ code: "unsafe-path" });
  });

  it("symlinks: a link that leaves the root is refused, one inside it is gone through, a link itself is no file to write", async () => {
    const folder = tempFolder();
    folder.write("real/a", "1");
    symlinkSync(tempFolder().path, join(folder.path, "out"));
    symlinkSync("real", join(folder.path, "in"));
    symlinkSync("real/a", join(folder.path, "link"));
    symlinkSync("nowhere", join(folder.path, "dangling"));
    for (const path of ["out/a", "out/new/a", "link", "dangling"]) {
      await expect(writePath(folder.path, path)).rejects.toMatchObject({ code: "unsafe-path" });
    }
    expect((await writePath(folder.path, "in/a")).absolute).toBe(join(folder.path, "real/a"));
  });

  it("folder: a folder is no file to write", async () => {
    const folder = tempFolder();
    mkdirSync(join(folder.path, "a"));
    await expect(writePath(folder.path, "a")).rejects.toMatchObject({ code: "unsafe-path" });
  });

  it("decomposed: a name that is decomposed on disk is found", async () => {
    const folder = tempFolder();
    const absolute = folder.write("u\u0308/a\u0308.md", "1");
    expect(await writePath(folder.path, "ü/ä.md")).toEqual({ path: "ü/ä.md", absolute, exists: true });
  });
});
