import { it } from "vitest";
import { rule } from "../../../src/rules/document/empty-section.ts";
import { rule as schema } from "../../../src/rules/document/schema.ts";
import { doorbell } from "../../support/greeting.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

function cases(text: string, want = true, status = "implemented") {
  const files = doorbell(text, status);
  const path = "docs/design/doorbell.md";
  const heading = want ? '## Edge cases <!-- want "Unexpected empty section `Edge cases`" -->' : "## Edge cases";
  return { ...files, [path]: (files[path] ?? "").replace("## Edge cases", heading) };
}

it("the page is right", () => testPage(rule));

it("comment-only: a comment is no content", async () => {
  await testRule(rule, cases(""));
  await testRule(rule, cases("<!-- later -->"));
});

it("none: None and None with a reason are content", async () => {
  await testRule(rule, cases("None", false));
  await testRule(rule, cases("None: it rings or it does not", false));
});

it("subsection: what stands under a subheading is content of the section", async () => {
  await testRule(rule, cases("### By night\n\n- `twice`: once", false));
  await testRule(rule, cases("### By night"));
});

it("said-once: what the schema misses in an empty section is not reported as well", async () => {
  await testRule(schema, cases("", false));
});

it("draft: in a draft it is still found, as a warning", async () => {
  await testRule(rule, cases("", true, "draft"));
});
