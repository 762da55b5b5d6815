import { describe, expect, it } from "vitest";
import { isCovariant, isSurelyAssignable } from "../../src/interface/breaking-assignable.ts";
import { leaf } from "../../src/interface/form.ts";
import { typeOf } from "../support/interface/forms.ts";

const nowhere = { self: "", inferred: new Map() };
const fits = (from: string, to: string): boolean => isSurelyAssignable(typeOf(from), typeOf(to), nowhere);

describe("breaking-assignable", () => {
  it.each([
    ["'a'", "string"],
    ["never", "1"],
    ["1", "unknown"],
    ["1 | 2", "number | string"],
    ["true", "boolean"],
    ["`a${string}`", "string"],
    ["undefined", "void"],
    ["{ a: 1 }", "object"],
    ["string[]", "readonly string[]"],
    ["readonly 1[]", "readonly number[]"],
    ["Promise<1>", "PromiseLike<number>"],
    ["[1, 2]", "number[]"],
    ["[1]", "[1?]"],
    ["{ a: 1; b: 2 }", "{ a: number }"],
    ["{ a: 1 }", "{ a: number; b?: 2 }"],
    ["(a: string | number) => 1", "(a: string) => number"],
    ["() => string", "(a: 1) => void"],
    ["{ a(): 1 }", "{ a: () => number }"],
    ["1 & { a: 1 }", "number"],
    ["{ a: 1; b: 2 }", "{ a: 1 } & { b: 2 }"],
  ])("known: %s is %s, and not the other way round", (from, to) => {
    expect([fits(from, to), fits(to, from)]).toEqual([true, false]);
  });

  it.each([
    ["any", "string"],
    ["{ a?: 1 }", "{ a: 1 }"],
    ["readonly [1]", "number[]"],
    ["(a: string) => void", "() => void"],
    ["<T>(a: T) => T", "(a: 1) => 1"],
    ["Map<string, 1>", "Set<string>"],
    ["{ a: 1 }", "{ [key: string]: 1 }"],
    ["[1?]", "1[]"],
    ["abstract new () => 1", "new () => 1"],
  ])("not-known: nobody says that %s is %s", (from, to) => {
    expect(fits(from, to)).toBe(false);
  });

  it("this: `this` is the class that it stands in, and a type parameter that is inferred takes what it extends", () => {
    const self = { ...leaf("reference", "own:A", null) };
    expect(isSurelyAssignable(typeOf("this"), self, { ...nowhere, self: "own:A" })).toBe(true);
    expect(isSurelyAssignable(typeOf("this"), self, { ...nowhere, self: "own:B" })).toBe(false);
    const bound = leaf("bound", "type 1.0", null);
    const inferred = (constraint: string | null) =>
      new Map([["type 1.0", constraint === null ? null : typeOf(constraint)]]);
    expect(isSurelyAssignable(typeOf("1"), bound, { self: "", inferred: inferred(null) })).toBe(true);
    expect(isSurelyAssignable(typeOf("1"), bound, { self: "", inferred: inferred("number") })).toBe(true);
    expect(isSurelyAssignable(typeOf("1"), bound, { self: "", inferred: inferred("string") })).toBe(false);
    expect(isSurelyAssignable(typeOf("1"), bound, nowhere)).toBe(false);
  });

  it("bounded: a comparison without end is not known", () => {
    const many = (from: number): string =>
      Array.from({ length: 80 }, (_, index) => `{ a${from + index}: 1 }`).join(" | ");
    expect(fits(many(0), many(0))).toBe(true);
    expect(fits(many(0), many(100))).toBe(false);
    expect(fits(`${many(0)} | { z: 1 }`, many(0))).toBe(false);
  });

  it("covariant: arguments of arrays and promises are only read", () => {
    expect(["string[]", "Promise<1>", "WeakMap<{}, 1>"].map((type) => isCovariant(typeOf(type)))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
