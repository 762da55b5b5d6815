import { it } from "vitest";
import { rule } from "../../../src/rules/interface/spelling.ts";
import { interfaceProject } from "../../support/interface-project.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

it("written-out: a computed type may be written out", async () => {
  const code = "export interface Options { a: string }\nexport type Patch = Partial<Options>;\n";
  const block =
    'export interface Options { a: string }\nexport type Patch = { a?: string }; // want "Patch is Partial<Options>, the design says { a?: string }, which is the same type"';
  await testRule(rule, interfaceProject(code, block));
});

it("normal-form: what the normal form holds equal is not reported", async () => {
  const code = "export type Ids = ReadonlyArray<string> | null;\n";
  await testRule(rule, interfaceProject(code, "export type Ids = null | readonly string[];"));
});

it("different: a computed type that says something else is a change", async () => {
  const code = "export interface Options { a: string }\nexport type Patch = Partial<Options>;\n";
  const block = "export interface Options { a: string }\nexport type Patch = { a?: number };";
  await testRule(rule, interfaceProject(code, block));
});
