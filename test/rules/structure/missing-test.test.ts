import { describe, it } from "vitest";
import { rule } from "../../../src/rules/structure/missing-test.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";
import { configText, smallDesign, smallSource, smallTest, wantFirst } from "../../support/small-project.ts";

describe("structure/missing-test", () => {
  it("keeps the promise of its page", () => testPage(rule));

  it("types-only: a file of types alone owes no test", () => testRule(rule, { "src/a.ts": "export type A = 1;\n" }));

  it("exempt-owes: an exempt source owes a test when its exemption says so", () =>
    testRule(rule, {
      ".designrc.json": configText('  "exempt": [{ "files": ["src/*.ts"], "reason": "glue", "owes": ["test"] }]'),
      "src/a.ts": wantFirst(smallSource("a"), "Missing test, expected test/a.test.ts"),
      "src/b.ts": smallSource("b"),
      "test/b.spec.ts": smallTest,
    }));

  it("extension-of-source: the test is expected with the extension of its source", () =>
    testRule(rule, {
      "src/a.tsx": wantFirst(smallSource("a"), "expected test/a.test.tsx"),
      "docs/design/a.md": smallDesign("a"),
    }));

  it("letter-case: a test that differs in letter case alone is to be renamed, not written again", () =>
    testRule(rule, {
      "src/A.ts": wantFirst(smallSource("a"), "expected test/A.test.ts, not test/a.test.ts"),
      "docs/design/A.md": smallDesign("a"),
      "test/a.test.ts": smallTest,
    }));

  it("direct: a component that goes straight from specification to code owes a test too", () =>
    testRule(rule, {
      "src/a.ts": wantFirst(smallSource("a"), "expected test/a.test.ts"),
      "docs/design/a.md": smallDesign("a").replace("status", "route: direct\nstatus"),
    }));

  it("suppressed: the comment that the documentation shows holds it back", () =>
    testRule(rule, {
      "src/a.ts": `// design-lint-disable-next-line structure/missing-test -- covered by the end-to-end suite\n${smallSource("a")}`,
      "docs/design/a.md": smallDesign("a"),
    }));
});
