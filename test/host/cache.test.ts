import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openCache } from "../../src/host/cache.ts";
import { cacheFolder } from "../../src/host/cache-folder.ts";
import { tempFolder } from "../support/temp-git.ts";

afterEach(() => vi.useRealTimers());

/** A root with `node_modules`, and where its shards lie. */
function root(): { path: string; folder: string; shards(): string[] } {
  const { path } = tempFolder();
  mkdirSync(join(path, "node_modules"));
  const folder = cacheFolder(path, {});
  return { path, folder, shards: () => readdirSync(folder).map((name) => join(folder, name)) };
}

async function filled(path: string, entries: Record<string, unknown>, version = "1"): Promise<void> {
  const cache = openCache(path, version, false);
  for (const [key, value] of Object.entries(entries)) cache.set(key, value);
  await cache.flush();
}

describe("openCache", () => {
  it("round-trip: what was set is there in the next run, whatever key and value hold", async () => {
    const { path } = root();
    const values = fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue(), { minKeys: 1, maxKeys: 5 });
    await fc.assert(
      fc.asyncProperty(values, async (entries) => {
        await filled(path, entries);
        const next = openCache(path, "1", false);
        for (const [key, value] of Object.entries(entries)) {
          expect(next.get(key)).toEqual(JSON.parse(JSON.stringify(value)));
        }
      }),
      { numRuns: 20 },
    );
  });

  it("unknown: a key that was never set is undefined", () => {
    expect(openCache(root().path, "1", false).get("x")).toBeUndefined();
  });

  it("other-version: another version of the program finds nothing", async () => {
    const { path } = root();
    await filled(path, { a: 1 });
    expect(openCache(path, "2", false).get("a")).toBeUndefined();
  });

  it("damaged: any change to a shard makes it count as not there, and it is written anew", async () => {
    const { path, shards } = root();
    await filled(path, { a: { facts: 12345 } });
    const [shard = ""] = shards();
    const good = readFileSync(shard, "utf8");
    const harms = [good.replace("12345", "12346"), good.slice(0, -3), "", "{}", `${good}0\t"b"\t1\n`, "\0".repeat(99)];
    for (const harm of harms) {
      writeFileSync(shard, harm);
      expect(openCache(path, "1", false).get("a")).toBeUndefined();
    }
    await filled(path, { a: { facts: 12345 } });
    expect(openCache(path, "1", false).get("a")).toEqual({ facts: 12345 });
  });

  it("unused: an entry that no run asked for in a week is dropped, one that was asked for stays", async () => {
    const { path } = root();
    await filled(path, { asked: 1, forgotten: 2 });
    const now = Date.now();
    for (const days of [5, 10]) {
      vi.useFakeTimers({ toFake: ["Date"], now: now + days * 86_400_000 });
      const cache = openCache(path, "1", false);
      expect(cache.get("asked")).toBe(1);
      for (const key of Array.from({ length: 2048 }, (_, index) => `other ${index}`)) cache.set(key, 0);
      await cache.flush();
    }
    const last = openCache(path, "1", false);
    expect([last.get("asked"), last.get("forgotten")]).toEqual([1, undefined]);
  });

  it("few: a run that learns little writes one file, whatever else is known, and not for ever", async () => {
    const { path, folder } = root();
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`key ${index}`, index]));
    await filled(path, many);
    const before = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
    await filled(path, { "key 1": "new", more: 1 });
    const changed = readdirSync(folder).filter((name) => readFileSync(join(folder, name), "utf8") !== before.get(name));
    expect(changed).toEqual(["recent.facts"]);
    const next = openCache(path, "1", false);
    expect(["key 1", "key 2", "more"].map(next.get)).toEqual(["new", 2, 1]);
    for (let run = 0; run < 4; run++)
      await filled(path, Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`run ${run} ${index}`, index])));
    expect(readFileSync(join(folder, "recent.facts"), "utf8").length).toBeLessThan(5000);
    const last = openCache(path, "1", false);
    expect(["key 1", "key 2", "more", "run 0 3", "run 3 39"].map(last.get)).toEqual(["new", 2, 1, 3, 39]);
  });

  it("unwritable: where nothing can be written a run goes on without", async () => {
    const { path } = tempFolder();
    writeFileSync(join(path, "node_modules"), "a file");
    const cache = openCache(path, "1", false);
    cache.set("a", 1);
    await expect(cache.flush()).resolves.toBeUndefined();
    expect(openCache(path, "1", false).get("a")).toBeUndefined();
  });

  it("parallel: two runs at once leave whole shards", async () => {
    const { path } = root();
    const runs = Array.from({ length: 6 }, () => {
      const cache = openCache(path, "1", false);
      for (let index = 0; index < 200; index++) cache.set(`key ${index}`, { index });
      return cache.flush();
    });
    await Promise.all(runs);
    const next = openCache(path, "1", false);
    for (let index = 0; index < 200; index++) expect(next.get(`key ${index}`)).toEqual({ index });
  });

  it("disabled: nothing is read or written", async () => {
    const { path, folder } = root();
    await filled(path, { a: 1 });
    const cache = openCache(path, "1", true);
    expect(cache.get("a")).toBeUndefined();
    cache.set("b", 1);
    await cache.flush();
    expect(cache.get("b")).toBeUndefined();
    rmSync(folder, { recursive: true });
    await openCache(path, "1", true).flush();
    expect(() => readdirSync(folder)).toThrow();
  });

  it("unchanged: a run that learnt nothing writes nothing", async () => {
    const { path, folder } = root();
    await filled(path, { a: 1 });
    rmSync(folder, { recursive: true });
    await openCache(path, "1", false).flush();
    expect(() => readdirSync(folder)).toThrow();
  });
});
