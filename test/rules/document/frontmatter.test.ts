import { expect, it } from "vitest";
import { createPlatform } from "../../../src/host/platform.ts";
import { judge } from "../../../src/lint.ts";
import { rule } from "../../../src/rules/document/frontmatter.ts";
import { rule as schema } from "../../../src/rules/document/schema.ts";
import { memorySnapshot } from "../../../src/snapshot.ts";
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

it("overview: a README or index in the design tree is told how to leave it", async () => {
  const files = {
    "docs/design/README.md": "# Designs\n",
    "docs/design/a/index.md": "# A\n",
    "docs/design/b.md": "# B\n",
  };
  const { report } = await judge(memorySnapshot(files), createPlatform());
  const titles = report.diagnostics.filter(({ rule: id }) => id === rule.id).map(({ fix }) => fix?.title ?? "");
  expect(titles.map((title) => title.startsWith("Move the file out of the design tree"))).toEqual([true, true, false]);
});
