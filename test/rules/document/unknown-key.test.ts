import { it } from "vitest";
import { rule } from "../../../src/rules/document/unknown-key.ts";
import { greeting } from "../../support/greeting.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

const keyed = (lines: string, type = "types") =>
  greeting({ frontmatter: `type: ${type}\n${lines}\nstatus: implemented` });

it("the page is right", () => testPage(rule));

it("near-miss: a misspelt key is renamed by the tool", async () => {
  await testRule(rule, keyed('storys: [] # want "`stories`"'));
});

it("no-guess: a key that is like no other is left to a person", async () => {
  await testRule(rule, keyed('favourite: blue # want "favourite"'));
});

it("nested-key: an unknown key inside a list of budgets is reported too", async () => {
  await testRule(
    rule,
    keyed('budgets:\n  - metric: speed\n    max: 1\n    unit: ms\n    colour: red # want "colour"', "algorithm"),
  );
});
