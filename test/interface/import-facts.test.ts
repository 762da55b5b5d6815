import { describe, expect, it } from "vitest";
import { importFacts } from "../../src/interface/import-facts.ts";
import { parseSource } from "../../src/interface/parse.ts";

const kinds = (text: string): readonly string[] =>
  importFacts(parseSource("a.ts", text)).map((fact) => `${fact.specifier} ${fact.kind}`);

describe("import-facts", () => {
  it("type-only: an import whose every name is a type is a type import", () => {
    expect(
      kinds('import { type A, type B } from "x";\nimport type C from "y";\nimport { type D, e } from "z";'),
    ).toEqual(["x type", "y type", "z value"]);
  });

  it("nested: dynamic imports, requires and import types are found at any depth", () => {
    expect(kinds('function f() { return [() => import("a"), require("b")]; }\nlet x: Array<import("c").D>;')).toEqual([
      "a dynamic",
      "b require",
      "c type",
    ]);
  });

  it("computed: a specifier that is computed names no module", () => {
    expect(kinds("import(a); require(`${b}`);")).toEqual([]);
  });

  it("in-text: what only looks like an import in a string or comment is none", () => {
    expect(kinds("const a = 'import(\"x\")'; // require('y')")).toEqual([]);
  });
});
