import { describe, expect, it } from "vitest";
import { bindFile } from "../../src/interface/bindings.ts";
import { commonJsExports, visibleCommonJs, withCommonJs } from "../../src/interface/commonjs.ts";
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

  it("object-literal: an object literal that is assigned names its members, unless it spreads or computes one", () => {
    expect(names("module.exports = { f, g: 1, h() {} };")).toEqual(["f", "g", "h"]);
    expect(names("module.exports = { ...f, g: 1 };")).toEqual(["export="]);
    expect(names("module.exports = { [f]: 1 };")).toEqual(["export="]);
  });

  it("whole: where the whole is assigned, what is assigned to its members is a part of it", () => {
    const file = parseSource("a.cjs", "exports.a = 1; module.exports = f; module.exports.b = 2;");
    expect(visibleCommonJs(file).map(({ name }) => name)).toEqual(["export="]);
    expect([...withCommonJs(bindFile(file), file).exports.keys()]).toEqual(["export="]);
  });

  it("chain: each target of a chained assignment is an export", () => {
    expect(names("exports.a = exports.b = 1;")).toEqual(["a", "b"]);
  });

  it("only-javascript: TypeScript has no such exports", () => {
    expect(names("exports.a = 1;", "a.ts")).toEqual([]);
    expect(names("exports.a = 1;", "a.mjs")).toEqual([]);
  });
});
