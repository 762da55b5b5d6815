import { describe, expect, it } from "vitest";
import { memorySnapshot, overlay } from "../src/snapshot.ts";

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
