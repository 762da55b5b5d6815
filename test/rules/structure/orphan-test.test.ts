import { describe, it } from "vitest";
import { rule } from "../../../src/rules/structure/orphan-test.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";
import {
  configText,
  smallComponent,
  smallDesign,
  smallSource,
  smallTest,
  wantFirst,
} from "../../support/small-project.ts";

describe("structure/orphan-test", () => {
  it("keeps the promise of its page", () => testPage(rule));

  it("moved-by-git: names the new place of a source that git saw moving", () =>
    testRule(
      rule,
      {
        ...smallComponent("b"),
        "test/a.test.ts": wantFirst(smallTest, "expected src/a.ts, which has moved to src/b.ts"),
      },
      { moves: { "src/a.ts": "src/b.ts" } },
    ));

  it("did-you-mean: names the source without test that has nearly the same name", () =>
    testRule(rule, {
      ...smallComponent("sessions/other"),
      "src/sessions/store.ts": smallSource("store"),
      "test/session/store.test.ts": wantFirst(smallTest, "did you mean src/sessions/store.ts?"),
      "test/far/away.test.ts": wantFirst(smallTest, "expected src/far/away.ts"),
    }));

  it("test-first: a test of a design that is not built yet is no orphan", () =>
    testRule(rule, {
      ...smallComponent("z"),
      "docs/design/a.md": smallDesign("a", "planned"),
      "test/a.test.ts": smallTest,
    }));

  it("barrel: a test of a barrel is no orphan", () =>
    testRule(rule, {
      ...smallComponent("a"),
      "src/index.ts": 'export * from "./a.ts";\n',
      "test/index.test.ts": smallTest,
    }));

  it("helper: files beside tests that no test pattern fits are no tests", () =>
    testRule(rule, { ...smallComponent("a"), "test/support/helper.ts": "export const x = 1;\n" }));

  it("exempt: exempt tests may belong to nobody", () =>
    testRule(rule, {
      ".designrc.json": configText(
        '  "exempt": [{ "files": ["test/e2e/**"], "reason": "tests of the whole program" }]',
      ),
      ...smallComponent("a"),
      "test/e2e/run.test.ts": smallTest,
    }));

  it("letter-case: a test that differs in letter case from a rival is left to structure/not-one-to-one", () =>
    testRule(rule, { ...smallComponent("a"), "test/A.test.ts": smallTest }));
});
