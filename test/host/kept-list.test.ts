import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readList, writeList } from "../../src/host/kept-list.ts";
import { tempFolder } from "../support/temp-git.ts";

const id = "1".repeat(40);
const known = {
  tree: "t",
  notices: [{ code: "c", message: "ü" }],
  before: new Map([
    ["a", null],
    ["b", { mode: "100755", id }],
  ]),
};
const file = (path: string, mode = "100644") => ({ path, mode, id });

describe("kept list", () => {
  it("kept: what was known is known again", async () => {
    const place = { folder: join(tempFolder().path, "new"), key: "k" };
    expect(readList(place)).toBeNull();
    const name = await writeList(place, [file("a"), file("b c", "100755")], known);
    const { list, ...others } = readList(place) ?? {};
    expect(others).toEqual(known);
    expect(list?.name).toBe(name);
    expect(list?.paths.toString()).toBe("\0a\0b c\0");
  });

  it("other: a list of other files or of another program is none", async () => {
    const { path } = tempFolder();
    await writeList({ folder: path, key: "k" }, [file("a")], known);
    const [name = ""] = readdirSync(path);
    await writeList({ folder: path, key: "l" }, [file("b")], known);
    const [other = ""] = readdirSync(path).filter((each) => each !== name);
    writeFileSync(join(path, name), readFileSync(join(path, other)));
    expect(readList({ folder: path, key: "k" })).toBeNull();
    expect(readList({ folder: path, key: "l" })).not.toBeNull();
  });

  it("damaged: one that was cut off, changed or is too old is none", async () => {
    const { path } = tempFolder();
    const place = { folder: path, key: "k" };
    await writeList(place, [file("a")], known);
    const target = join(path, readdirSync(path)[0] ?? "");
    const whole = readFileSync(target);
    for (let at = 0; at < whole.length; at += 7) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      for (const damaged of [changed, whole.subarray(0, at)]) {
        writeFileSync(target, damaged);
        expect(readList(place), `byte ${at}`).toBeNull();
      }
    }
    writeFileSync(target, whole);
    expect(readList(place)).not.toBeNull();
    utimesSync(target, new Date(), new Date(Date.now() - 8 * 86_400_000));
    expect(readList(place)).toBeNull();
  });

  it("unplain: files with names that could mean another one, links and nothing at all are not kept", async () => {
    const place = { folder: tempFolder().path, key: "k" };
    expect(await writeList(place, [file("\u{212a}")], known)).toBeNull();
    expect(await writeList(place, [file("a\tb")], known)).toBeNull();
    expect(await writeList(place, [file("a", "120000")], known)).toBeNull();
    expect(await writeList(place, [file("a"), { ...file("b"), id: "2" }], known)).toBeNull();
    expect(await writeList(place, [], known)).toBeNull();
    expect(readList(place)).toBeNull();
  });

  it("unwritable: where nothing can be written nothing fails", async () => {
    const { path } = tempFolder();
    writeFileSync(join(path, "file"), "");
    mkdirSync(join(path, "other"));
    await writeList({ folder: join(path, "file/lists"), key: "k" }, [file("a")], known);
    expect(readList({ folder: join(path, "file/lists"), key: "k" })).toBeNull();
  });
});
