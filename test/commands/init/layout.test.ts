import { describe, expect, it } from "vitest";
import { detectLayout } from "../../../src/commands/init/layout.ts";

describe("layout", () => {
  it("counts sources, tests and designs of each entry", () => {
    const paths = ["src/a.ts", "src/b.ts", "test/a.test.ts", "docs/design/a.md", "README.md"];
    expect(detectLayout(paths, [])).toEqual({
      components: [
        {
          source: "src/{path}.ts",
          design: "docs/design/{path}.md",
          test: "test/{path}.test.ts",
          sources: 2,
          tests: 1,
          designs: 1,
        },
      ],
      exempt: [],
      uncovered: [],
    });
  });

  it("no-code: the default layout", () => {
    expect(detectLayout(["README.md"], []).components).toMatchObject([
      { source: "src/{path}.ts", design: "docs/design/{path}.md", test: "test/{path}.test.ts", sources: 0 },
    ]);
  });

  it("colocated-designs: designs beside their sources decide", () => {
    const [component] = detectLayout(["src/a.ts", "src/a.test.ts", "src/a.design.md"], []).components;
    expect(component).toMatchObject({
      design: "src/{path}.design.md",
      test: "src/{path}.test.ts",
      sources: 1,
      designs: 1,
    });
  });

  it("keeps a monorepo's designs with their package", () => {
    const [component] = detectLayout(["packages/a/src/x.ts"], ["packages/*"]).components;
    expect(component?.design).toBe("packages/{package}/docs/design/{path}.md");
  });

  it("uncovered: code that no entry covers is reported by its folder, most first", () => {
    const paths = ["src/a.ts", "scripts/a.ts", "scripts/b.ts", "vitest.config.ts", "bench/a.ts"];
    expect(detectLayout(paths, []).uncovered).toEqual([
      { folder: "scripts", files: 2 },
      { folder: "", files: 1 },
      { folder: "bench", files: 1 },
    ]);
  });

  it("installed: node_modules never counts", () => {
    expect(detectLayout(["node_modules/x/src/a.ts", "src/a.ts"], []).components).toHaveLength(1);
    expect(detectLayout(["packages/a/node_modules/x/index.js"], []).components[0]?.sources).toBe(0);
  });
});
