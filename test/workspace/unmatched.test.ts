import { describe, expect, it } from "vitest";
import type { Config, ConfigPlace, Settings } from "../../src/config/config.ts";
import { discover } from "../../src/workspace/discover.ts";
import { unmatchedPatterns } from "../../src/workspace/unmatched.ts";
import { componentEntry, configOf, exemption, settingsWith } from "../support/config.ts";

const placeAt = (start: number, path = ".designrc.json"): ConfigPlace => ({ path, range: { start, end: start + 5 } });

function unmatchedIn(files: readonly string[], config: Config): readonly string[] {
  const paths = new Set([".designrc.json", ...files]);
  return unmatchedPatterns(discover(paths, config), paths, config).map(({ what, pattern }) => `${what} ${pattern}`);
}

const twoRoots: Settings = settingsWith({
  components: [
    componentEntry({ source: "src/{path}.ts", place: placeAt(10) }),
    componentEntry({ source: "lib/{path}.ts", place: placeAt(20) }),
  ],
});

describe("unmatchedPatterns", () => {
  it("nothing-fits: source patterns and exempt globs without a single file", () => {
    const exempt = [exemption(["src/gen/**", "old/**"], { places: [placeAt(30), placeAt(40)] })];
    const config = configOf({ ...twoRoots, exempt });
    expect(unmatchedIn(["src/a.ts", "src/gen/b.ts"], config)).toEqual(["source lib/{path}.ts", "exempt old/**"]);
    expect(unmatchedIn(["src/a.ts", "lib/a.ts", "src/gen/b.ts", "old/readme.txt"], config)).toEqual([]);
  });

  it("documents: stories and contexts patterns that a config sets and that find nothing", () => {
    const settings = settingsWith({
      stories: { pattern: "stories/{path}.md", base: "", place: placeAt(10) },
      contexts: { pattern: "docs/architecture/{path}.md", base: "", place: placeAt(20) },
    });
    expect(unmatchedIn(["src/a.ts"], configOf(settings))).toEqual(["stories stories/{path}.md"]);
    expect(unmatchedIn(["stories/a/b.md"], configOf(settings))).toEqual([]);
    const contexts = { pattern: "contexts/{path}.md", base: "", place: placeAt(20) };
    expect(unmatchedIn([], configOf(settingsWith({ contexts })))).toEqual(["contexts contexts/{path}.md"]);
  });

  it("overrides: globs of overrides that cover no file", () => {
    const overrides = [
      { globs: ["src/old/**", "src/**"], base: "", rules: {}, places: [placeAt(10), placeAt(20)] },
      { globs: ["nowhere/**"], base: "", rules: {} },
    ];
    expect(unmatchedIn(["src/a.ts"], configOf(settingsWith({ overrides })))).toEqual(["overrides src/old/**"]);
  });

  it("defaults: built-in patterns and configs of packages are left alone", () => {
    expect(unmatchedIn([], configOf())).toEqual([]);
    const preset = placeAt(1, "node_modules/preset/designrc.json");
    expect(unmatchedIn([], configOf(settingsWith({ components: [componentEntry({ place: preset })] })))).toEqual([]);
  });

  it("inherited: a pattern counts as used when any folder that inherits it has a file", () => {
    const inherited = { ...twoRoots, rules: {} };
    const config = configOf(twoRoots, [{ folder: "lib", file: "lib/.designrc.json", settings: inherited }]);
    expect(unmatchedIn(["src/a.ts", "lib/a.ts"], config)).toEqual([]);
  });

  it("taken-by-nested: a root pattern whose files all have other settings matches nothing", () => {
    const own = settingsWith({ components: [componentEntry({ base: "lib" })] });
    const config = configOf(twoRoots, [{ folder: "lib", file: "lib/.designrc.json", settings: own }]);
    expect(unmatchedIn(["src/a.ts", "lib/src/a.ts"], config)).toEqual(["source lib/{path}.ts"]);
  });

  it("shadowed: a pattern whose files an earlier entry takes has matched them all the same", () => {
    const place = placeAt(1);
    const settings = settingsWith({
      components: [componentEntry(), componentEntry({ source: "src/{path}.ts", place })],
    });
    expect(unmatchedIn(["src/a.ts"], configOf(settings))).toEqual([]);
  });

  it("design-first: a design that waits for its source uses the pattern, unless code of that name stands elsewhere", () => {
    const own = settingsWith({
      components: [
        componentEntry({ source: "src/{path}.ts", place: placeAt(10) }),
        componentEntry({ source: "lib/{path}.ts", design: "docs/lib/{path}.md", place: placeAt(20) }),
      ],
    });
    const unmatched = (...files: string[]) => unmatchedIn(files, configOf(own));
    expect(unmatched("docs/design/a.md")).toEqual(["source lib/{path}.ts"]);
    expect(unmatched("docs/design/a.md", "docs/lib/b.md", "scripts/build.mjs")).toEqual([]);
    expect(unmatched("docs/design/a/b.md", "source/a/b.ts", "docs/lib/c.md")).toEqual(["source src/{path}.ts"]);
    expect(unmatched("src/a.ts", "docs/design/a.md", "docs/lib/a.md")).toEqual(["source lib/{path}.ts"]);
    expect(unmatchedIn(["src/a.ts", "docs/design/b.md"], configOf(twoRoots))).toEqual(["source lib/{path}.ts"]);
  });
});
