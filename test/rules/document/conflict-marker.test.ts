import { it } from "vitest";
import { rule } from "../../../src/rules/document/conflict-marker.ts";
import { rule as frontmatter } from "../../../src/rules/document/frontmatter.ts";
import { rule as schema } from "../../../src/rules/document/schema.ts";
import { greeting, greetingWith } from "../../support/greeting.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

it("in-frontmatter: a conflict there is one finding, not a row of others", async () => {
  const conflict = "<<<<<<< HEAD\nstories: []\n=======\nstories: 7\n>>>>>>> topic\n";
  const files = greeting({ frontmatter: `${conflict}status: implemented` });
  await testRule(frontmatter, files);
  await testRule(schema, files);
  const wanted = conflict.replace("HEAD", 'HEAD # want "conflict"');
  await testRule(rule, greeting({ frontmatter: `${wanted}status: implemented` }));
});

it("example: a marker that does not begin its line is text", async () => {
  await testRule(rule, greetingWith("Git writes <<<<<<< HEAD there.\n\n    <<<<<<< HEAD\n"));
});
