import { describe, it } from "vitest";
import { rule } from "../../../src/rules/structure/draft-design.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";
import { configText, smallComponent, smallDesign, wantStatus } from "../../support/small-project.ts";

describe("structure/draft-design", () => {
  it("keeps the promise of its page", () => testPage(rule));

  it("reports a draft at its status", () =>
    testRule(rule, {
      ...smallComponent("a"),
      "docs/design/a.md": wantStatus(smallDesign("a", "draft"), "expected a finished design of src/a.ts"),
    }));

  it("no-source: a draft without source is how every design begins", () =>
    testRule(rule, { ...smallComponent("z"), "docs/design/a.md": smallDesign("a", "draft") }));

  it("other-status: any other status is judged by other rules", () =>
    testRule(rule, {
      ...smallComponent("a"),
      ...smallComponent("b"),
      "docs/design/a.md": smallDesign("a", "planned"),
      "docs/design/b.md": smallDesign("b", "deprecated"),
    }));

  it("exempt: exempt documents are not judged", () =>
    testRule(rule, {
      ".designrc.json": configText('  "exempt": [{ "files": ["docs/design/**"], "reason": "history" }]'),
      ...smallComponent("a"),
      "docs/design/a.md": smallDesign("a", "draft"),
    }));
});
