import { describe, expect, it } from "vitest";
import { configText } from "../../../src/commands/init/config-text.ts";
import { detectLayout } from "../../../src/commands/init/layout.ts";
import { createPlatform } from "../../../src/host/platform.ts";
import { lint } from "../../../src/lint.ts";
import { memorySnapshot } from "../../../src/snapshot.ts";

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

  it("fits: the written config leaves no pattern without files and no source without class", async () => {
    const layouts: readonly (readonly string[])[] = [
      ["src/a.ts", "src/ui/b.tsx", "test/a.test.ts", "test/ui/b.test.tsx", "scripts/build.mjs"],
      ["src/a.ts", "src/a.spec.ts", "src/__mocks__/a.ts", "src/generated/api.ts", "vite.config.ts"],
      ["lib/a.js", "spec/a.spec.js", "spec/helper.js"],
      ["index.js", "server/app.js", "server/__tests__/app.test.js", "eslint.config.js"],
      ["packages/core/src/a.ts", "packages/core/test/a.test.ts", "apps/web/src/main.tsx", "apps/web/src/main.test.tsx"],
      ["src/a.ts", "src/__tests__/a.test.ts", "src/b.test.ts", "src/b.ts"],
    ];
    for (const paths of layouts) {
      const files = Object.fromEntries(paths.map((path) => [path, "export const x = 1;\n"]));
      const config = configText(detectLayout(paths, []));
      const { diagnostics, summary } = await lint(
        memorySnapshot({ ...files, ".designrc.json": config }),
        createPlatform(),
      );
      const wrong = ["structure/nothing-matched", "structure/unclassified", "structure/not-one-to-one"];
      expect(
        diagnostics.filter(({ rule }) => wrong.includes(rule)),
        paths.join(),
      ).toEqual([]);
      expect(summary.sources).toBeGreaterThan(0);
    }
  });
});
