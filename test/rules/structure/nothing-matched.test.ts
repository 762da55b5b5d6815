import { describe, it } from "vitest";
import { rule } from "../../../src/rules/structure/nothing-matched.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";
import { configText, smallComponent, smallDesign } from "../../support/small-project.ts";

const entry = (root: string): string =>
  `{ "source": "${root}/{path}.ts", "design": "docs/design/{path}.md", "test": "test/{path}.test.ts" }`;

describe("structure/nothing-matched", () => {
  it("keeps the promise of its page", () => testPage(rule));

  it("place: the finding stands at the pattern in the config file", () =>
    testRule(rule, {
      ".designrc.json": configText(
        `  "components": [\n    ${entry("src")},\n    ${entry("lib")} // want "source pattern that matches no file: lib/{path}.ts"\n  ]`,
      ),
      ...smallComponent("a"),
    }));

  it("exempt-glob: each glob of an exemption has to match a file, whatever kind of file it is", () =>
    testRule(rule, {
      ".designrc.json": configText(
        '  "exempt": [{ "reason": "x", "files": ["*.txt",\n    "gen/**" // want "exempt glob that matches no file: gen/**"\n  ] }]',
      ),
      ...smallComponent("a"),
      "notes.txt": "",
    }));

  it("documents: patterns of stories and contexts that a config sets have to find a file", () =>
    testRule(rule, {
      ".designrc.json": configText(
        '  "stories": "stories/{path}.md", // want "stories pattern that matches no file: stories/{path}.md"\n' +
          '  "contexts": "maps/{path}.md" // want "contexts pattern that matches no file: maps/{path}.md"',
      ),
      ...smallComponent("a"),
    }));

  it("override-glob: each glob of an override has to cover a file", () =>
    testRule(rule, {
      ".designrc.json": configText(
        '  "overrides": [{ "rules": {}, "files": ["src/**",\n' +
          '    "scr/**" // want "overrides glob that matches no file: scr/**"\n  ] }]',
      ),
      ...smallComponent("a"),
    }));

  it("inherited: a pattern that a nested config inherits may find its files there", () =>
    testRule(rule, {
      ".designrc.json": configText(
        `  "components": [${entry("src")}, { "source": "pkg/src/{path}.ts", "design": "pkg/docs/{path}.md", "test": "pkg/test/{path}.test.ts" }]`,
      ),
      "pkg/.designrc.json": configText(
        '  "rules": { "structure/missing-design": "off", "structure/missing-test": "off" }',
      ),
      ...smallComponent("a"),
      "pkg/src/b.ts": "export const b: number = 1;\n",
    }));

  it("defaults: built-in patterns are never reported here", () => testRule(rule, { "README.md": "# Nothing yet\n" }));

  it("design-first: a design that waits for its source uses the pattern", () =>
    testRule(rule, {
      ".designrc.json": configText(`  "components": [${entry("src")}]`),
      "docs/design/greet.md": smallDesign("greet", "planned"),
    }));
});
