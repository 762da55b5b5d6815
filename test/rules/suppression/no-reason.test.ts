import { it } from "vitest";
import { rule } from "../../../src/rules/suppression/no-reason.ts";
import { interfaceProject } from "../../support/interface-project.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

const project = (code: string) => interfaceProject(code, "export declare const a: number;");

it("the page is right", () => testPage(rule));

it("empty-reason: `--` with nothing behind it is no reason", async () => {
  await testRule(
    rule,
    project(
      'export const a: number = 1;\n// design-lint-disable-next-line document/schema -- // want "Missing reason"\n',
    ),
  );
});

it("in-code: comments in code are judged like those in documents", async () => {
  await testRule(
    rule,
    project("export const a: number = 1;\n// design-lint-disable-next-line document/schema -- because\n"),
  );
});

it("in-tests: so are those in tests", async () => {
  const test =
    '// design-lint-disable-next-line structure/empty-test // want "Missing reason"\nimport { it } from "vitest";\n';
  await testRule(rule, {
    ...project("export const a: number = 1;\n"),
    "test/thing.test.ts": `${test}it("works", () => {});\n`,
  });
});
