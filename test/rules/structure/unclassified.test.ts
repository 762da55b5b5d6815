import { describe, it } from "vitest";
import { rule } from "../../../src/rules/structure/unclassified.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";
import { configText, smallComponent, smallSource, smallTest, wantFirst } from "../../support/small-project.ts";

const onlyTypeScript = configText(
  '  "components": [{ "source": "src/{path}.ts", "design": "docs/design/{path}.md", "test": "test/{path}.test.ts" }]',
);

const importing = (...paths: readonly string[]): string =>
  `${paths.map((path) => `import "${path}";\n`).join("")}${smallSource("a")}`;

describe("structure/unclassified", () => {
  it("keeps the promise of its page", () => testPage(rule));

  it("reports a source that no entry fits", () =>
    testRule(rule, {
      ".designrc.json": onlyTypeScript,
      ...smallComponent("a"),
      "src/b.mjs": 'export const b = 1; // want "expected a `components` entry that fits its path"\n',
    }));

  it("imported-from-outside: code outside all roots is reported when a source imports it, with the import", () =>
    testRule(rule, {
      ...smallComponent("a"),
      "src/a.ts": importing("../tools/used.js"),
      "tools/used.ts": wantFirst(smallSource("used"), "outside all roots, expected src/a.ts to import only"),
      "tools/unused.ts": smallSource("unused"),
    }));

  it("barrel: a file that only re-exports needs no entry", () =>
    testRule(rule, {
      ".designrc.json": onlyTypeScript,
      ...smallComponent("a"),
      "src/index.mjs": 'export * from "./a.ts";\n',
    }));

  it("not-code: styles, JSON and packages may be imported from anywhere", () =>
    testRule(rule, {
      ...smallComponent("a"),
      "src/a.ts": importing("../a.css", "../a.json", "../node_modules/x/index.js", "react"),
      "a.css": "",
      "a.json": "{}",
      "node_modules/x/index.js": "",
    }));

  it("test-pattern: a test that a source imports is a test all the same", () =>
    testRule(rule, {
      ...smallComponent("a"),
      "src/a.ts": importing("../test/a.test.ts"),
      "test/a.test.ts": smallTest,
    }));

  it("exempt: exempt files need no entry", () =>
    testRule(rule, {
      ".designrc.json": configText('  "exempt": [{ "files": ["tools/**"], "reason": "scripts" }]'),
      ...smallComponent("a"),
      "src/a.ts": importing("../tools/x.ts"),
      "tools/x.ts": smallSource("x"),
    }));
});
