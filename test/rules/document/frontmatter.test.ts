import { it } from "vitest";
import { rule } from "../../../src/rules/document/frontmatter.ts";
import { rule as schema } from "../../../src/rules/document/schema.ts";
import { greeting, greetingDesign } from "../../support/greeting.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

it("no-followers: frontmatter that cannot be read is no reason for schema findings", async () => {
  const broken = "type: types: more\nstatus: implemented";
  await testRule(schema, greeting({ frontmatter: broken, body: "" }));
  await testRule(rule, greeting({ frontmatter: broken.replace("more", 'more # want "Unexpected YAML"') }));
});

it("no-frontmatter: a document without frontmatter is reported on its first line", async () => {
  await testRule(rule, {
    ...greeting(),
    "docs/design/greeting.md": '# Greeting <!-- want "Missing frontmatter" -->\n',
  });
});

it("stories-too: stories and contexts are judged like designs", async () => {
  const quoted = { frontmatter: '"type": story # want "quoted key"\nstatus: implemented' };
  await testRule(rule, { ...greeting(), "docs/stories/greet.md": greetingDesign(quoted) });
  await testRule(rule, { ...greeting(), "docs/architecture/house.md": greetingDesign(quoted) });
});
