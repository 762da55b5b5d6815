import { describe, expect, it } from "vitest";
import { alternatives, extensionsOf, testPattern } from "../../../src/commands/init/test-pattern.ts";

const root = { package: "", code: "src/", extensions: "ts" };
const sources = ["src/a.ts", "src/b/c.ts"];
const pattern = (...tests: string[]) => testPattern(root, [...sources, ...tests]);

describe("test pattern", () => {
  it("mirrored-folder: the folder that mirrors the code", () => {
    expect(pattern("test/a.test.ts", "test/b/c.test.ts")).toBe("test/{path}.test.ts");
    expect(pattern("tests/a.spec.ts")).toBe("tests/{path}.spec.ts");
    expect(pattern("test/unit/a.test.ts", "test/e2e/x.test.ts")).toBe("test/unit/{path}.test.ts");
    expect(pattern("spec/src/b/c.spec.ts")).toBe("spec/src/{path}.spec.ts");
  });

  it("colocated: beside the source, and in __tests__ beside it", () => {
    expect(pattern("src/a.test.ts")).toBe("src/{path}.test.ts");
    expect(pattern("src/__tests__/a.test.ts", "src/b/__tests__/c.test.ts")).toBe("src/{dir}/__tests__/{base}.test.ts");
  });

  it("test-and-spec: both infixes", () => {
    expect(pattern("src/a.test.ts", "src/b/c.spec.ts")).toBe("src/{path}.{test,spec}.ts");
  });

  it("no-infix: a folder of tests is known by its pairs", () => {
    expect(pattern("test/a.js", "test/b/c.js")).toBe("test/{path}.js");
  });

  it("no-pairs: tests of no source still say where tests lie", () => {
    expect(pattern("tests/everything.test.ts")).toBe("tests/{path}.test.ts");
  });

  it("no-tests: the default place, with the extensions of the sources", () => {
    expect(pattern()).toBe("test/{path}.test.ts");
    expect(testPattern({ ...root, extensions: "{ts,tsx}" }, sources)).toBe("test/{path}.test.{ts,tsx}");
  });

  it("monorepo: placeholders of the package stand in the pattern", () => {
    const files = ["packages/a/src/x.ts", "packages/a/test/x.test.ts", "packages/b/src/y.ts"];
    expect(testPattern({ package: "packages/{package}/", code: "src/", extensions: "ts" }, files)).toBe(
      "packages/{package}/test/{path}.test.ts",
    );
  });

  it("names extensions in a fixed order and braces only where there are several", () => {
    expect(extensionsOf(["a.js", "b.tsx", "c.ts", "d.md"])).toEqual(["ts", "tsx", "js"]);
    expect([alternatives(["ts"]), alternatives(["ts", "js"])]).toEqual(["ts", "{ts,js}"]);
  });
});
