import { describe, expect, it } from "vitest";
import { memorySnapshot, overlay, pathSet, pathsContaining } from "../src/snapshot.ts";

async function textOf(snapshot: ReturnType<typeof memorySnapshot>, path: string): Promise<string | undefined> {
  const bytes = await snapshot.files.get(path)?.read();
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

describe("snapshot", () => {
  it("blob-id: ids are git's blob ids", () => {
    // `printf 'hello\n' | git hash-object --stdin`
    expect(memorySnapshot({ "a.txt": "hello\n" }).files.get("a.txt")?.id).toBe(
      "ce013625030ba8dba906f756967f9e9ca394464a",
    );
  });

  it("containing: paths are found by a part of them, by the table where it knows how", () => {
    const { files } = memorySnapshot({ "a/b.ts": "1", "a.json": "2" });
    expect(pathsContaining(files, "a")).toEqual(["a/b.ts", "a.json"]);
    expect(pathsContaining(files, ".json")).toEqual(["a.json"]);
    const containing = (text: string) => [`found ${text}`];
    expect(pathsContaining(Object.assign(new Map(files), { containing }), "x")).toEqual(["found x"]);
  });

  it("path-set: the paths of a table are a set without a copy of them", () => {
    const paths = pathSet(memorySnapshot({ a: "1", b: "2" }).files);
    expect([paths.size, paths.has("a"), paths.has("c")]).toEqual([2, true, false]);
    expect([...paths]).toEqual(["a", "b"]);
    expect([[...paths.keys()], [...paths.values()]]).toEqual([[...paths], [...paths]]);
    expect([...paths.entries()]).toEqual([...new Set(["a", "b"]).entries()]);
    const heard: unknown[] = [];
    for (const each of [paths, new Set(["a", "b"])]) {
      each.forEach((value, key) => {
        heard.push([value, key]);
      });
    }
    expect(heard.slice(0, 2)).toEqual(heard.slice(2));
  });

  it("overlay-replaces: an overlay replaces and adds, and leaves the snapshot below as it was", async () => {
    const below = memorySnapshot({ a: "1", b: "2" });
    const above = overlay(
      below,
      new Map([
        ["a", "one"],
        ["c", "3"],
      ]),
    );
    expect(await textOf(above, "a")).toBe("one");
    expect(await textOf(above, "b")).toBe("2");
    expect(await textOf(above, "c")).toBe("3");
    expect(await textOf(below, "a")).toBe("1");
    expect(below.files.has("c")).toBe(false);
  });

  it("overlay-not-on-disk: an overlaid snapshot no longer stands on disk, an empty overlay changes nothing", () => {
    const below = { ...memorySnapshot({ a: "1" }), onDisk: true };
    expect(overlay(below, new Map([["a", "2"]])).onDisk).toBe(false);
    expect(overlay(below, new Map()).onDisk).toBe(true);
  });
});
