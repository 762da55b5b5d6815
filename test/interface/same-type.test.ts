import { describe, expect, it } from "vitest";
import { sameOf } from "../support/interface/same-of.ts";

describe("sameType", () => {
  it("computed: a computed type is what comes out of it", () => {
    const more = "interface A { a: string; readonly b: 1; m(): void }";
    expect(sameOf("Partial<A>", "{ m?(): void; readonly b?: 1; a?: string }", more)).toBe("same");
    expect(sameOf("keyof A", "'a' | 'b' | 'm'", more)).toBe("same");
    expect(sameOf("A['a']", "string", more)).toBe("same");
    expect(sameOf("Exclude<keyof A, 'a'>", "'m' | 'b'", more)).toBe("same");
    expect(sameOf("Exclude<keyof A, 'a'>", "'m' | 'c'", more)).toBe("different");
    expect(sameOf("{ a: 1 } & { b: 2 }", "{ a: 1; b: 2 }")).toBe("same");
    expect(sameOf("`x${'a' | 'b'}`", "'xa' | 'xb'")).toBe("same");
    expect(sameOf("`x${string}`", "`y${string}`")).toBe("different");
    expect(sameOf("{ [key: string]: 1 }", "{ [K in string]: 1 }")).toBe("same");
    expect(sameOf("{ [key: string]: 1 }", "{ [key: number]: 1 }")).toBe("different");
    expect(sameOf("[1, 2?]", "[1, 2]")).toBe("different");
    expect(sameOf("1[]", "[1]")).toBe("different");
    expect(sameOf("'a' extends string ? ['a'] : 1", "['a']")).toBe("same");
  });

  it("modifiers: optional and read-only members differ from others, also where a mapped type made them", () => {
    const more = "interface A { a: string; readonly b?: 1 }";
    expect(sameOf("Readonly<A>", "{ readonly a: string; readonly b?: 1 }", more)).toBe("same");
    expect(sameOf("Readonly<A>", "A", more)).toBe("different");
    expect(sameOf("Mutable<A>", "{ a: string; b: 1 }", more)).toBe("same");
    expect(sameOf("Mutable<A>", "{ a: string; readonly b: 1 }", more)).toBe("different");
    expect(sameOf("Partial<A>", "A", more)).toBe("different");
    expect(sameOf("{ get a(): 1 }", "{ readonly a: 1 }")).toBe("same");
    expect(sameOf("{ get a(): 1 }", "{ a: 1 }")).toBe("different");
  });

  it("any: any is the same as nothing but any", () => {
    expect(sameOf("{ a: any }", "{ a: unknown }")).toBe("different");
    expect(sameOf("{ a: any }", "{ a: any }")).toBe("same");
    expect(sameOf("any[]", "string[]")).toBe("different");
  });

  it("recursive: types that contain themselves are the same as long as nothing says otherwise", () => {
    const more =
      "interface L { next: L | null; v: 1 } interface M { next: M | null; v: 1 } interface N { next: N | null; v: 2 }";
    expect(sameOf("L", "M", more)).toBe("same");
    expect(sameOf("L", "N", more)).toBe("different");
  });

  it("nominal: classes with private members, enums and unique symbols are themselves only", () => {
    const more =
      "declare class A { private x: 1 } declare class B { private x: 1 } declare class C { y: 1 } declare enum E { A } declare enum F { A } declare const s: unique symbol; declare const t: unique symbol;";
    expect(sameOf("A", "B", more)).toBe("different");
    expect(sameOf("C", "{ y: 1 }", more)).toBe("same");
    expect(sameOf("E", "F", more)).toBe("different");
    expect(sameOf("E", "0", more)).toBe("different");
    expect(sameOf("typeof s", "typeof t", more)).toBe("different");
  });

  it("waiting: what waits for a type parameter is unknown, unless it waits in the same way", () => {
    expect(sameOf("T", "T")).toBe("same");
    expect(sameOf("keyof T", "keyof T")).toBe("same");
    expect(sameOf("keyof T", "keyof U")).not.toBe("same");
    expect(sameOf("Partial<T>", "{ a?: 1 }")).toBe("unknown");
    expect(sameOf("T extends 1 ? 2 : 3", "2 | 3")).toBe("unknown");
    expect(sameOf("{ a: T; b: 1 }", "{ a: T; b: 2 }")).toBe("different");
  });

  it("unresolved: what could not be resolved is unknown", () => {
    expect(sameOf("{ a: Nowhere }", "{ a: Nowhere }")).toBe("unknown");
    expect(sameOf("Nowhere", "string")).toBe("unknown");
  });

  it("bounded: too many parts, or parts too deep, are unknown", () => {
    const deep = (end: string): string => `${"{ a: ".repeat(80)}${end}${" }".repeat(80)}`;
    expect(sameOf(deep("1"), deep("1"))).toBe("unknown");
    const wide = (end: string): string =>
      Array.from({ length: 300 }, (_, index) => `{ a${index}: ${end} }`).join(" | ");
    expect(sameOf(wide("1"), wide("2"))).not.toBe("same");
  });
});
