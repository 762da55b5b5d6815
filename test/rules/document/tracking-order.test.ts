import { it } from "vitest";
import { rule } from "../../../src/rules/document/tracking-order.ts";
import { greeting } from "../../support/greeting.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

it("status-first: a status above other keys is moved by the tool", async () => {
  await testRule(rule, greeting({ frontmatter: 'status: implemented # want "Unexpected order"\ntype: types' }));
});

it("approvals-first: approvals above the status are moved below it", async () => {
  const frontmatter = 'type: types\napprovals: []\nstatus: implemented # want "Unexpected order"';
  await testRule(rule, greeting({ frontmatter }));
});

it("both-last: empty approvals after the status are fine", async () => {
  await testRule(rule, greeting({ frontmatter: "type: types\nstatus: implemented\napprovals: []" }));
});
