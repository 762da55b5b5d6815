import { it } from "vitest";
import { rule } from "../../../src/rules/document/unknown-type.ts";
import { greeting, greetingDesign } from "../../support/greeting.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

const typed = (line: string) => ({ frontmatter: `${line}\nstatus: implemented` });

it("the page is right", () => testPage(rule));

it("near-miss: a misspelt type is answered with the one that was probably meant", async () => {
  await testRule(rule, greeting(typed('type: typse # want "did you mean `types`?"')));
  await testRule(rule, greeting(typed('type: spaceship # want "which has no schema; expected `algorithm`, "')));
});

it("added-type: a type that the config adds is known", async () => {
  const config = '{ "version": 1, "types": { "gateway": { "schema": "gateway.schema.json" } } }\n';
  const files = { ".designrc.json": config, "gateway.schema.json": "{}\n" };
  await testRule(rule, { ...greeting(typed("type: gateway")), ...files });
  await testRule(rule, { ...greeting(typed('type: gatewya # want "did you mean `gateway`?"')), ...files });
});

it("wrong-place: story and context are no types of a component, a component type is none of a story", async () => {
  await testRule(rule, greeting(typed('type: story # want "in the place of a component"')));
  await testRule(rule, greeting(typed('type: context # want "in the place of a component"')));
  const story = greetingDesign(typed('type: module # want "in the place of a story, expected `story`"'));
  await testRule(rule, { ...greeting(), "docs/stories/greet.md": story });
});

it("missing-type: a document without a type is left to document/schema", async () => {
  await testRule(rule, greeting({ frontmatter: "status: implemented" }));
});
