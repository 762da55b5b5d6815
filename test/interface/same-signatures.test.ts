import { describe, expect, it } from "vitest";
import { sameOf } from "../support/interface/same-of.ts";

describe("sameSignatures", () => {
  it("type-parameters: type parameters stand for each other by position, with equal constraints, defaults and const", () => {
    expect(sameOf("<T, U extends T>(a: T, b: U) => U", "<A, B extends A>(x: A, y: B) => B")).toBe("same");
    expect(sameOf("<T, U>(a: T, b: U) => U", "<A, B>(x: A, y: B) => A")).not.toBe("same");
    expect(sameOf("<T extends string>(a: T) => T", "<A extends number>(x: A) => A")).toBe("different");
    expect(sameOf("<T = string>(a: T) => T", "<A>(x: A) => A")).toBe("different");
    expect(sameOf("<const T>(a: T) => T", "<A>(x: A) => A")).toBe("different");
    expect(sameOf("<T>(a: T) => void", "(x: string) => void")).toBe("different");
  });

  it("overload-order: the same overloads in another order differ", () => {
    const [one, other] = ["(a: string): 1", "(a: any): 2"];
    expect(sameOf(`{ ${one}; ${other} }`, `{ ${one}; ${other} }`)).toBe("same");
    expect(sameOf(`{ ${one}; ${other} }`, `{ ${other}; ${one} }`)).toBe("different");
    expect(sameOf(`{ ${one} }`, `{ ${one}; ${other} }`)).toBe("different");
  });

  it("arity: optional and rest parameters count", () => {
    expect(sameOf("(a?: string) => void", "(a: string | undefined) => void")).toBe("different");
    expect(sameOf("(...a: string[]) => void", "(a: string[]) => void")).toBe("different");
    expect(sameOf("(a: 1, b: 2) => void", "(a: 1) => void")).toBe("different");
    expect(sameOf("new () => {}", "abstract new () => {}")).toBe("different");
  });

  it("this-and-predicates: what this must be and what a result says of a parameter count", () => {
    expect(sameOf("(this: Date) => void", "() => void")).toBe("different");
    expect(sameOf("(this: Date) => void", "(this: { a: 1 }) => void")).toBe("different");
    expect(sameOf("(a: unknown) => a is 1", "(b: unknown) => b is 1")).toBe("same");
    expect(sameOf("(a: unknown) => a is 1", "(a: unknown) => a is 2")).toBe("different");
    expect(sameOf("(a: unknown) => a is 1", "(a: unknown) => boolean")).toBe("different");
    expect(sameOf("(a: unknown) => asserts a is 1", "(a: unknown) => a is 1")).toBe("different");
    expect(sameOf("(a: any, b: any) => a is 1", "(a: any, b: any) => b is 1")).toBe("different");
  });
});
