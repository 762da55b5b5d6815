import { it } from "vitest";
import { rule } from "../../../src/rules/document/placeholder.ts";
import { greeting, greetingWith } from "../../support/greeting.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

it("draft: in a draft it is still found, as a warning", async () => {
  const lead = 'TODO(design): say what it is for <!-- want "placeholder" -->';
  await testRule(rule, greeting({ frontmatter: "type: types\nstatus: draft", lead }));
});

it("notes: notes may hold what they like", async () => {
  await testRule(rule, greetingWith("## Notes\n\nTODO(design): think again\n"));
});
