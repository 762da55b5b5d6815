import { describe, it } from "vitest";
import { rule } from "../../../src/rules/structure/missing-source.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";
import { configText, smallComponent, smallDesign, smallSource, wantStatus } from "../../support/small-project.ts";

describe("structure/missing-source", () => {
  it("keeps the promise of its page", () => testPage(rule));

  it("planned: drafts and planned designs need no source yet", () =>
    testRule(rule, {
      ...smallComponent("z"),
      "docs/design/a.md": smallDesign("a", "draft"),
      "docs/design/b.md": smallDesign("b", "planned"),
      "docs/design/c.md": smallDesign("c", "deprecated"),
    }));

  it("did-you-mean: names a source without design that has nearly the same name", () =>
    testRule(rule, {
      "docs/design/sessions/store.md": wantStatus(
        smallDesign("store"),
        "expected src/sessions/store.ts; did you mean src/session/store.ts?",
      ),
      "src/session/store.ts": smallSource("store"),
    }));

  it("moved: stays silent where git sees the source moving, since that is an orphan", () =>
    testRule(
      rule,
      { ...smallComponent("b"), "docs/design/a.md": smallDesign("a") },
      { moves: { "src/a.tsx": "src/b.ts" } },
    ));

  it("letter-case: stays silent where only letter case differs from a document that has its source", () =>
    testRule(rule, { ...smallComponent("a"), "docs/design/A.md": smallDesign("a") }));

  it("exempt: exempt documents claim nothing", () =>
    testRule(rule, {
      ".designrc.json": configText('  "exempt": [{ "files": ["docs/design/a.md"], "reason": "history" }]'),
      ...smallComponent("z"),
      "docs/design/a.md": smallDesign("a"),
    }));
});
