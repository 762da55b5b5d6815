import { it } from "vitest";
import { rule } from "../../../src/rules/interface/spelling.ts";
import { interfaceProject } from "../../support/interface-project.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

it("silent-by-form: spellings that the normal form holds equal are not reported at all", async () => {
  const code = "export const a: Array<string> = [];\n";
  await testRule(rule, interfaceProject(code, "export declare const a: string[];"));
});
