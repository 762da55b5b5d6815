import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { indexChanges, indexComparison, isPlainName } from "../../src/host/index-changes.ts";
import { findRoot } from "../../src/host/repository.ts";
import { commitAll, type TempFolder, tempRepository } from "../support/temp-git.ts";

function started() {
  const folder = tempRepository();
  for (const name of ["a/kept", "a/changed", "a/gone", "a/mode", "b"]) folder.write(name, `${name}\n`);
  commitAll(folder);
  return folder;
}

async function told(folder: TempFolder, tree = "HEAD^{tree}", config?: string) {
  const { repository } = await findRoot(folder.path, config);
  if (repository === null) throw new Error("no repository");
  return indexChanges(repository, tree);
}

describe("index changes", () => {
  it("kinds: what comes, goes and changes is told with what was and is there", async () => {
    const folder = started();
    expect(await told(folder)).toEqual([]);
    folder.write("a/changed", "2\n");
    folder.write("a/new", "3\n");
    folder.remove("a/gone");
    folder.git("add", "--all");
    chmodSync(join(folder.path, "a/mode"), 0o755);
    folder.git("update-index", "--chmod=+x", "a/mode");
    const idAt = (name: string) => folder.git("rev-parse", name).trim();
    const at = (name: string, mode = "100644") => ({ mode, id: idAt(name) });
    expect(await told(folder)).toEqual([
      { path: "a/changed", before: at("HEAD:a/changed"), after: at(":a/changed") },
      { path: "a/gone", before: at("HEAD:a/gone"), after: null },
      { path: "a/mode", before: at("HEAD:a/mode"), after: at("HEAD:a/mode", "100755") },
      { path: "a/new", before: null, after: at(":a/new") },
    ]);
  });

  it("config-folder: below a named config only its folder counts", async () => {
    const folder = started();
    folder.write("a/new", "1\n");
    folder.write("c", "1\n");
    folder.git("add", "--all");
    expect((await told(folder, "HEAD^{tree}", "a/.designrc.json"))?.map(({ path }) => path)).toEqual(["new"]);
  });

  it("intended: a file that was added by intent only is not there", async () => {
    const folder = started();
    folder.write("later", "1\n");
    folder.git("add", "--intent-to-add", "later");
    expect(await told(folder)).toEqual([]);
    folder.git("rm", "--quiet", "--cached", "b");
    folder.git("add", "--intent-to-add", "b");
    expect((await told(folder))?.map(({ path, after }) => [path, after])).toEqual([["b", null]]);
  });

  it("unordinary: links, other repositories, conflicts and odd names are not told one by one", async () => {
    const cases: readonly ((folder: TempFolder) => void)[] = [
      ({ path, git }) => {
        symlinkSync("b", join(path, "link"));
        git("add", "link");
      },
      ({ path, git, remove }) => {
        remove("b");
        symlinkSync("a", join(path, "b"));
        git("add", "b");
      },
      ({ git }) => git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},sub`),
      ({ git, write }) => {
        write("\u{212a}", "1\n");
        git("add", "--all");
      },
      (folder) => {
        folder.git("checkout", "--quiet", "-b", "other");
        folder.write("b", "other\n");
        commitAll(folder);
        folder.git("checkout", "--quiet", "main");
        folder.write("b", "main\n");
        commitAll(folder);
        expect(() => folder.git("merge", "other")).toThrow();
      },
    ];
    for (const prepare of cases) {
      const folder = started();
      prepare(folder);
      expect(await told(folder), String(prepare)).toBeNull();
    }
  });

  it("unknown: a tree that git does not have, and too many changes, tell nothing", async () => {
    const folder = started();
    expect(await told(folder, "1".repeat(40))).toBeNull();
    for (let index = 0; index <= 2000; index++) folder.write(`many/${index}`, `${index % 7}`);
    folder.git("add", "--all");
    expect(await told(folder)).toBeNull();
  });

  it("once: a comparison asks about each tree once", async () => {
    const folder = started();
    const { repository } = await findRoot(folder.path);
    if (repository === null) throw new Error("no repository");
    const compare = indexComparison(repository);
    expect(await compare("HEAD^{tree}")).toEqual([]);
    folder.write("a/new", "1");
    folder.git("add", "--all");
    expect(await compare("HEAD^{tree}")).toEqual([]);
    expect(await compare("HEAD^{tree}^{tree}")).toMatchObject([{ path: "a/new" }]);
    expect(await indexComparison(repository)("HEAD^{tree}")).toHaveLength(1);
  });

  it("plain: names of printable ASCII", () => {
    expect(["a b", "-", "\u{212a}", "a\n", "ü", ""].map(isPlainName)).toEqual([true, true, false, false, false, false]);
  });
});
