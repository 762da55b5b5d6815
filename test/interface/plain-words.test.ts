import { describe, expect, it } from "vitest";
import { parseSource } from "../../src/interface/parse.ts";
import { plainWords } from "../../src/interface/plain-words.ts";

const words = (text: string): string => parseSource("a.ts", text).statements.map(plainWords).join("\n");
const same = (a: string, b: string): boolean => words(a) === words(b);
const types = (a: string, b: string): boolean => same(`type A = ${a};`, `export type A = ${b}`);

describe("plainWords", () => {
  it("layout: comments, layout, quotes and trailing marks do not count", () => {
    expect(types("{ a: 'x', /* one */ }", '{\n  a: "x" // two\n;}')).toBe(true);
    expect(same("enum E { a = 1, b }", "declare enum E { a = 1, b, }")).toBe(true);
    expect(types("[a: 1, b: 2]", "[ a: 1, b: 2, ]")).toBe(true);
    expect(types("{ a: 1 }", "{ a: 2 }")).toBe(false);
    expect(same("let ab: 1", "let a: 1")).toBe(false);
  });

  it("in-texts: what stands in a text is no comment", () => {
    expect(types("'http://a'", "'http://b'")).toBe(false);
    expect(types("`/*${1}*/`", "`/*${2}*/`")).toBe(false);
  });

  it("arrays: `T[]` is `Array<T>`, and so it is with `readonly`", () => {
    expect(types("string[][]", "Array<Array<string>>")).toBe(true);
    expect(types("readonly string[]", "ReadonlyArray<string>")).toBe(true);
    expect(types("readonly string[]", "string[]")).toBe(false);
  });

  it("alternatives: their order and repetition do not count", () => {
    expect(types("| 1 | 2 | 1", "2 | 1")).toBe(true);
    expect(types("1 & 2", "2 & 1")).toBe(false);
  });

  it("parentheses: superfluous ones do not count, others do", () => {
    expect(types("((1) | 2)[]", "Array<2 | 1>")).toBe(true);
    expect(types("(1 | 2) & 3", "1 | (2 & 3)")).toBe(false);
    expect(types("(() => 1) | 2", "() => 1 | 2")).toBe(false);
    expect(types("(keyof A)[]", "keyof A[]")).toBe(false);
  });
});
