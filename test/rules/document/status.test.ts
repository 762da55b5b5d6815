import { it } from "vitest";
import { rule } from "../../../src/rules/document/status.ts";
import { doorbell, greeting, greetingDesign } from "../../support/greeting.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

const said = (status: string) => ({ frontmatter: `type: types\nstatus: ${status}` });

it("the page is right", () => testPage(rule));

it("planned-and-built: a planned design whose source matches is a warning that the tool mends", async () => {
  await testRule(rule, greeting(said('planned # want "expected `implemented`"')));
  await testRule(rule, doorbell(undefined, 'planned # want "expected `implemented`"'));
});

it("planned-and-different: a planned design whose source differs, or does not exist, is fine", async () => {
  await testRule(rule, { ...greeting(said("planned")), "src/greeting.ts": "export type Greeting = number;\n" });
  await testRule(rule, { ...greeting(), "docs/design/farewell.md": greetingDesign(said("planned")) });
});

it("deprecated-and-gone: a deprecated document without source is a warning", async () => {
  const design = greetingDesign(said('deprecated # want "has no source any more"'));
  await testRule(rule, { ...greeting(), "docs/design/farewell.md": design });
  await testRule(rule, greeting(said("deprecated")));
});

it("undecided: where an export cannot be compared, nothing is said", async () => {
  const files = doorbell(undefined, "planned");
  const source = 'import { make } from "nowhere";\nexport const ring = make();\n';
  await testRule(rule, { ...files, "src/doorbell.ts": source });
});
