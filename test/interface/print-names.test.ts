import { describe, expect, it } from "vitest";
import { namesIn } from "../../src/interface/print-names.ts";

const names = (text: string) => [...namesIn(text)].sort();

describe("namesIn", () => {
  it("places: types, heritage, `typeof`, computed keys, enum values, exports and aliases mention names", () => {
    expect(names("declare class K extends B.C implements I { [k]: typeof v.w; m(): R<A>; }")).toEqual([
      "A",
      "B",
      "I",
      "R",
      "k",
      "v",
    ]);
    expect(names("enum E { A = base + 1 }\nexport default d;\nimport x = N.M;")).toEqual(["N", "base", "d"]);
  });

  it("hidden: type parameters and what a namespace declares itself are not meant", () => {
    expect(names("declare function f<T>(a: T): { [P in keyof T]: P };\ntype U = T;")).toEqual(["T"]);
    expect(names("declare namespace N { interface L {} const m: L; }")).toEqual([]);
  });

  it("import-types: an import type names no local", () => {
    expect(names('declare const a: import("./b.js").C<D>;')).toEqual(["D"]);
  });
});
