import { chmodSync, existsSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { indexSnapshot } from "../../src/host/index-snapshot.ts";
import { watchIndex } from "../../src/host/listed-index.ts";
import { inGit } from "../../src/host/refs.ts";
import { findRoot } from "../../src/host/repository.ts";
import type { Snapshot } from "../../src/snapshot.ts";
import { diceOf } from "../corpus/support/dice.ts";
import { commitAll, type TempFolder, tempFolder, tempRepository } from "../support/temp-git.ts";

const told = ({ root, files, notices, unjudged = [] }: Snapshot) => ({
  root,
  notices,
  unjudged: unjudged.map(({ path }) => path),
  files: [...files].map(([path, { id, mode }]) => [path, mode, id]),
});

const names = ["a.ts", "b.ts", "d/c.ts", "d/e/f.ts", "d", "x y", ".designrc.json"];

/** What people do to an index, and some things that they seldom do. */
const acts: readonly ((folder: TempFolder, name: string, turn: number) => void)[] = [
  ({ write, git }, name, turn) => {
    write(name, `${turn}\n`);
    git("add", "--all");
  },
  ({ write, git }, name, turn) => {
    write(name, `${turn}\n`);
    git("add", "--all");
  },
  ({ remove, git }, name) => {
    remove(name);
    git("add", "--all");
  },
  (folder) => commitAll(folder),
  ({ git }) => git("checkout", "--quiet", "-f", "-B", "other", "main"),
  ({ git }) => git("reset", "--quiet", "--soft", "main"),
  ({ git }) => git("reset", "--quiet", "--hard", "main"),
  ({ git, path }, name) => {
    if (existsSync(join(path, name))) git("add", "--chmod=+x", "--", name);
  },
  ({ write, git }, name, turn) => {
    write(`${name}.later`, `${turn % 2 === 0 ? "" : turn}`);
    git("add", "--intent-to-add", "--", `${name}.later`);
  },
  ({ git }) => git("rm", "--quiet", "-r", "--cached", "--ignore-unmatch", "d"),
  ({ path, git }, name) => {
    rmSync(join(path, name), { recursive: true, force: true });
    symlinkSync("nowhere", join(path, name));
    git("add", "--all");
  },
  ({ write, git }) => {
    write("\u{212a}", "1\n");
    write("K", "2\n");
    git("add", "--all");
  },
  ({ git }) => git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},sub`),
];

describe("listed index", () => {
  it("sequences: with a list of an earlier run there are the same files as without, whatever happened to the index", async () => {
    let near = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const dice = diceOf(seed);
      const folder = tempRepository();
      const lists = { folder: tempFolder().path, key: "k" };
      for (const name of names.filter((each) => each !== "d")) folder.write(name, `${name}\n`);
      commitAll(folder);
      for (let turn = 0; turn < 8; turn++) {
        const act = acts[dice.roll(seed % 2 === 0 ? acts.length : 10)];
        try {
          act?.(folder, names[dice.roll(names.length)] ?? "", turn);
        } catch {
          // A folder in the place of a file, or nothing to reset to: then nothing has changed.
        }
        const root = await findRoot(folder.path);
        const [listed, whole] = [await indexSnapshot(root, lists), await indexSnapshot(root)];
        expect(told(listed), `seed ${seed}, turn ${turn}: ${act}`).toEqual(told(whole));
        if (listed.files.containing !== undefined) near++;
      }
    }
    // Otherwise all of this would show nothing.
    expect(near).toBeGreaterThan(40);
  });

  it("reads: a file of a list is read like any other, from the index and not from the disk", async () => {
    const folder = tempRepository();
    folder.write("a", "1\n");
    folder.write("b", "2\n");
    commitAll(folder);
    const lists = { folder: tempFolder().path, key: "k" };
    await indexSnapshot(await findRoot(folder.path), lists);
    folder.write("a", "staged\n");
    folder.git("add", "a");
    folder.write("a", "on disk\n");
    const { files } = await indexSnapshot(await findRoot(folder.path), lists);
    expect(files.since?.paths).toEqual(["a"]);
    for (const [path, text] of [
      ["a", "staged\n"],
      ["b", "2\n"],
    ] as const)
      expect(Buffer.from((await files.get(path)?.read()) ?? []).toString()).toBe(text);
  });

  it("foreign: where git comes to hold files of the cache, the run is told so", async () => {
    const folder = tempRepository();
    folder.write("a", "1\n");
    commitAll(folder);
    const lists = { folder: tempFolder().path, key: "k" };
    await indexSnapshot(await findRoot(folder.path), lists);
    folder.write("node_modules/.cache/design-lint/surveys/x.survey", "");
    folder.git("add", "--all");
    for (const _ of [1, 2])
      expect((await indexSnapshot(await findRoot(folder.path), lists)).notices.map(({ code }) => code)).toEqual([
        "foreign-cache",
      ]);
  });

  it("unjudged: links that are committed are told by every run", async () => {
    const folder = tempRepository();
    folder.write("a", "1\n");
    symlinkSync("a", join(folder.path, "link.ts"));
    commitAll(folder);
    const lists = { folder: tempFolder().path, key: "k" };
    for (const _ of [1, 2])
      expect((await indexSnapshot(await findRoot(folder.path), lists)).unjudged).toMatchObject([{ path: "link.ts" }]);
  });

  it("watched: an index that is written is another one", async () => {
    const folder = tempRepository();
    const repository = inGit(await findRoot(folder.path), "--staged");
    expect((await watchIndex(repository))()).toBe(false);
    folder.write("a", "1\n");
    folder.git("add", "a");
    const isSame = await watchIndex(repository);
    expect(isSame()).toBe(true);
    chmodSync(join(folder.path, "a"), 0o755);
    folder.git("add", "a");
    expect(isSame()).toBe(false);
  });
});
