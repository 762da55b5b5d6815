import { describe, expect, it } from "vitest";
import type { Settings } from "../../src/config/config.ts";
import { type Discovery, discover, isCode, isInstalled } from "../../src/workspace/discover.ts";
import { componentEntry, configOf, exemption, settingsWith } from "../support/config.ts";

function find(paths: readonly string[], settings: Settings = settingsWith()): Discovery {
  return discover(paths, configOf(settings));
}

const idsOf = ({ sources, documents, tests }: Discovery): Record<string, string | null> =>
  Object.fromEntries([
    ...sources.map(({ path, match }) => [path, match?.id ?? null]),
    ...documents.map(({ path, id, kind }) => [path, `${kind} ${id}`]),
    ...tests.map(({ path, match }) => [path, `test ${match.id}`]),
  ]);

const colocated = settingsWith({
  components: [componentEntry({ source: "src/{path}.ts", design: "src/{path}.design.md", test: "src/{path}.test.ts" })],
});

describe("discover", () => {
  it("finds the parts of the default layout", () => {
    const found = find(["src/a/b.tsx", "docs/design/a/b.md", "test/a/b.spec.ts", "docs/stories/s.md", "README.md"]);
    expect(idsOf(found)).toEqual({
      "src/a/b.tsx": "a/b",
      "docs/design/a/b.md": "component a/b",
      "test/a/b.spec.ts": "test a/b",
      "docs/stories/s.md": "story s",
    });
  });

  it("colocated: a test or design beside its source is no source of its own", () => {
    const found = find(
      ["src/a.ts", "src/a.test.ts", "src/a.design.md", "src/README.md", "src/a.testing.ts"],
      colocated,
    );
    expect(idsOf(found)).toEqual({
      "src/a.ts": "a",
      "src/a.testing.ts": "a.testing",
      "src/a.test.ts": "test a",
      "src/a.design.md": "component a",
    });
    expect(found.strays).toEqual([]);
  });

  it("most-exact-pattern: a document belongs to the pattern that leaves least to placeholders", () => {
    const settings = settingsWith({
      components: [componentEntry({ design: "docs/{path}.md" })],
      stories: { ...settingsWith().stories, pattern: "docs/{path}.story.md" },
      contexts: { ...settingsWith().contexts, pattern: "docs/context/{path}.md" },
    });
    expect(idsOf(find(["docs/a.md", "docs/a.story.md", "docs/context/a.md"], settings))).toEqual({
      "docs/a.md": "component a",
      "docs/a.story.md": "story a",
      "docs/context/a.md": "context a",
    });
  });

  it("under-root: code under a root that no entry fits is a source without a match; outside roots it is none", () => {
    const settings = settingsWith({
      components: [componentEntry({ source: "packages/{package}/src/{path}.ts", design: "d/{package}/{path}.md" })],
    });
    const found = find(["packages/a/src/b.ts", "packages/a/src/b.mjs", "packages/a/build.ts", "src/b.ts"], settings);
    expect(idsOf(found)).toEqual({ "packages/a/src/b.ts": "a/b", "packages/a/src/b.mjs": null });
  });

  it("first-entry-wins: of two entries that fit a source the first counts", () => {
    const settings = settingsWith({
      components: [componentEntry({ source: "src/ui/{path}.ts" }), componentEntry({ source: "src/{path}.ts" })],
    });
    expect(idsOf(find(["src/ui/a.ts", "src/b.ts"], settings))).toEqual({ "src/ui/a.ts": "a", "src/b.ts": "b" });
  });

  it("known-source: where several entries fit a document or test, the one that has a source counts", () => {
    const settings = settingsWith({
      components: [
        componentEntry({ source: "lib/{path}.ts", design: "docs/{path}.md", test: "test/{path}.test.ts" }),
        componentEntry({ source: "src/{path}.ts", design: "docs/x/{path}.md", test: "test/x/{path}.test.ts" }),
      ],
    });
    expect(idsOf(find(["src/a.ts", "docs/x/a.md", "test/x/a.test.ts"], settings))).toEqual({
      "src/a.ts": "a",
      "docs/x/a.md": "component a",
      "test/x/a.test.ts": "test a",
    });
    expect(idsOf(find(["lib/x/a.ts", "test/x/a.test.ts"], settings))["test/x/a.test.ts"]).toBe("test x/a");
  });

  it("nested-config: the nearest scope decides, and its ids have its prefix", () => {
    const nested = settingsWith({
      components: [componentEntry({ base: "apps/web" })],
      idPrefix: "apps/web",
    });
    const config = configOf(settingsWith(), [
      { folder: "apps/web", file: "apps/web/.designrc.json", settings: nested },
    ]);
    const found = discover(
      ["src/a.ts", "apps/web/src/a.ts", "apps/web/docs/design/a.md", "apps/web2/src/a.ts"],
      config,
    );
    expect(idsOf(found)).toEqual({
      "src/a.ts": "a",
      "apps/web/src/a.ts": "apps/web/a",
      "apps/web/docs/design/a.md": "component apps/web/a",
    });
  });

  it("exempt-anything: exempt covers sources, documents and tests", () => {
    const found = find(
      ["src/a.ts", "docs/design/README.md", "docs/design/x.markdown", "test/e2e/x.test.ts"],
      settingsWith({ exempt: [exemption(["src/a.ts", "docs/design/**", "test/e2e/**"])] }),
    );
    expect(found.strays).toEqual([]);
    expect(found.sources[0]?.exemption).not.toBeNull();
    expect([found.documents[0]?.exempt, found.tests[0]?.exempt]).toEqual([true, true]);
  });

  it("installed: what a package manager installed is never looked at", () => {
    const found = find(["node_modules/x/src/a.ts", "src/node_modules/a.ts", "src/a.ts"]);
    expect(found.sources.map(({ path }) => path)).toEqual(["src/a.ts"]);
  });

  it("test-helper: code beside tests that no test pattern fits is no test", () => {
    const found = find(["test/support/helper.ts", "test/a.test.ts"]);
    expect(idsOf(found)).toEqual({ "test/a.test.ts": "test a" });
  });

  it("sorts by code point", () => {
    const found = find(["src/b.ts", "src/a.ts", "src/B.ts"]);
    expect(found.sources.map(({ path }) => path)).toEqual(["src/B.ts", "src/a.ts", "src/b.ts"]);
  });
});

describe("isCode", () => {
  it("eight-extensions: TypeScript and JavaScript, nothing else", () => {
    const code = ["a.ts", "a.tsx", "a.mts", "a.cts", "a.js", "a.jsx", "a.mjs", "a.cjs", "a.d.ts"];
    const other = ["a.mtsx", "a.json", "a.css", "a.vue", "ts", "a.ts.snap", "a.TS"];
    expect(code.filter((path) => !isCode(path))).toEqual([]);
    expect(other.filter(isCode)).toEqual([]);
  });
});

describe("isInstalled", () => {
  it("knows node_modules at any depth, and no names that merely look like it", () => {
    expect(isInstalled("packages/a/node_modules/b/index.js")).toBe(true);
    expect(isInstalled("src/my_node_modules/a.ts")).toBe(false);
  });
});
