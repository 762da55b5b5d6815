import { describe, expect, it } from "vitest";
import { commonJsExports } from "../../src/interface/commonjs.ts";
import { parseSource } from "../support/parse-source.ts";

const names = (text: string, path = "a.js"): readonly string[] =>
  commonJsExports(parseSource(text, path)).map(({ name }) => name);

describe("commonJsExports", () => {
  it("chained: one statement may assign several names", () => {
    expect(names("exports.a = module.exports.b = exports['c'] = f();")).toEqual(["a", "b", "c"]);
  });

  it("whole-module: what is assigned to `module.exports` itself is `export=`", () => {
    expect(names("module.exports = { a: 1 };")).toEqual(["export="]);
    expect(names("module.exports = exports = f;")).toEqual(["export="]);
  });

  it("assigned-twice: a name counts once, where it is assigned first", () => {
    const [found, ...others] = commonJsExports(parseSource("exports.a = 1;\nexports.a = 2;", "a.cjs"));
    expect(found?.node.getStart()).toBe(0);
    expect(others).toEqual([]);
  });

  it("computed-name: a name that is only known at run time is left out", () => {
    expect(names("exports[name] = 1;\nexports[`b`] = 2;")).toEqual(["b"]);
  });

  it("not-at-the-top: assignments inside of functions and blocks, and to other objects, are left out", () => {
    expect(
      names("if (x) { exports.a = 1; }\nfunction f() { exports.b = 1; }\nother.exports = 1;\nother.c = 1;"),
    ).toEqual([]);
  });

  it("other-languages: TypeScript files and ES modules have none", () => {
    for (const path of ["a.ts", "a.tsx", "a.cts", "a.mjs"]) expect(names("exports.a = 1;", path)).toEqual([]);
    for (const path of ["a.js", "a.jsx", "a.cjs"]) expect(names("exports.a = 1;", path)).toEqual(["a"]);
  });
});
