import { describe, expect, it } from "vitest";
import { commonJsExports } from "../../src/interface/commonjs.ts";
import { parseSource } from "../../src/interface/parse.ts";

const names = (text: string, path = "a.cjs") => commonJsExports(parseSource(path, text)).map(({ name }) => name);

describe("commonjs", () => {
  it("assignments: members of `exports` and `module.exports` are named, the whole is `export=`", () => {
    expect(names("exports.a = 1; module.exports.b = 2; module.exports['c'] = 3; module.exports = {};")).toEqual([
      "a",
      "b",
      "c",
      "export=",
    ]);
  });

  it("chain: each target of a chained assignment is an export", () => {
    expect(names("exports.a = exports.b = 1;")).toEqual(["a", "b"]);
  });

  it("only-javascript: TypeScript has no such exports", () => {
    expect(names("exports.a = 1;", "a.ts")).toEqual([]);
    expect(names("exports.a = 1;", "a.mjs")).toEqual([]);
  });
});
