import { describe, expect, it } from "vitest";
import { freeTypeNames, isLibraryName } from "../../src/interface/global-names.ts";
import { sidesOf } from "../support/interface/sides.ts";

const free = (text: string): readonly string[] => [...freeTypeNames(sidesOf("", text).source)].sort();

describe("isLibraryName", () => {
  it("libraries: names of the language, of browsers and of Node.js are known", () => {
    expect(
      ["Map", "PromiseLike", "HTMLDivElement", "NodeJS", "IDBRequest"].filter((name) => !isLibraryName(name)),
    ).toEqual([]);
  });

  it("misspelled: a name that no library has is none", () => {
    expect(["Promis", "Sesion", "map"].filter(isLibraryName)).toEqual([]);
  });
});

describe("freeTypeNames", () => {
  it("declared-here: what the file declares, imports or binds is not free", () => {
    expect(free(`import type { A } from "a"; interface B { a: A } type C<D> = [B, D, E] | (<F>(f: F) => G);`)).toEqual([
      "E",
      "G",
    ]);
  });

  it("leftmost: of a dotted name only the root counts", () => {
    expect(free("type A = Ns.Inner.B; const c: typeof d.e = 1;")).toEqual(["Ns", "d"]);
  });

  it("bases: names that classes and interfaces extend count", () => {
    expect(free("interface A extends B<C> {} class D extends E implements F {}")).toEqual(["B", "C", "E", "F"]);
  });

  it("values: names in expressions do not count", () => {
    expect(free("const a = window.b(c);")).toEqual([]);
  });
});
