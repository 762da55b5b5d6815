import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applySplices, type Edit } from "../../src/edit.ts";
import { moveFile, writeEdits } from "../../src/host/write.ts";
import { memorySnapshot } from "../../src/snapshot.ts";
import { type TempFolder, tempFolder } from "../support/temp-git.ts";

const isRoot = process.getuid?.() === 0;
const create = (path: string, text: string): Edit => ({ kind: "create", path, text });
const replace = (path: string, start: number, end: number, text: string): Edit => ({
  kind: "replace",
  path,
  range: { start, end },
  text,
});
const read = (folder: TempFolder, path: string) => readFileSync(join(folder.path, path), "utf8");

describe("writeEdits", () => {
  it("both: files are changed and made, folders too, and nothing else is left behind", async () => {
    const folder = tempFolder();
    folder.write("a.md", "one two three\r\n");
    const edits = [create("docs/new/b.md", "new\n"), replace("a.md", 8, 13, "3"), replace("a.md", 0, 3, "1")];
    expect(await writeEdits(folder.path, edits)).toEqual({ changed: ["a.md"], created: ["docs/new/b.md"] });
    expect(read(folder, "a.md")).toBe("1 two 3\r\n");
    expect(read(folder, "docs/new/b.md")).toBe("new\n");
    expect(readdirSync(folder.path, { recursive: true }).sort()).toEqual(["a.md", "docs", "docs/new", "docs/new/b.md"]);
  });

  it("bytes: what no edit names keeps its bytes, byte order mark, line ends and all", async () => {
    const folder = tempFolder();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), fc.nat(), fc.nat(), async (body, a, b) => {
        const text = `\uFEFF${body}\r\nend`;
        const [start = 0, end = 0] = [a % text.length, b % text.length].sort((x, y) => x - y);
        const splice = { range: { start, end }, text: "é" };
        folder.write("a.md", text);
        await writeEdits(folder.path, [{ kind: "replace", path: "a.md", ...splice }]);
        const expected = Buffer.from(applySplices(text, [splice]));
        expect(readFileSync(join(folder.path, "a.md")).equals(expected)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("no-overwrite: a new file never takes the place of one that stands", async () => {
    const folder = tempFolder();
    folder.write("a.md", "mine\n");
    symlinkSync("nowhere", join(folder.path, "link.md"));
    await expect(writeEdits(folder.path, [create("a.md", "new\n")])).rejects.toMatchObject({ code: "file-exists" });
    await expect(writeEdits(folder.path, [create("link.md", "new\n")])).rejects.toMatchObject({ code: "unsafe-path" });
    expect(read(folder, "a.md")).toBe("mine\n");
  });

  it("race: of many that make one file at once a single one wins, whole", async () => {
    const folder = tempFolder();
    const texts = Array.from({ length: 8 }, (_, index) => `${index}`.repeat(100_000));
    const outcomes = await Promise.allSettled(texts.map((text) => writeEdits(folder.path, [create("a.md", text)])));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(texts).toContain(read(folder, "a.md"));
    expect(readdirSync(folder.path)).toEqual(["a.md"]);
  });

  it("all-checked: nothing is written where any edit is refused beforehand", async () => {
    const folder = tempFolder();
    folder.write("z.md", "text");
    for (const bad of [create("../x.md", "1"), create("z.md", "1"), replace("gone.md", 0, 0, "1")]) {
      await expect(writeEdits(folder.path, [create("a.md", "1"), bad])).rejects.toMatchObject({ name: "UserError" });
    }
    expect(readdirSync(folder.path)).toEqual(["z.md"]);
  });

  it("not-utf8: a file that is not valid UTF-8 is refused and stays as it is", async () => {
    const folder = tempFolder();
    const bytes = Uint8Array.of(0x61, 0xff, 0x62);
    folder.write("a.md", bytes);
    await expect(writeEdits(folder.path, [replace("a.md", 0, 1, "x")])).rejects.toMatchObject({ code: "not-utf8" });
    expect([...readFileSync(join(folder.path, "a.md"))]).toEqual([...bytes]);
  });

  it("changed-meanwhile: a file that is no longer the one that was judged is refused", async () => {
    const folder = tempFolder();
    folder.write("a.md", "edited since");
    const edits = [replace("a.md", 0, 1, "x")];
    await expect(writeEdits(folder.path, edits, memorySnapshot({ "a.md": "judged" }))).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    await writeEdits(folder.path, edits, memorySnapshot({ "a.md": "edited since" }));
    expect(read(folder, "a.md")).toBe("xdited since");
  });

  it("mode: a changed file keeps its mode", async () => {
    const folder = tempFolder();
    chmodSync(folder.write("a.sh", "1"), 0o750);
    await writeEdits(folder.path, [replace("a.sh", 0, 1, "2")]);
    expect(statSync(join(folder.path, "a.sh")).mode & 0o777).toBe(0o750);
  });

  it("partial: what was written before a failure is named", async () => {
    const folder = tempFolder();
    const edits = [create("a.md", "1"), create("b", "1"), create("b/c.md", "1")];
    const message = expect.stringMatching(/^b\/c\.md .*; written before that: a\.md, b$/u);
    const hint = "A file stands where a folder is needed: move it away";
    await expect(writeEdits(folder.path, edits)).rejects.toMatchObject({ code: "unwritable", message, hint });
    expect(read(folder, "a.md")).toBe("1");
  });

  it.skipIf(isRoot)(
    "read-only: a folder that may not be written is a user error with what to do (root writes everywhere)",
    async () => {
      const folder = tempFolder();
      folder.write("locked/a.md", "1");
      chmodSync(join(folder.path, "locked"), 0o555);
      for (const edit of [create("locked/b.md", "1"), replace("locked/a.md", 0, 1, "2")]) {
        const hint = expect.stringContaining("right to write");
        await expect(writeEdits(folder.path, [edit])).rejects.toMatchObject({ code: "unwritable", hint });
      }
      chmodSync(join(folder.path, "locked"), 0o755);
      expect(readdirSync(join(folder.path, "locked"))).toEqual(["a.md"]);
    },
  );
});

describe("moveFile", () => {
  it("move: a file is moved into folders that are made", async () => {
    const folder = tempFolder();
    chmodSync(folder.write("a.ts", "1"), 0o755);
    await moveFile(folder.path, "a.ts", "b/c/d.ts");
    expect([existsSync(join(folder.path, "a.ts")), read(folder, "b/c/d.ts")]).toEqual([false, "1"]);
    expect(statSync(join(folder.path, "b/c/d.ts")).mode & 0o777).toBe(0o755);
  });

  it("occupied: neither file nor folder is ever overwritten", async () => {
    const folder = tempFolder();
    folder.write("a.ts", "1");
    folder.write("b.ts", "2");
    mkdirSync(join(folder.path, "c.ts"));
    await expect(moveFile(folder.path, "a.ts", "b.ts")).rejects.toMatchObject({ code: "file-exists" });
    await expect(moveFile(folder.path, "a.ts", "c.ts")).rejects.toMatchObject({ name: "UserError" });
    await expect(moveFile(folder.path, "a.ts", "a.ts")).rejects.toMatchObject({ code: "file-exists" });
    expect([read(folder, "a.ts"), read(folder, "b.ts")]).toEqual(["1", "2"]);
  });

  it("leaving: nothing is moved out of the root, into it, or from nowhere", async () => {
    const folder = tempFolder();
    folder.write("a.ts", "1");
    await expect(moveFile(folder.path, "a.ts", "../x.ts")).rejects.toMatchObject({ code: "unsafe-path" });
    await expect(moveFile(folder.path, "../x.ts", "b.ts")).rejects.toMatchObject({ code: "unsafe-path" });
    await expect(moveFile(folder.path, "gone.ts", "b.ts")).rejects.toMatchObject({ code: "no-such-file" });
  });
});
