import { chmodSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { blobId } from "../../src/host/blob.ts";
import { findRoot } from "../../src/host/repository.ts";
import { worktreeSnapshot } from "../../src/host/worktree.ts";
import type { Snapshot } from "../../src/snapshot.ts";
import { commitAll, type TempFolder, tempFolder, tempRepository } from "../support/temp-git.ts";

const isRoot = process.getuid?.() === 0;

async function snapshot(folder: TempFolder, config?: string): Promise<Snapshot> {
  return worktreeSnapshot(await findRoot(folder.path, config));
}

/** Path → text of every file; the bytes have to fit the id, whatever it is made of. */
async function texts(of: Snapshot): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [path, entry] of of.files) found[path] = Buffer.from(await entry.read()).toString();
  return found;
}

describe("worktreeSnapshot", () => {
  it("states: clean, changed, staged, untracked and intended files are listed, deleted and ignored ones are not", async () => {
    const folder = tempRepository();
    for (const name of ["clean", "changed", "staged", "deleted", "removed", "kept"]) folder.write(name, `${name}\n`);
    folder.write(".gitignore", "ignored\n");
    commitAll(folder);
    folder.write("changed", "changed twice\n");
    folder.write("staged", "staged twice\n");
    folder.git("add", "staged");
    folder.remove("deleted");
    folder.git("rm", "--quiet", "removed");
    folder.git("rm", "--quiet", "--cached", "kept");
    folder.write("new/file", "new\n");
    folder.write("intended", "intended\n");
    folder.git("add", "--intent-to-add", "intended");
    folder.write("ignored", "ignored\n");
    const found = await snapshot(folder);
    expect(await texts(found)).toEqual({
      ".gitignore": "ignored\n",
      changed: "changed twice\n",
      clean: "clean\n",
      intended: "intended\n",
      kept: "kept\n",
      "new/file": "new\n",
      staged: "staged twice\n",
    });
    for (const [path, { id }] of found.files) expect(id).toBe(blobId(readFileSync(join(folder.path, path)), "sha1"));
    expect(found).toMatchObject({ root: folder.path, notices: [], onDisk: true });
  });

  it("odd-names: spaces, quotes, line feeds, tabs, globs and other scripts in names", async () => {
    const folder = tempRepository();
    const names = ["a b", 'quo"te', "line\nfeed", "tab\there", "*.ts", ":(top)x", "日本/語", "-dash", "back\\slash"];
    for (const name of names.slice(0, 5)) folder.write(name, name);
    commitAll(folder);
    for (const name of names.slice(5)) folder.write(name, name);
    folder.write("line\nfeed", "changed");
    expect(Object.keys(await texts(await snapshot(folder))).sort()).toEqual([...names].sort());
  });

  it("decomposed: a decomposed name is listed in NFC and can be read", async () => {
    const folder = tempRepository();
    folder.git("config", "core.precomposeunicode", "false");
    folder.write("u\u0308ber.ts", "1");
    commitAll(folder);
    folder.write("a\u0308.ts", "2");
    expect(await texts(await snapshot(folder))).toEqual({ "ä.ts": "2", "über.ts": "1" });
  });

  it("no-commit: before the first commit the files are there", async () => {
    const folder = tempRepository();
    folder.write("staged", "1");
    folder.git("add", "staged");
    folder.write("untracked", "2");
    expect(await texts(await snapshot(folder))).toEqual({ staged: "1", untracked: "2" });
  });

  it("config-folder: below a named config only its folder counts, with paths relative to it", async () => {
    const folder = tempRepository();
    folder.write("a/x/one", "1");
    folder.write("ab", "2");
    commitAll(folder);
    folder.write("a/x/two", "3");
    folder.write("a/x/one", "changed");
    folder.write("b", "4");
    expect(await texts(await snapshot(folder, "a/.designrc.json"))).toEqual({ "x/one": "changed", "x/two": "3" });
  });

  it("symlinks: links are not followed, and a notice names them", async () => {
    const folder = tempRepository();
    folder.write("real/file", "1");
    symlinkSync("real", join(folder.path, "tracked-link"));
    commitAll(folder);
    symlinkSync("/etc/passwd", join(folder.path, "passwd"));
    symlinkSync(tempFolder().path, join(folder.path, "out"));
    const found = await snapshot(folder);
    expect([...found.files.keys()]).toEqual(["real/file"]);
    expect(found.notices).toEqual([
      { code: "symlinks-skipped", message: expect.stringMatching(/tracked-link, out, passwd$/u) },
    ]);
  });

  it("replaced-folder: a tracked folder that became a symlink is not followed", async () => {
    const folder = tempRepository();
    folder.write("src/a.ts", "1");
    commitAll(folder);
    const outside = tempFolder();
    outside.write("a.ts", "outside");
    folder.remove("src");
    symlinkSync(outside.path, join(folder.path, "src"));
    expect([...(await snapshot(folder)).files.keys()]).toEqual([]);
  });

  it("submodules: submodules and nested repositories are left out with a notice", async () => {
    const inner = tempRepository();
    inner.write("inner", "1");
    commitAll(inner);
    const folder = tempRepository();
    folder.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.path, "sub");
    commitAll(folder);
    mkdirSync(join(folder.path, "nested"));
    folder.git("init", "--quiet", "nested");
    folder.write("nested/file", "1");
    const found = await snapshot(folder);
    expect([...found.files.keys()]).toEqual([".gitmodules"]);
    expect(found.notices).toEqual([{ code: "submodules-skipped", message: expect.stringMatching(/sub, nested\/$/u) }]);
  });

  it("unmerged: a file in conflict appears once, as it stands on disk", async () => {
    const folder = tempRepository();
    folder.write("a", "base\n");
    commitAll(folder);
    folder.git("checkout", "--quiet", "-b", "other");
    folder.write("a", "theirs\n");
    commitAll(folder);
    folder.git("checkout", "--quiet", "main");
    folder.write("a", "ours\n");
    commitAll(folder);
    expect(() => folder.git("merge", "other")).toThrow();
    expect((await texts(await snapshot(folder))).a).toContain("<<<<<<<");
  });

  it("hidden: assume-unchanged and skip-worktree hide nothing that stands on disk", async () => {
    const folder = tempRepository();
    for (const name of ["assumed", "skipped", "gone", "sparse"]) folder.write(name, "committed\n");
    commitAll(folder);
    folder.git("update-index", "--assume-unchanged", "assumed", "gone");
    folder.git("update-index", "--skip-worktree", "skipped", "sparse");
    folder.write("assumed", "hidden 1\n");
    folder.write("skipped", "hidden 2\n");
    folder.remove("gone");
    folder.remove("sparse");
    const found = await snapshot(folder);
    expect(await texts(found)).toEqual({ assumed: "hidden 1\n", skipped: "hidden 2\n", sparse: "committed\n" });
    expect(found.onDisk).toBe(false);
  });

  it("converted: where git changes line ends, ids speak of the bytes on disk", async () => {
    const folder = tempRepository();
    folder.write(".gitattributes", "*.txt text eol=crlf\n");
    folder.write("a.txt", "one\r\ntwo\r\n");
    folder.write("b.bin", "plain\n");
    commitAll(folder);
    const found = await snapshot(folder);
    const blob = folder.git("rev-parse", "HEAD:a.txt").trim();
    expect(found.files.get("a.txt")?.id).not.toBe(blob);
    expect(found.files.get("b.bin")?.id).toBe(folder.git("rev-parse", "HEAD:b.bin").trim());
    expect((await texts(found))["a.txt"]).toBe("one\r\ntwo\r\n");
  });

  it("sha256: ids are those of the repository", async () => {
    const folder = tempRepository("--object-format=sha256");
    folder.write("a", "1");
    commitAll(folder);
    folder.write("b", "1");
    const { files } = await snapshot(folder);
    expect(files.get("b")?.id).toBe(files.get("a")?.id);
    expect(files.get("a")?.id).toHaveLength(64);
  });

  it("linked-worktree: each worktree has its own files", async () => {
    const folder = tempRepository();
    folder.write("a", "1");
    commitAll(folder);
    const other = tempFolder();
    folder.git("worktree", "add", "--quiet", join(other.path, "w"));
    other.write("w/b", "2");
    const root = await findRoot(join(other.path, "w"));
    expect(await texts(await worktreeSnapshot(root))).toEqual({ a: "1", b: "2" });
  });

  it("executable: modes are git's", async () => {
    const folder = tempRepository();
    for (const name of ["tracked.sh", "new.sh"]) chmodSync(folder.write(name, "1"), 0o755);
    folder.git("add", "tracked.sh");
    const { files } = await snapshot(folder);
    expect([...files.values()].map(({ mode }) => mode)).toEqual(["100755", "100755"]);
  });

  it("no-write: looking does not change the index", async () => {
    const folder = tempRepository();
    folder.write("a", "1");
    commitAll(folder);
    const index = readFileSync(join(folder.path, ".git/index"));
    folder.write("a", "1");
    await snapshot(folder);
    expect(readFileSync(join(folder.path, ".git/index")).equals(index)).toBe(true);
  });

  it.skipIf(isRoot)("unreadable: reading a locked file is a user error (root reads everything)", async () => {
    const folder = tempRepository();
    chmodSync(folder.write("a", "1"), 0);
    const entry = (await snapshot(folder)).files.get("a");
    await expect(entry?.read()).rejects.toMatchObject({ code: "unreadable" });
  });

  it.skipIf(isRoot)("unreadable-folder: a folder that cannot be read is told (root reads everything)", async () => {
    const folder = tempRepository();
    folder.write("locked/a", "1");
    folder.write("b", "1");
    chmodSync(join(folder.path, "locked"), 0);
    const found = await snapshot(folder);
    chmodSync(join(folder.path, "locked"), 0o755);
    expect([...found.files.keys()]).toEqual(["b"]);
    expect(found.notices.map(({ code }) => code)).toEqual(["unreadable-folders"]);
  });

  it("outside-git: a plain folder is listed as one", async () => {
    const folder = tempFolder();
    folder.write("a", "1");
    expect(await texts(await snapshot(folder))).toEqual({ a: "1" });
  });
});
