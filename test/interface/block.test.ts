import { describe, expect, it } from "vitest";
import { isRead, readBlocks } from "../../src/interface/block.ts";
import { blockOf } from "../support/interface/compared.ts";

describe("block", () => {
  it("no-export-keyword: without any `export` everything is exported, with one only what says so", () => {
    const names = (text: string) => [...readBlocks([blockOf(text)], "a.ts").module.bindings.exports.keys()];
    expect(names("interface A {}\nfunction f(): void;")).toEqual(["A", "f"]);
    expect(names("interface A {}\nexport function f(): void;")).toEqual(["f"]);
    expect(names("interface A {}\nexport {};")).toEqual([]);
    expect(readBlocks([blockOf("interface A {}")], "a.ts").everything).toBe(true);
    expect(readBlocks([blockOf("export interface A {}")], "a.ts").everything).toBe(false);
  });

  it("mapped-lines: places are mapped line by line, so indentation and line ends do not matter", () => {
    const block = { ...blockOf("type A = 1;\ntype B = 2;"), lines: [10, 40], range: { start: 10, end: 60 } };
    expect(readBlocks([block], "a.ts").rangeOf({ start: 17, end: 18 })).toEqual({ start: 45, end: 46 });
  });

  it("there-and-back: a place in the Markdown file leads back to where it was in the virtual file", () => {
    const first = { ...blockOf("type A = 1;\ntype B = 2;"), lines: [10, 40], range: { start: 10, end: 51 } };
    const { rangeOf, textRangeOf } = readBlocks([first, blockOf("type C = 3;", 100)], "a.ts");
    for (const range of [
      { start: 0, end: 11 },
      { start: 12, end: 23 },
      { start: 17, end: 18 },
      { start: 24, end: 35 },
    ])
      expect(textRangeOf(rangeOf(range))).toEqual(range);
  });

  it("own-errors: a block that ends in the middle of a declaration is blamed itself", () => {
    const first = blockOf("export interface A {", 0);
    const second = blockOf("export interface B {}", 100);
    expect(readBlocks([first, second], "a.ts").problems.every(({ range }) => range.start < 100)).toBe(true);
  });

  it("tsx-block: a `tsx` block makes the file TSX", () => {
    expect(readBlocks([blockOf("const a = <b>c</b>;", 0, "tsx")], "a.ts").problems).toEqual([]);
    expect(readBlocks([blockOf("const a = <b>c</b>;")], "a.ts").problems).not.toEqual([]);
  });

  it("other-language: a block of any other language is not read, and moves no place", () => {
    const blocks = [blockOf("const a: 1;", 10), blockOf("const b: 1;", 50, "typescript"), blockOf("const c: 1;", 100)];
    const { module, rangeOf } = readBlocks(blocks, "a.ts");
    expect(blocks.map(isRead)).toEqual([true, false, true]);
    expect([...module.bindings.exports.keys()]).toEqual(["a", "c"]);
    expect(rangeOf({ start: 18, end: 19 })).toEqual({ start: 106, end: 107 });
  });

  it("no-blocks: without blocks nothing is declared", () => {
    expect(readBlocks([], "a.ts").module.bindings.exports.size).toBe(0);
  });
});
