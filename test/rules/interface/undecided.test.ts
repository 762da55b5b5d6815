import { it } from "vitest";
import { rule } from "../../../src/rules/interface/undecided.ts";
import { interfaceProject } from "../../support/interface-project.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

it("inferred: a type that the compiler can infer is compared and not reported", async () => {
  const code = "export const sizes = [1, 2, 3].map((size) => ({ size }));\n";
  await testRule(rule, interfaceProject(code, "export declare const sizes: { size: number }[];"));
});

it("not-installed: a type that depends on a package that is not installed is undecided, never any", async () => {
  const code = 'import { make } from "not-installed";\nexport const thing = make();\n';
  await testRule(rule, interfaceProject(code, 'export declare const thing: any; // want "thing"'));
});
