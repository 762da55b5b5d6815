import { describe, it } from "vitest";
import { rule } from "../../../src/rules/structure/empty-test.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";
import { configText, smallComponent, wantFirst } from "../../support/small-project.ts";

const vitest = 'import { describe, it } from "vitest";\n';

describe("structure/empty-test", () => {
  it("keeps the promise of its page", () => testPage(rule));

  it("skipped: skipped tests and todos are no active tests", () =>
    testRule(rule, {
      ...smallComponent("a"),
      ...smallComponent("b"),
      "test/a.test.ts": wantFirst(`${vitest}it.skip("x", () => {});\nit.todo("y");\n`, "all 2 are skipped or todo"),
      "test/b.test.ts": wantFirst(
        `${vitest}describe.skip("all", () => { it("x", () => {}); });\n`,
        "the only one is skipped",
      ),
    }));

  it("computed: tests that a loop or a helper makes count, although nobody can count them by syntax", () =>
    testRule(rule, {
      ...smallComponent("a"),
      "test/a.test.ts": `${vitest}for (const name of names()) it(name, () => {});\n`,
    }));

  it("exempt: exempt test files may be empty", () =>
    testRule(rule, {
      ".designrc.json": configText('  "exempt": [{ "files": ["test/a.test.ts"], "reason": "to come" }]'),
      ...smallComponent("a"),
      "test/a.test.ts": "",
    }));

  it("syntax: a test file that does not parse says so", () =>
    testRule(rule, { ...smallComponent("a"), "test/a.test.ts": 'const = ; // want "does not parse"\n' }));

  it("unparsed: tests that recovery finds in a file that does not parse do not make it pass", () =>
    testRule(rule, {
      ...smallComponent("a"),
      "test/a.test.ts": `${vitest}\nit("x", ( => { // want "does not parse"\n});\n`,
    }));

  it("no-component: a test file of no component is judged as well", () =>
    testRule(rule, { ...smallComponent("a"), "test/z.test.ts": '// nothing yet // want "without an active test"\n' }));
});
