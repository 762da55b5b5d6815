import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble, indexRecords, records, skipped, statusRecords } from "../../src/host/listing.ts";
import type { FileEntry } from "../../src/snapshot.ts";

const entry = (mode = "100644"): FileEntry => ({ id: mode, mode, read: async () => new Uint8Array() });
const id = "a".repeat(40);

describe("records", () => {
  it("empty: no output is no record", () => {
    expect(records(Buffer.from(""))).toEqual([]);
    expect(records(Buffer.from("a\0b\0"))).toEqual(["a", "b"]);
  });
});

describe("indexRecords", () => {
  it("odd-names: tabs, line feeds, quotes and spaces stay part of the path", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", " ", "\t", "\n", '"', "\\", "ü", "\u{1F600}"), minLength: 1 }),
        (path) => {
          const output = Buffer.from(`H 100644 ${id} 0\t${path}\0`);
          expect(indexRecords(output)).toEqual([{ flag: "H", mode: "100644", id, stage: "0", path }]);
        },
      ),
    );
  });
});

describe("statusRecords", () => {
  it("kinds: changed, unmerged and untracked files, headers and unknown records left out", () => {
    const output = [
      "# branch.oid (initial)",
      `1 .M N... 100644 100644 100755 ${id} ${id} a b.ts`,
      `1 .D N... 100644 100644 000000 ${id} ${id} gone.ts`,
      `u UU N... 100644 100644 100644 100644 ${id} ${id} ${id} both sides.ts`,
      "? new\nline.ts",
      "! ignored.ts",
    ];
    expect(statusRecords(Buffer.from(output.map((line) => `${line}\0`).join("")))).toEqual([
      { worktree: "M", mode: "100755", id, path: "a b.ts" },
      { worktree: "D", mode: "000000", id, path: "gone.ts" },
      { worktree: "U", mode: "100644", id: "", path: "both sides.ts" },
      { worktree: "?", mode: "", id: "", path: "new\nline.ts" },
    ]);
  });
});

describe("assemble", () => {
  it("order: files are sorted by code point", () => {
    const { files } = assemble(["b", "B", "a/z", "a"].map((path) => ({ path, entry: entry() })));
    expect([...files.keys()]).toEqual(["B", "a", "a/z", "b"]);
  });

  it("decomposed: a decomposed name is listed in NFC, and its twin is left out with a notice", () => {
    const twins = [
      { path: "u\u0308.ts", entry: entry("100755") },
      { path: "ü.ts", entry: entry() },
    ];
    const { files, notices } = assemble(twins);
    expect([...files]).toEqual([["ü.ts", twins[0]?.entry]]);
    expect(notices).toEqual([{ code: "path-twins", message: expect.stringContaining("ü.ts") }]);
  });

  it("left-out: submodules, symlinks and names that are not UTF-8 are left out with a notice each", () => {
    const { files, notices, unjudged } = assemble([
      { path: "sub", entry: entry("160000") },
      { path: "link", entry: entry("120000") },
      { path: "bad\u{FFFD}.ts", entry: entry() },
    ]);
    expect(files.size).toBe(0);
    expect(notices.map(({ code }) => code)).toEqual(["submodules-skipped", "symlinks-skipped", "undecodable-paths"]);
    expect(unjudged.map(({ path }) => path)).toEqual(["sub", "link", "bad\u{FFFD}.ts"]);
  });
});

describe("skipped", () => {
  it("many: three paths are named and the others counted", () => {
    expect(skipped("x", "Left out", ["a", "b", "c", "d", "e"])).toEqual([
      { code: "x", message: "Left out: a, b, c and 2 more" },
    ]);
    expect(skipped("x", "Left out", [])).toEqual([]);
  });
});
