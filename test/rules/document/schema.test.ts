import { it } from "vitest";
import { rule } from "../../../src/rules/document/schema.ts";
import { doorbell, greeting, greetingDesign } from "../../support/greeting.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

const path = "docs/design/greeting.md";

it("the page is right", () => testPage(rule));

it("every-violation: all violations of a document are reported", async () => {
  const design = greetingDesign({
    frontmatter: 'type: types\nstories: 7 # want "stories"\nstatus: implemented',
    body: "",
  });
  await testRule(rule, { ...greeting(), [path]: design.replace("# Greeting", '# Greeting <!-- want "Interface" -->') });
});

it("missing-type: the types that there are are named", async () => {
  const design = greetingDesign({ frontmatter: "status: implemented" });
  await testRule(rule, {
    ...greeting(),
    [path]: design.replace("---", '--- # want "Missing key `type`, expected one of `algorithm`"'),
  });
});

it("misspelt-type-key: a key that was probably meant as `type` is renamed by the tool", async () => {
  await testRule(
    rule,
    greeting({ frontmatter: 'tpye: types # want "did you mean it by `tpye`?"\nstatus: implemented' }),
  );
});

it("type-no-text: a type that is no text is reported at its value", async () => {
  await testRule(
    rule,
    greeting({ frontmatter: 'type: [types] # want "Unexpected value of `type`"\nstatus: implemented' }),
  );
});

it("not-twice: unknown keys and empty sections are left to their own rules", async () => {
  await testRule(
    rule,
    greeting({ frontmatter: "type: types\nowner: ada\nstatus: implemented", body: "## Interface\n" }),
  );
});

it("list-ids: two list items of one id are reported", async () => {
  await testRule(rule, doorbell('- `twice`: once\n- `twice`: again <!-- want "id `twice`" -->'));
});
