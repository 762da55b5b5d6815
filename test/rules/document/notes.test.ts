import { it } from "vitest";
import { rule } from "../../../src/rules/document/notes.ts";
import { greetingWith } from "../../support/greeting.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

it("lower-heading: headings of level 3 and below are free text of the notes", async () => {
  await testRule(rule, greetingWith("## Notes\n\n### Later\n\n#### Much later\n"));
  await testRule(rule, greetingWith('## Notes\n\n# Later <!-- want "level-1 heading" -->\n'));
});

it("fence: lines that begin with # inside a fence are text", async () => {
  await testRule(rule, greetingWith("## Notes\n\n```sh\n# a comment\n## another\n```\n"));
});

it("spelling: other spellings are no notes, and are reported", async () => {
  await testRule(rule, greetingWith('## notes <!-- want "spelling" -->\n\nText.\n'));
  await testRule(rule, greetingWith('Notes <!-- want "spelling" -->\n-----\n\nText.\n'));
});
