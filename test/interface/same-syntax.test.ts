import { describe, expect, it } from "vitest";
import { sameSyntax } from "../../src/interface/same-syntax.ts";
import { parseSource } from "../support/parse-source.ts";

function alike(a: string, b: string): readonly [boolean, readonly string[]] {
  const names = new Set<string>();
  const [left] = parseSource(a).statements;
  const [right] = parseSource(b).statements;
  if (left === undefined || right === undefined) throw new Error("each text holds a statement");
  return [sameSyntax(left, right, names), [...names]];
}

describe("same-syntax", () => {
  it.each([
    ["type A = 'a' | { b?: number };", 'type A =\n  | "a" // first\n  | { /** B. */ b?: number, };'],
    ["type A = readonly string[];", "type A = readonly  string [ ];"],
    ["interface A { f<T>(a: T): void }", "interface A {\n  f<T>(a: T): void;\n}"],
  ])("layout-and-comments: layout, comments and quotes do not count (%s)", (a, b) => {
    expect(alike(a, b.replace('| "a"', '"a"'))[0]).toBe(true);
  });

  it.each([
    ["type A = string;", "type B = string;"],
    ["type A = 1 | 2;", "type A = 2 | 1;"],
    ["type A = 1;", "type A = 2;"],
    ["type A = 'a';", "type A = 'b';"],
    ["type A = `a${string}`;", "type A = `b${string}`;"],
    ["type A = keyof B;", "type A = readonly B[];"],
    ["type A = -1;", "type A = 1;"],
    ["type A = unique symbol;", "type A = keyof symbol;"],
    ["type A = import('a').B;", "type A = typeof import('a').B;"],
    ["interface A { a: 1 }", "interface A { readonly a: 1 }"],
    ["interface A { a: 1 }", "interface A { a?: 1 }"],
    ["interface A { a: 1; b: 1 }", "interface A { b: 1; a: 1 }"],
    ["type A = { [K in B]: 1 };", "type A = { [K in B]?: 1 };"],
    ["type A = { [K in B]-?: 1 };", "type A = { [K in B]+?: 1 };"],
    ["type A = (a: B) => asserts a is C;", "type A = (a: B) => a is C;"],
    ["type A = new () => B;", "type A = abstract new () => B;"],
    ["type A = (...a: B) => C;", "type A = (a: B) => C;"],
    ["type A = 1 | 2;", "type A = 1 | 2 | 3;"],
    ["type A = [];", "type A = [1];"],
    ["type A = (a: B) => C;", "type A = (a: B, b: B) => C;"],
    ["interface A { a: 1 }", "interface A { a: 1; b: 1 }"],
  ])("words-and-order: %s and %s are not alike", (a, b) => {
    expect(alike(a, b)[0]).toBe(false);
    expect(alike(b, a)[0]).toBe(false);
    expect(alike(a, a)[0]).toBe(true);
  });

  it("names-collected: every identifier that may stand for something is collected", () => {
    const text = "type A<T> = Map<N.Key, typeof value.key> & { [symbol]: T; b: 1; f(c: D): [e: 1] };";
    expect(alike(text, text)).toEqual([true, ["A", "T", "Map", "N", "value", "symbol", "D"]]);
  });

  it.each(["type A = (a) => void;", "interface A { b }", "interface A { b() }", "declare function f(a = 1): void;"])(
    "unwritten-types: %s is not even like itself",
    (text) => {
      expect(alike(text, text)[0]).toBe(false);
    },
  );
});
