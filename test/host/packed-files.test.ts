import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { readList, writeList } from "../../src/host/kept-list.ts";
import { modeLetter, type Place, packedFiles } from "../../src/host/packed-files.ts";
import type { FileTable } from "../../src/snapshot.ts";

const folder = mkdtempSync(join(tmpdir(), "design-lint-packed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const idOf = (digit: string) => digit.repeat(40);
const name = fc.constantFrom("a", "b", "a.ts", "b.d.ts", "tsconfig.json", "z z", "A", "-");
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((steps) => steps.join("/"));
const file = fc.record({ mode: fc.constantFrom("100644", "100755"), id: fc.constantFrom("1", "2", "3").map(idOf) });
const listed = fc.uniqueArray(fc.tuple(path, file), { minLength: 1, maxLength: 12, selector: ([each]) => each });
const places = fc.array(fc.tuple(path, fc.option(file)), { maxLength: 6 });

async function tableOf(files: readonly (readonly [string, NonNullable<Place>])[], changed: ReadonlyMap<string, Place>) {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([each, place]) => ({ path: each, ...place }));
  const place = { folder, key: "key" };
  await writeList(place, sorted, { tree: "", notices: [], before: new Map() });
  const kept = readList(place);
  if (kept === null) throw new Error("no list");
  return packedFiles(kept.list, changed, (_path, { mode, id }) => ({ mode, id, read: async () => new Uint8Array() }));
}

const contents = (files: FileTable) => [...files].map(([each, { mode, id }]) => [each, mode, id]);

describe("packed files", () => {
  it("map: a list with what differs from it is the same as a map of all files", async () => {
    await fc.assert(
      fc.asyncProperty(listed, places, fc.array(path), async (files, differing, asked) => {
        const changed = new Map(differing);
        const wanted = new Map<string, NonNullable<Place>>(files);
        for (const [each, place] of changed) place === null ? wanted.delete(each) : wanted.set(each, place);
        const table = await tableOf(files, changed);
        const paths = [...wanted.keys()].sort();
        expect(table.size).toBe(wanted.size);
        for (const each of [...asked, ...paths, ...changed.keys()]) {
          expect(table.has(each)).toBe(wanted.has(each));
          const entry = table.get(each);
          expect(entry && { mode: entry.mode, id: entry.id }).toEqual(wanted.get(each));
          expect(table.get(each)).toBe(entry);
        }
        for (const text of ["tsconfig", ".d.", "a", "/", ""])
          expect(table.containing?.(text)).toEqual(paths.filter((each) => each.includes(text)));
        for (const each of ["", "a", "b", "a/b", "A", "z z", "none"])
          expect(table.holds?.(each), each).toBe(
            paths.some((inside) => inside.slice(0, Math.max(0, inside.lastIndexOf("/"))) === each),
          );
        expect([...table.keys()]).toEqual(paths);
        expect(contents(table)).toEqual(paths.map((each) => [each, wanted.get(each)?.mode, wanted.get(each)?.id]));
      }),
    );
  });

  it("since: only what differs from the list is named, also where nothing does any more", async () => {
    const a = { mode: "100644", id: idOf("1") };
    const changed = new Map<string, Place>([
      ["a", a],
      ["b", null],
      ["c", a],
    ]);
    const table = await tableOf([["a", a]], changed);
    expect(table.since?.paths).toEqual(["c"]);
    expect((await tableOf([["a", a]], new Map())).since?.list).toBe(table.since?.list);
    expect((await tableOf([["b", a]], new Map())).since?.list).not.toBe(table.since?.list);
  });

  it("modes: what is no ordinary file has no letter", () => {
    expect(["100644", "100755", "120000", "160000"].map(modeLetter)).toEqual(["-", "x", null, null]);
  });
});
