import { it } from "vitest";
import { rule } from "../../../src/rules/interface/missing-export.ts";
import { interfaceProject } from "../../support/interface-project.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

it("renamed: a missing name beside an undeclared one of nearly the same name comes with it as the probable new one", async () => {
  const code = "export function sums(values: string[]): number {\n  return values.length;\n}\n";
  const block = 'export declare function sum(values: number[]): number; // want "did you mean sums?"';
  await testRule(rule, interfaceProject(code, block));
});

it("re-exported: a name that arrives through a re-export counts as exported", async () => {
  const code = 'export { inner as outer } from "./inner.js";\nexport const a: number = 1;\n';
  const inner = { "src/inner.ts": "export const inner: string = '';\n" };
  const block = 'export { inner as outer } from "./inner.js";\nexport declare const a: number;';
  await testRule(rule, { ...interfaceProject(code, block), ...inner });
});
