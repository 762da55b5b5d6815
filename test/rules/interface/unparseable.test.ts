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
  const code = 'export const a: number = 1;\nexport const b: = 2; // want "Unexpected syntax in the source"\n';
  await testRule(rule, interfaceProject(code, "export declare const a: number;"));
});

it("no-document: a source that nothing is compared with is reported as well", async () => {
  await testRule(rule, { "src/a.ts": 'export const b: = 2; // want "Unexpected syntax in the source"\n' });
  const types = await judge(memorySnapshot({ "src/a.ts": "export interface A {\n" }), createPlatform());
  expect(types.report.diagnostics.map(({ rule: id, severity }) => `${severity} ${id}`)).toEqual([`error ${rule.id}`]);
});

it("utf-16: bytes that are no UTF-8 text are no file of types", async () => {
  const bytes = Buffer.from("\ufeffexport const a = 1;\n", "utf16le");
  const { report } = await judge(memorySnapshot({ "src/a.ts": bytes }), createPlatform());
  expect(report.diagnostics.map(({ rule: id }) => id)).toContain(rule.id);
});

it("exempt: exempt sources may be anything", async () => {
  const config = '{ "version": 1, "exempt": [{ "files": ["src/a.ts"], "reason": "no code yet" }] }\n';
  await testRule(rule, { ".designrc.json": config, "src/a.ts": "export const b: = 2;\n" });
});

it("draft: it stays an error on a draft", async () => {
  const files = interfaceProject("export const a: number = 1;\n", "export declare const a number;", "draft");
  const { report } = await judge(memorySnapshot(files), createPlatform());
  const found = report.diagnostics.filter(({ rule: id }) => id === rule.id);
  expect(found.map(({ severity, path }) => `${severity} ${path}`)).toEqual(["error docs/design/thing.md"]);
});
