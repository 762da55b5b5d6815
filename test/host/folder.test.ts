import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderSnapshot } from "../../src/host/folder.ts";
import type { Snapshot } from "../../src/snapshot.ts";
import { type TempFolder, tempFolder } from "../support/temp-git.ts";

const isRoot = process.getuid?.() === 0;

const snapshot = (folder: TempFolder): Promise<Snapshot> =>
  folderSnapshot({ folder: folder.path, repository: null, notices: [] });

async function paths(folder: TempFolder): Promise<string[]> {
  return [...(await snapshot(folder)).files.keys()];
}

describe("folderSnapshot", () => {
  it("everything: all files are listed, dot files too, and can be read", async () => {
    const folder = tempFolder();
    folder.write("src/a b.ts", "1");
    folder.write(".github/x", "2");
    folder.write("[x]{y}*.ts", "3");
    const { files, onDisk } = await snapshot(folder);
    expect([...files.keys()]).toEqual([".github/x", "[x]{y}*.ts", "src/a b.ts"]);
    expect(Buffer.from((await files.get("src/a b.ts")?.read()) ?? []).toString()).toBe("1");
    expect(onDisk).toBe(true);
  });

  it("modules: node_modules and .git are left out at every depth", async () => {
    const folder = tempFolder();
    for (const name of ["node_modules/a.ts", "x/node_modules/b/a.ts", "x/.git/config", "x/node_modules.ts"])
      folder.write(name, "1");
    expect(await paths(folder)).toEqual(["x/node_modules.ts"]);
  });

  it("gitignore: nested ignore files hold below their folder, the innermost decides", async () => {
    const folder = tempFolder();
    folder.write(".gitignore", "*.log\n/dist/\nbuild\n!keep.log\n");
    folder.write("a/.gitignore", "!special.log\nlocal\n");
    const kept = ["keep.log", "a/special.log", "a/dist/x", "local"];
    const left = ["x.log", "dist/x", "a/y.log", "b/build/deep/x", "a/local", "special.log"];
    for (const name of [...kept, ...left]) folder.write(name, "1");
    const listed = (await paths(folder)).filter((path) => !path.endsWith(".gitignore"));
    expect(listed).toEqual([...kept].sort());
  });

  it("same-as-git: the files are those that git would list", async () => {
    const folder = tempFolder();
    folder.write(".gitignore", "# note\n\na/**/b\n*.tmp\n!/x.tmp\nfoo/*\n!foo/bar\nsp\\ ace\n\\#hash\ntrailing   \n");
    for (const name of [
      "a/b",
      "a/c/b",
      "a/c/d",
      "y.tmp",
      "x.tmp",
      "foo/bar",
      "foo/baz",
      "sp ace",
      "#hash",
      "trailing",
      "z/a/b",
    ]) {
      folder.write(name, "1");
    }
    const listed = await paths(folder);
    folder.git("init", "--quiet");
    const expected = folder.git("ls-files", "-z", "--others", "--exclude-standard").split("\0").filter(Boolean);
    expect(listed).toEqual(expected.sort());
  });

  it("symlinks: links to files and folders are left out with a notice", async () => {
    const folder = tempFolder();
    folder.write("real/a", "1");
    symlinkSync("real", join(folder.path, "folder-link"));
    symlinkSync("real/a", join(folder.path, "file-link"));
    symlinkSync(".", join(folder.path, "real/loop"));
    const { files, notices } = await snapshot(folder);
    expect([...files.keys()]).toEqual(["real/a"]);
    expect(notices.map(({ code }) => code)).toEqual(["symlinks-skipped"]);
  });

  it("decomposed: a decomposed name is listed in NFC and can be read", async () => {
    const folder = tempFolder();
    folder.write("u\u0308/a\u0308.ts", "1");
    const { files } = await snapshot(folder);
    expect([...files.keys()]).toEqual(["ü/ä.ts"]);
    expect(Buffer.from((await files.get("ü/ä.ts")?.read()) ?? []).toString()).toBe("1");
  });

  it.skipIf(isRoot)(
    "unreadable-folder: a folder that cannot be read is told, the rest is listed (root reads everything)",
    async () => {
      const folder = tempFolder();
      folder.write("locked/a", "1");
      folder.write("b", "1");
      chmodSync(join(folder.path, "locked"), 0);
      const { files, notices } = await snapshot(folder);
      chmodSync(join(folder.path, "locked"), 0o755);
      expect([...files.keys()]).toEqual(["b"]);
      expect(notices).toEqual([{ code: "unreadable-folders", message: expect.stringMatching(/: locked$/u) }]);
    },
  );
});
