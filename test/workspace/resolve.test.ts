import { describe, expect, it } from "vitest";
import { resolveRelative } from "../../src/workspace/resolve.ts";

const resolve = (specifier: string, ...paths: string[]): string | null =>
  resolveRelative(new Set(paths), "src/a/b.ts", specifier);

describe("resolveRelative", () => {
  it("exact: a path that stands there as it is", () => {
    expect(resolve("./c.ts", "src/a/c.ts")).toBe("src/a/c.ts");
    expect(resolve("../data.json", "src/data.json")).toBe("src/data.json");
    expect(resolve("./c.js?raw", "src/a/c.js")).toBe("src/a/c.js");
  });

  it("typescript-for-js: a .js specifier means the TypeScript file where there is one", () => {
    expect(resolve("./c.js", "src/a/c.js", "src/a/c.ts")).toBe("src/a/c.ts");
    expect(resolve("./c.js", "src/a/c.js", "src/a/c.d.ts")).toBe("src/a/c.js");
    expect(resolve("./c.js", "src/a/c.d.ts")).toBe("src/a/c.d.ts");
    expect(resolve("./c.mjs", "src/a/c.mts")).toBe("src/a/c.mts");
    expect(resolve("./c.cjs", "src/a/c.d.cts")).toBe("src/a/c.d.cts");
    expect(resolve("./c.jsx", "src/a/c.tsx")).toBe("src/a/c.tsx");
  });

  it("no-extension: completed in a fixed order, files before folders", () => {
    expect(resolve("./c", "src/a/c.js", "src/a/c.ts", "src/a/c/index.ts")).toBe("src/a/c.ts");
    expect(resolve("./c", "src/a/c/index.tsx")).toBe("src/a/c/index.tsx");
    expect(resolve("./c/", "src/a/c.ts", "src/a/c/index.ts")).toBe("src/a/c/index.ts");
    expect(resolve("./c.config", "src/a/c.config.ts")).toBe("src/a/c.config.ts");
    expect(resolve("..", "src/index.ts")).toBe("src/index.ts");
    expect(resolve("../..", "index.ts")).toBe("index.ts");
  });

  it("not-relative: packages, aliases and absolute paths are for others to resolve", () => {
    expect(resolve("c", "src/a/c.ts", "c.ts")).toBeNull();
    expect(resolve("#c", "c.ts")).toBeNull();
    expect(resolve("/src/a/c.ts", "src/a/c.ts")).toBeNull();
    expect(resolve(".c", "src/a/.c.ts")).toBeNull();
  });

  it("outside-root: a path that leaves the root or leads nowhere is null", () => {
    expect(resolve("../../../c", "c.ts")).toBeNull();
    expect(resolve("./missing", "src/a/c.ts")).toBeNull();
  });
});
