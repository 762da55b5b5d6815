import { existsSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isOlder, keepFile } from "../../src/host/kept-files.ts";
import { tempFolder } from "../support/temp-git.ts";

describe("kept files", () => {
  it("kept: what is kept is there, text or bytes, with the folders around it", async () => {
    const { path } = tempFolder();
    await keepFile(join(path, "a/b/text"), "one", 1);
    await keepFile(join(path, "a/b/bytes"), new Uint8Array([0, 255, 10]), 1);
    expect(readFileSync(join(path, "a/b/text"), "utf8")).toBe("one");
    expect([...readFileSync(join(path, "a/b/bytes"))]).toEqual([0, 255, 10]);
  });

  it("old: neighbours that are too old are dropped, others stay; a file that is not there is old", async () => {
    const folder = tempFolder();
    const [old, young] = [folder.write("old", ""), folder.write("young", "")];
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    utimesSync(old, daysAgo(3), daysAgo(3));
    utimesSync(young, daysAgo(1), daysAgo(1));
    expect([old, young, join(folder.path, "none")].map((path) => isOlder(path, 2))).toEqual([true, false, true]);
    await keepFile(join(folder.path, "new"), "", 2);
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  });

  it("unwritable: where nothing can be written nothing is kept, and nothing fails", async () => {
    const folder = tempFolder();
    const file = folder.write("file", "as it was");
    await expect(keepFile(join(file, "inside"), "", 1)).resolves.toBeUndefined();
    expect(readFileSync(file, "utf8")).toBe("as it was");
  });
});
