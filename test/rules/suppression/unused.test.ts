import { expect, it } from "vitest";
import { createPlatform } from "../../../src/host/platform.ts";
import { judge } from "../../../src/lint.ts";
import { rule } from "../../../src/rules/suppression/unused.ts";
import { memorySnapshot } from "../../../src/snapshot.ts";
import { interfaceProject } from "../../support/interface-project.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

const project = (code: string) => interfaceProject(code, "export declare const a: number;");
const unused = "// design-lint-disable-next-line document/schema -- because\n";

it("the page is right", () => testPage(rule));

it("only: with --only nothing is said about the suppressions of rules that did not run", async () => {
  const snapshot = memorySnapshot(project(`export const a: number = 1;\n${unused}`));
  const all = await judge(snapshot, createPlatform());
  expect(all.report.diagnostics.map(({ rule: id }) => id)).toEqual([rule.id]);
  const one = await judge(snapshot, createPlatform(), { only: ["document/path"] });
  expect(one.report.diagnostics).toEqual([]);
});

it("unknown-rule: a rule that does not exist is reported", async () => {
  const code =
    'export const a: number = 1;\n// design-lint-disable-next-line document/shema -- because // want "no such rule"\n';
  await testRule(rule, project(code));
});
