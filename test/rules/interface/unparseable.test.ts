import { expect, it } from "vitest";
import { createPlatform } from "../../../src/host/platform.ts";
import { judge } from "../../../src/lint.ts";
import { rule } from "../../../src/rules/interface/unparseable.ts";
import { memorySnapshot } from "../../../src/snapshot.ts";
import { interfaceProject } from "../../support/interface-project.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

it("no-body: functions without bodies and without declare are valid in a block", async () => {
  const code = "export function f(): void {}\nexport class A {\n  run(): void {}\n}\n";
  await testRule(rule, interfaceProject(code, "export function f(): void;\nexport class A { run(): void; }"));
});

it("source: a source that does not parse is reported at its place", async () => {
  const code = 'export const a: number = 1;\nexport const b: = 2; // want "src/thing.ts"\n';
  await testRule(rule, interfaceProject(code, "export declare const a: number;"));
});

it("draft: it stays an error on a draft", async () => {
  const files = interfaceProject("export const a: number = 1;\n", "export declare const a number;", "draft");
  const { report } = await judge(memorySnapshot(files), createPlatform());
  const found = report.diagnostics.filter(({ rule: id }) => id === rule.id);
  expect(found.map(({ severity, path }) => `${severity} ${path}`)).toEqual(["error docs/design/thing.md"]);
});
