import { describe, expect, it } from "vitest";
import { formOf, shown, typeOf } from "../support/interface/forms.ts";

describe("type-form", () => {
  it("notations: brackets, array notations and labels do not count", () => {
    expect(typeOf("(string)[]").key).toBe(typeOf("Array<string>").key);
    expect(typeOf("readonly string[]").key).toBe(typeOf("ReadonlyArray<string>").key);
    expect(typeOf("[a: 1, b?: 2]").key).toBe(typeOf("[1, 2?]").key);
  });

  it("bound-names: `infer` variables and mapped keys are positions", () => {
    expect(typeOf("Foo extends Array<infer A> ? A : never").key).toBe(
      typeOf("Foo extends (infer B)[] ? B : never").key,
    );
    expect(typeOf("{ [K in 'a']: K }").key).toBe(typeOf("{ [P in 'a']: P }").key);
  });

  it("mapped-modifiers: signs before modifiers count only where they take away", () => {
    expect(typeOf("{ +readonly [K in 'a']+?: 1 }").key).toBe(typeOf("{ readonly [K in 'a']?: 1 }").key);
    expect(typeOf("{ [K in 'a']-?: 1 }").key).not.toBe(typeOf("{ [K in 'a']?: 1 }").key);
  });

  it("predicates: a predicate speaks of a position", () => {
    expect(typeOf("(a: unknown, b: 1) => a is string").key).toBe(typeOf("(x: unknown, y: 1) => x is string").key);
    expect(typeOf("(a: unknown) => asserts a").key).not.toBe(typeOf("(a: unknown) => a is string").key);
  });

  it("imports: `import()` is the name that it leads to", () => {
    const form = formOf(
      'import type { Session } from "./session";\nexport type T = [Session, import("./barrel").Renamed];',
    );
    expect(shown(form)).toContain(
      "element 0: element(type: reference src/session.ts#Session), element 1: element(type: reference src/session.ts#Session)",
    );
  });

  it("unknown-syntax: syntax that is not known is a hole", () => {
    expect(typeOf("?string").holed).toBe(true);
  });

  it("distributive: a conditional type of a local alias looks at the alternatives of its argument one by one", () => {
    const local = "type D<X> = X extends string ? [X] : never; export type T = ";
    expect(formOf(`${local}D<"a" | "b">;`).key).toBe(formOf(`${local}D<"a"> | D<"b">;`).key);
    expect(formOf(`${local}D<"a" | "b">;`).key).not.toBe(
      formOf('export type T = "a" | "b" extends string ? ["a" | "b"] : never;').key,
    );
    expect(formOf(`${local}D<never>;`).key).toBe(formOf("export type T = never;").key);
  });
});
