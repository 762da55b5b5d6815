import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";
import { pairFiles } from "../support/interface/equal-pairs.ts";

const rules = (declared: string, actual: string): readonly string[] =>
  compared(declared, actual, { files: pairFiles }).findings.map(
    ({ rule, export: name }) => `${rule.replace("interface/", "")} ${name}`,
  );

describe("surface", () => {
  it("same-star: stars of one module are equal, by whatever specifier", () => {
    expect(rules('export * from "./session";', 'export * from "./session.js";')).toEqual([]);
    expect(
      compared('export * from "./other";', 'export type * from "./other";', { files: pairFiles }).findings.map(
        ({ change }) => change,
      ),
    ).toEqual(["type-only", "type-only"]);
  });

  it("star-or-names: names written out stand for a star, and the other way round", () => {
    expect(rules('export { a, b, Session } from "./other";', 'export * from "./other";')).toEqual([]);
    expect(rules('export * from "./other";', 'export { a, Session } from "./other";')).toEqual(["missing-export b"]);
  });

  it("whole-star: a star of which the other side has nothing is one finding", () => {
    expect(rules("export {};", 'export * from "./other";')).toEqual(["undeclared-export * from ./other"]);
  });

  it("star-of-package: what the star of a package brings is not known, so a name may be among it", () => {
    expect(rules("export declare const a: 1;", 'export * from "rxjs";')).toEqual(["undecided a"]);
    expect(
      rules("export declare const a: 1;\nexport default a;", 'export * from "rxjs";\nexport const a = 1;'),
    ).toContain("missing-export default");
  });

  it("in-a-comment: a type of a comment in JavaScript is shared where the design exports it, and owed by nobody", () => {
    const source = "/** @typedef {{ a: 1 }} A */\nexport const b = 1;";
    const found = (declared: string) =>
      compared(declared, source, { path: "src/a.js" })
        .findings.filter(({ export: name }) => name !== "b")
        .map(({ rule, message }) => [rule, message]);
    expect(found("export declare const b: 1;")).toEqual([]);
    expect(found("export declare const b: 1;\nexport type A = { a: 1 };")).toEqual([
      ["interface/undecided", "A could not be compared: it stands in a comment, which only the compiler reads"],
    ]);
    expect(found("export declare const b: 1;\nexport type B = 1;").map(([rule]) => rule)).toEqual([
      "interface/missing-export",
    ]);
  });
});
