import { it } from "vitest";
import { rule } from "../../../src/rules/interface/undeclared-export.ts";
import { interfaceProject } from "../../support/interface-project.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

it("not-exported: what the file keeps to itself needs no declaration", async () => {
  const code = "const secret = 1;\nfunction help(): number {\n  return secret;\n}\nexport const a: number = help();\n";
  await testRule(rule, interfaceProject(code, "export declare const a: number;"));
});

it("type-only: exported types count as well", async () => {
  const code = "export type Extra = string;\nexport const a: number = 1;\n";
  await testRule(rule, interfaceProject(code, 'export declare const a: number; // want "Extra"'));
});
