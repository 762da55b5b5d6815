import { describe, expect, it } from "vitest";
import { formOf } from "../support/interface/forms.ts";

describe("expression-form", () => {
  it("widening: constants keep their literals, members of objects and arrays widen", () => {
    expect(formOf("export const T = { a: 1, b: ['x'] };").key).toBe(
      formOf("export declare const T: { a: number; b: string[] };").key,
    );
  });

  it("const-assertion: `as const` makes literals, read-only members and read-only tuples", () => {
    expect(formOf("export const T = { a: [1, { b: 'x' }] } as const;").key).toBe(
      formOf("export declare const T: { readonly a: readonly [1, { readonly b: 'x' }] };").key,
    );
  });

  it("satisfied: `satisfies` may keep literals and tuples as they are, so only plain literals are read", () => {
    expect(formOf("export const T = 1 satisfies number;").key).toBe(formOf("export const T = 1;").key);
    expect(formOf("export const T = { a: 'b' } satisfies { a: 'b' };").holed).toBe(true);
    expect(formOf("export const T = { a: ['b'] } as const satisfies { a: string[] };").holed).toBe(true);
  });

  it("not-guessed: calls, `new`, references, spreads and shorthands are holes", () => {
    for (const text of ["f()", "new F()", "a", "{ ...a }", "{ a }", "[]", "[...a]", "a + b", "a ? 1 : 2", "class {}"]) {
      expect(formOf(`export const T = ${text};`).holed, text).toBe(true);
    }
  });

  it("functions: a function that is written out is its signature", () => {
    expect(formOf("export const T = (a: 1): 2 => a;").key).toBe(formOf("export declare function T(a: 1): 2;").key);
  });
});
