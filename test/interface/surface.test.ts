import { describe, expect, it } from "vitest";
import { compareSurfaces } from "../../src/interface/surface.ts";
import { sidesOf } from "../support/interface/sides.ts";

const files = { "src/b.ts": "export const b1 = 1, b2 = 2;", "src/index.ts": "" };

function surface(declared: string, actual: string) {
  const { design, source, graph } = sidesOf(declared, actual, { files });
  const found = compareSurfaces(design.module, source, graph);
  const names = (list: readonly { readonly name: string }[]): readonly string[] => list.map(({ name }) => name).sort();
  return {
    shared: names(found.shared),
    missing: names(found.missing),
    undeclared: names(found.undeclared),
    stars: [found.missingStars.length, found.sharedStars, found.undeclaredStars.length],
    doubtful: found.doubtful.map(({ side, name }) => `${side} ${name.name}`).sort(),
  };
}

const nothing = { shared: [], missing: [], undeclared: [], stars: [0, 0, 0], doubtful: [] };

describe("compareSurfaces", () => {
  it("one-sided: names that only one side has are told apart", () => {
    expect(
      surface("export declare const a: 1; export declare const b: 1;", "export const b = 1; export const c = 1;"),
    ).toEqual({
      ...nothing,
      shared: ["b"],
      missing: ["a"],
      undeclared: ["c"],
    });
  });

  it("same-star: stars that lead to one module are one, however they are written", () => {
    expect(surface(`export * from "./b";`, `export * from "./b.js";`)).toEqual({ ...nothing, stars: [0, 1, 0] });
    expect(surface(`export * from "rxjs";`, `export * from "rxjs";`)).toEqual({ ...nothing, stars: [0, 1, 0] });
    expect(surface(`export type * from "rxjs";`, `export * from "rxjs";`).stars).toEqual([1, 0, 1]);
  });

  it("written-out: names that one side writes out are found behind the other's star", () => {
    expect(surface("export declare const b1: 1; export declare const b2: 2;", `export * from "./b";`)).toEqual({
      ...nothing,
      shared: ["b1", "b2"],
    });
    expect(surface("export declare const b1: 1;", `export * from "./b";`)).toEqual({
      ...nothing,
      shared: ["b1"],
      undeclared: ["b2"],
    });
  });

  it("whole-star: a star of which the other side has nothing is told as one", () => {
    expect(surface("", `export * from "./b";`)).toEqual({ ...nothing, stars: [0, 0, 1] });
    expect(surface(`export * from "./b";`, "")).toEqual({ ...nothing, stars: [1, 0, 0] });
  });

  it("package-star: what a package may bring is in doubt, but no default comes through a star", () => {
    expect(surface("export declare const a: 1; export default a;", `export * from "rxjs";`)).toMatchObject({
      missing: ["default"],
      stars: [0, 0, 0],
      doubtful: ["declared a"],
    });
    expect(surface(`export * from "rxjs";`, "export const a = 1;").doubtful).toEqual(["actual a"]);
  });
});
