import { describe, expect, it } from "vitest";
import { importFacts } from "../../src/interface/import-facts.ts";
import { parseSource } from "../support/parse-source.ts";

const read = (text: string): readonly string[] =>
  importFacts(parseSource(text, "a.ts")).map(({ kind, specifier }) => `${kind} ${specifier}`);

describe("importFacts", () => {
  it("statements: each kind of statement is told apart", () => {
    expect(
      read(`import a from "a"; import * as b from "b"; import type { C } from "c"; import "d";
        export * from "e"; export { f } from "f"; import g = require("g"); import type h = require("h");`),
    ).toEqual(["value a", "value b", "type c", "side-effect d", "re-export e", "re-export f", "require g", "type h"]);
  });

  it("type-names: braces with types only import types, empty ones nothing but effects", () => {
    expect(read(`import { type A, type B } from "a"; import { type A, b } from "b"; import {} from "c";`)).toEqual([
      "type a",
      "value b",
      "side-effect c",
    ]);
  });

  it("nested: calls and import types count wherever they stand, in the order of the text", () => {
    const text = `function f(a: import("a").A) { return require("b"); }\nimport "c";\nconst d = () => import("d");`;
    expect(read(text)).toEqual(["type a", "require b", "side-effect c", "dynamic d"]);
  });

  it("computed: a specifier that only a run knows is none, a plain template is one", () => {
    expect(read("import(name); require(`./` + name); import(`./a`); export const b = 1; export { b };")).toEqual([
      "dynamic ./a",
    ]);
  });

  it("look-alikes: comments, strings and methods named require import nothing", () => {
    expect(read(`// require("a")\nconst b = 'import("b")'; object.require("c");`)).toEqual([]);
  });

  it("specifier-range: the range spans the specifier with its quotes", () => {
    const text = `import a from "./a.ts";`;
    const [found] = importFacts(parseSource(text, "a.ts"));
    expect(text.slice(found?.range.start, found?.range.end)).toBe(`"./a.ts"`);
  });
});
