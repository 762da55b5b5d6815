import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { specifierTokens, stemToken, token } from "../../src/engine/tokens.ts";
import { resolveRelative } from "../../src/workspace/resolve.ts";

describe("tokens", () => {
  it("leads-here: whatever a specifier may lead to is found by it, and finds it", () => {
    const step = fc.constantFrom("a", "index", "a.b", "a.d", "a.js", "index/index");
    const folder = fc.constantFrom("", "src/", "src/a/");
    const ending = fc.constantFrom(
      "",
      ".ts",
      ".tsx",
      ".d.ts",
      ".js",
      ".mjs",
      ".cts",
      ".json",
      ".d.css.ts",
      "/index.ts",
      "/index.d.ts",
    );
    const file = fc.tuple(folder, step, ending).map((parts) => parts.join(""));
    const specifier = fc
      .tuple(
        fc.constantFrom("./", "../", "./a/", "."),
        step,
        fc.constantFrom("", ".js", ".ts", ".mjs", ".json", "/", "?raw"),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(file, specifier, fc.constantFrom("src/x.ts", "src/a/x.ts", "x.ts"), (path, wanted, from) => {
        if (resolveRelative(new Set([path]), from, wanted) !== path) return;
        const tokens = new Set(specifierTokens(from, wanted));
        expect(tokens.has(stemToken(path)), `${from} ${wanted} ${path}`).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it("kinds: the same text means another thing for each kind", () => {
    const kinds = ["id", "lacks", "case", "uses", "links", "stem", "imports", "is"] as const;
    expect(new Set(kinds.map((kind) => token(kind, "src/a"))).size).toBe(kinds.length);
  });

  it("letter-case: ids and missing places are found in any letter case, paths as they are", () => {
    for (const kind of ["id", "lacks", "case"] as const) expect(token(kind, "A")).toBe(token(kind, "a"));
    for (const kind of ["uses", "links"] as const) expect(token(kind, "A")).not.toBe(token(kind, "a"));
  });

  it("packages: a specifier that is no relative path has no tokens", () => {
    expect(specifierTokens("src/a.ts", "vitest")).toEqual([]);
    expect(specifierTokens("src/a.ts", "../../../out.ts")).toEqual([]);
  });
});
