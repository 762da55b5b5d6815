import { describe, it } from "vitest";
import { rule } from "../../../src/rules/structure/not-one-to-one.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";
import {
  configText,
  smallComponent,
  smallDesign,
  smallSource,
  smallTest,
  wantFirst,
} from "../../support/small-project.ts";

const wanted = (message: string, text: string): string => text.replace("---\n", `--- # want "${message}"\n`);

describe("structure/not-one-to-one", () => {
  it("keeps the promise of its page", () => testPage(rule));

  it("two-sources: two extensions of one path are two sources", () =>
    testRule(rule, {
      ...smallComponent("a"),
      "src/a.tsx": wantFirst(smallSource("a"), "second source of a, expected one: src/a.ts stands there too"),
    }));

  it("two-tests: `.test` and `.spec` of one path are two tests", () =>
    testRule(rule, {
      ...smallComponent("a"),
      "test/a.spec.ts": smallTest,
      "test/a.test.ts": wantFirst(smallTest, "second test of a, expected one: test/a.spec.ts"),
    }));

  it("two-documents: two documents of one id", () =>
    testRule(rule, {
      ".designrc.json": configText(
        '  "components": [{ "source": "src/{path}.ts", "design": "docs/{design,more}/{path}.md", "test": "test/{path}.test.ts" }]',
      ),
      ...smallComponent("a"),
      "docs/more/a.md": wanted("second design of a, expected one: docs/design/a.md", smallDesign("a")),
    }));

  it("letter-case: names that differ in letter case alone are one name", () =>
    testRule(rule, {
      "docs/design/B.md": smallDesign("b"),
      ...smallComponent("b"),
      "docs/design/b.md": wanted(
        "docs/design/B.md stands there too, which some file systems cannot tell apart",
        smallDesign("b"),
      ),
      "src/C.ts": smallSource("c"),
      "src/c.ts": wantFirst(smallSource("c"), "second source of c"),
    }));

  it("kinds-apart: a context, a story and a component may share an id", () =>
    testRule(rule, { ...smallComponent("a"), "docs/stories/a.md": "# A\n", "docs/architecture/a.md": "# A\n" }));

  it("exempt: exempt files are nobody's rivals", () =>
    testRule(rule, {
      ".designrc.json": configText('  "exempt": [{ "files": ["**/*.js", "test/*.spec.ts"], "reason": "generated" }]'),
      ...smallComponent("a"),
      "src/a.js": "export function a() {}\n",
      "test/a.spec.ts": smallTest,
    }));

  it("barrel: a barrel beside a source of the same name is no second source", () =>
    testRule(rule, { ...smallComponent("a"), "src/a.js": 'export * from "./b.js";\n' }));
});
