import { describe, expect, it } from "vitest";
import { createModuleCache } from "../../src/interface/module-graph.ts";
import { memorySnapshot, type Snapshot } from "../../src/snapshot.ts";
import { UserError } from "../../src/user-error.ts";
import { createFactReader, type FactCache } from "../../src/workspace/facts.ts";

function mapCache(): FactCache & { readonly keys: () => readonly string[] } {
  const values = new Map<string, unknown>();
  return {
    get: (key) => values.get(key),
    set: (key, value) => void values.set(key, structuredClone(value)),
    keys: () => [...values.keys()],
  };
}

/** Counts reads; `broken` paths reject. */
function countingSnapshot(files: Record<string, string>, broken: readonly string[] = []) {
  const reads: string[] = [];
  const plain = memorySnapshot(files);
  const entries = [...plain.files].map(([path, entry]): [string, typeof entry] => [
    path,
    {
      ...entry,
      read: async () => {
        reads.push(path);
        if (broken.includes(path)) throw new UserError("unreadable", `${path} cannot be read`);
        return entry.read();
      },
    },
  ]);
  const snapshot: Snapshot = { ...plain, files: new Map(entries) };
  return { snapshot, reads };
}

describe("createFactReader", () => {
  it("once-per-run: a file is read once however often it is asked for", async () => {
    const { snapshot, reads } = countingSnapshot({ "src/a.ts": "export const a: number = 1;\n" });
    const facts = createFactReader(snapshot, mapCache());
    const [first, second] = await Promise.all([facts.source("src/a.ts"), facts.source("src/a.ts")]);
    expect(first.exports.map(({ name }) => name)).toEqual(["a"]);
    expect(second).toBe(first);
    expect(reads).toEqual(["src/a.ts"]);
  });

  it("kept-tree: a text whose tree the run keeps is not read again", async () => {
    const { snapshot, reads } = countingSnapshot({ "src/a.ts": "export {};\n", "docs/a.md": "# A\n" });
    const trees = Promise.resolve(createModuleCache());
    const facts = createFactReader(snapshot, mapCache(), () => trees);
    await facts.source("src/a.ts");
    expect([await facts.text("src/a.ts"), await facts.text("docs/a.md")]).toEqual(["export {};\n", "# A\n"]);
    expect(reads).toEqual(["src/a.ts", "docs/a.md"]);
  });

  it("cached-by-bytes: equal bytes are not read again in a later run, whatever their path", async () => {
    const cache = mapCache();
    const text = "export type A = 1;\n";
    await createFactReader(memorySnapshot({ "src/a.ts": text }), cache).source("src/a.ts");
    const { snapshot, reads } = countingSnapshot({ "src/b.ts": text });
    expect((await createFactReader(snapshot, cache).source("src/b.ts")).syntax).toBe("types");
    expect(reads).toEqual([]);
  });

  it("key-per-kind: kind and extension tell facts of equal bytes apart", async () => {
    const cache = mapCache();
    const text = "export {};\n";
    const names = ["a.ts", "a.tsx", "a.d.ts", "b.test.ts"];
    const facts = createFactReader(memorySnapshot(Object.fromEntries(names.map((name) => [name, text]))), cache);
    await Promise.all([facts.source("a.ts"), facts.source("a.tsx"), facts.source("a.d.ts"), facts.test("b.test.ts")]);
    expect(new Set(cache.keys()).size).toBe(4);
  });

  it("ambient: sources that declare for all files are known once they were asked for", async () => {
    const snapshot = memorySnapshot({
      "b.ts": "declare const b: 1;",
      "a.ts": "declare const a: 1;",
      "c.ts": "export {};",
    });
    const cache = mapCache();
    for (const reader of [createFactReader(snapshot, cache), createFactReader(snapshot, cache)]) {
      expect(reader.ambient).toEqual([]);
      for (const path of snapshot.files.keys()) await reader.source(path);
      expect(reader.ambient).toEqual(["a.ts", "b.ts"]);
    }
  });

  it("unreadable: is remembered with empty facts, and the rest goes on", async () => {
    const { snapshot } = countingSnapshot({ "src/b.ts": "x", "src/a.ts": "x", "src/c.ts": "" }, [
      "src/b.ts",
      "src/a.ts",
    ]);
    const facts = createFactReader(snapshot, mapCache());
    expect((await facts.source("src/b.ts")).exports).toEqual([]);
    expect((await facts.test("src/a.ts")).computed).toBe(true);
    await facts.source("src/c.ts");
    expect(facts.unreadable.map(({ message }) => message)).toEqual([
      "src/a.ts cannot be read",
      "src/b.ts cannot be read",
    ]);
    expect([facts.isUnreadable("src/a.ts"), facts.isUnreadable("src/c.ts")]).toEqual([true, false]);
    await expect(facts.text("src/a.ts")).rejects.toThrow(UserError);
  });

  it("unreadable-not-cached: an unreadable file leaves nothing behind for the next run", async () => {
    const cache = mapCache();
    const { snapshot } = countingSnapshot({ "src/a.ts": "x" }, ["src/a.ts"]);
    await createFactReader(snapshot, cache).source("src/a.ts");
    expect(cache.keys()).toEqual([]);
  });

  it("bug: any other failure is not taken for an unreadable file", async () => {
    const plain = memorySnapshot({ "src/a.ts": "" });
    const entry = { id: "1", mode: "100644", read: () => Promise.reject(new TypeError("a bug")) };
    const facts = createFactReader({ ...plain, files: new Map([["src/a.ts", entry]]) }, mapCache());
    await expect(facts.source("src/a.ts")).rejects.toThrow("a bug");
  });

  it("byte-order-mark: texts keep it, so that offsets are those of the file", async () => {
    const facts = createFactReader(memorySnapshot({ "a.md": "\uFEFFtext" }), mapCache());
    expect(await facts.text("a.md")).toBe("\uFEFFtext");
  });

  it("unknown-path: a path outside the snapshot is unreadable", async () => {
    const facts = createFactReader(memorySnapshot({}), mapCache());
    await facts.document("gone.md");
    expect(facts.unreadable.map(({ code }) => code)).toEqual(["unreadable"]);
  });
});
