import { describe, expect, it } from "vitest";
import { exemptions } from "../../../src/commands/init/exemptions.ts";

const mirrored = { source: "src/{path}.ts", test: "test/{path}.test.ts" };
const globs = (files: readonly string[], patterns = mirrored) =>
  exemptions(files, [patterns]).flatMap((entry) => entry.files);

describe("exemptions", () => {
  it("only-matching: globs that fit a source, and no others", () => {
    expect(globs(["src/a.ts"])).toEqual([]);
    expect(globs(["src/a.ts", "src/generated/b.ts", "src/c.gen.ts"])).toEqual(["**/generated/**", "**/*.gen.*"]);
  });

  it("outside-roots: generated files under no root need none", () => {
    expect(globs(["src/a.ts", "generated/b.ts"])).toEqual([]);
  });

  it("stray-tests: tests among the sources that the pattern does not fit", () => {
    expect(globs(["src/a.ts", "test/a.spec.ts", "src/__tests__/a.test.ts"])).toEqual(["**/__tests__/**"]);
  });

  it("spares-tests: no glob covers a test that fits its pattern", () => {
    const inFolders = { source: "src/{path}.ts", test: "src/{dir}/__tests__/{base}.test.ts" };
    const files = ["src/a.ts", "src/b.ts", "src/__tests__/a.test.ts", "src/b.test.ts"];
    expect(globs(files, inFolders)).toEqual(["src/b.test.ts"]);
  });
});
