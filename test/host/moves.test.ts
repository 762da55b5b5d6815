import { readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { indexSnapshot, treeSnapshot } from "../../src/host/index-snapshot.ts";
import { moves } from "../../src/host/moves.ts";
import { findRoot } from "../../src/host/repository.ts";
import { worktreeSnapshot } from "../../src/host/worktree.ts";
import { commitAll, type TempFolder, tempRepository } from "../support/temp-git.ts";

const long = (name: string) => Array.from({ length: 9 }, (_, line) => `${name} line ${line}\n`).join("");

function repository(...names: string[]): TempFolder {
  const folder = tempRepository();
  for (const name of names) folder.write(name, long(name));
  commitAll(folder);
  return folder;
}

async function movesOf(folder: TempFolder, config?: string): Promise<Record<string, string>> {
  const found = await (await worktreeSnapshot(await findRoot(folder.path, config))).moves?.();
  return Object.fromEntries(found ?? []);
}

const move = (folder: TempFolder, from: string, to: string) =>
  renameSync(join(folder.path, from), join(folder.path, to));

describe("moves", () => {
  it("staged: a staged rename is a move in work tree and index", async () => {
    const folder = repository("a.ts", "b.ts");
    folder.git("mv", "a.ts", "new name.ts");
    folder.write("new name.ts", `${long("a.ts")}more\n`);
    expect(await movesOf(folder)).toEqual({ "a.ts": "new name.ts" });
    const index = await indexSnapshot(await findRoot(folder.path));
    expect([...((await index.moves?.()) ?? [])]).toEqual([["a.ts", "new name.ts"]]);
  });

  it("untracked: a file that was moved without git is found by its bytes, or by half of them", async () => {
    const folder = repository("same.ts", "edited.ts", "other.md", "gone.ts");
    move(folder, "same.ts", "same2.ts");
    move(folder, "other.md", "other.txt");
    folder.remove("edited.ts");
    folder.write("edited2.ts", `${long("edited.ts")}and\nsome\nmore\n`);
    folder.remove("gone.ts");
    folder.write("unlike.ts", long("something else"));
    expect(await movesOf(folder)).toEqual({
      "edited.ts": "edited2.ts",
      "other.md": "other.txt",
      "same.ts": "same2.ts",
    });
    const index = await indexSnapshot(await findRoot(folder.path));
    expect([...((await index.moves?.()) ?? [])]).toEqual([]);
  });

  it("half-staged: a deletion that is staged and an addition that is not make a move", async () => {
    const folder = repository("a.ts");
    folder.git("rm", "--quiet", "a.ts");
    folder.write("b.ts", `${long("a.ts")}more\n`);
    expect(await movesOf(folder)).toEqual({ "a.ts": "b.ts" });
  });

  it("history: a rename of an earlier commit is a move, followed to where the file is today", async () => {
    const folder = repository("a.ts", "stays.ts");
    folder.git("mv", "a.ts", "b.ts");
    commitAll(folder);
    folder.git("mv", "b.ts", "c.ts");
    commitAll(folder);
    const expected = { "a.ts": "c.ts", "b.ts": "c.ts" };
    expect(await movesOf(folder)).toEqual(expected);
    const tree = await treeSnapshot(await findRoot(folder.path), "HEAD");
    expect(Object.fromEntries((await tree.moves?.()) ?? [])).toEqual(expected);
    move(folder, "c.ts", "d.ts");
    expect(await movesOf(folder)).toEqual({ "a.ts": "d.ts", "b.ts": "d.ts", "c.ts": "d.ts" });
  });

  it("back-again: a path that exists has not moved", async () => {
    const folder = repository("a.ts");
    folder.git("mv", "a.ts", "b.ts");
    commitAll(folder);
    folder.write("a.ts", "a new one\n");
    expect(await movesOf(folder)).toEqual({});
  });

  it("config-folder: paths are relative to the root", async () => {
    const folder = repository("x/a.ts", "y/b.ts");
    folder.git("mv", "x/a.ts", "x/b.ts");
    folder.git("mv", "y/b.ts", "y/c.ts");
    expect(await movesOf(folder, "x/.designrc.json")).toEqual({ "a.ts": "b.ts" });
  });

  it("no-commit: before the first commit nothing has moved", async () => {
    const folder = tempRepository();
    folder.write("a.ts", "1");
    const { repository: found } = await findRoot(folder.path);
    expect(found === null ? null : await moves(found, new Map(), { from: "worktree" })).toEqual(new Map());
  });

  it("no-write: asking writes nothing into the repository", async () => {
    const folder = repository("a.ts");
    move(folder, "a.ts", "b.ts");
    const listed = () => readdirSync(join(folder.path, ".git"), { recursive: true }).map(String).sort();
    const before = listed();
    expect(await movesOf(folder)).toEqual({ "a.ts": "b.ts" });
    expect(listed()).toEqual(before);
  });
});
