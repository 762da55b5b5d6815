import { expect, it } from "vitest";
import { createPlatform } from "../../../src/host/platform.ts";
import type { InterfaceFinding } from "../../../src/interface/verdict.ts";
import { judge } from "../../../src/lint.ts";
import { rule } from "../../../src/rules/interface/changed.ts";
import { memorySnapshot } from "../../../src/snapshot.ts";
import { interfaceProject, workspaceWithVerdict } from "../../support/interface-project.ts";
import { testPage, testRule } from "../../support/rule-tester.ts";

it("the page is right", () => testPage(rule));

it("same-type: the same type in other words is silent", async () => {
  const code = "export function f(a: Array<string | null>): void {}\n";
  await testRule(rule, interfaceProject(code, "export declare function f(list: (null | string)[]): void;"));
});

it("fires at the declaration in the document", async () => {
  const code = "export interface Box { readonly size: number }\nexport const box: Box = { size: 1 };\n";
  const block = 'export interface Box { readonly size: string } // want "size"\nexport declare const box: Box;';
  await testRule(rule, interfaceProject(code, block));
});

it("breaking-only: with fail: breaking a change that breaks nobody is at most a warning", () => {
  expect(severityWith({ consumer: false, implementer: false })).toBe("warning");
  expect(severityWith({ consumer: true, implementer: false })).toBeUndefined();
});

it("renamed: an export that only its name tells apart is one change", async () => {
  const code = "export function sums(values: number[]): number {\n  return values.length;\n}\n";
  const block = 'export declare function sum(list: number[]): number; // want "exports sums where the design says sum"';
  await testRule(rule, interfaceProject(code, block));
});

it("private-members: private members that the design does not state count as far as the options say", () => {
  const brand = informationOf("brand");
  expect(severities(brand, {})).toEqual([]);
  expect(severities(brand, { brand: "info" })).toEqual(["info"]);
  expect(severities(brand, { brand: "strict" })).toEqual([undefined]);
  expect(severities(brand, { kind: "strict" })).toEqual([]);
});

it("function-or-constant: a function that is a constant on one side counts as far as the options say", () => {
  const kind = informationOf("kind");
  expect(severities(kind, {})).toEqual(["info"]);
  expect(severities(kind, { kind: "off" })).toEqual([]);
  expect(severities(kind, { kind: "strict" })).toEqual([undefined]);
  expect(severities(kind, { kind: "strict", fail: "breaking" })).toEqual(["warning"]);
});

it("information: what is no drift is an information of the whole run, and nothing else", async () => {
  const files = interfaceProject("export const f = (): void => {};\n", "export declare function f(): void;");
  const { report } = await judge(memorySnapshot(files), createPlatform());
  expect(report.diagnostics.filter(({ rule: id }) => id === rule.id).map(({ severity }) => severity)).toEqual(["info"]);
});

it("unknown-breaking: a change whose reach is not known counts as breaking", () => {
  expect(severityWith(undefined)).toBeUndefined();
});

it("planned: on a planned design drift is a warning", async () => {
  const code = "export const a: number = 1;\n";
  const files = interfaceProject(code, 'export declare const a: string; // want "a"', "planned");
  await testRule(rule, files);
  const { report } = await judge(memorySnapshot(files), createPlatform());
  expect(report.diagnostics.filter(({ rule: id }) => id === rule.id).map(({ severity }) => severity)).toEqual([
    "warning",
  ]);
});

function informationOf(change: "brand" | "kind"): InterfaceFinding {
  const declared = { start: 0, end: 0 };
  const breaking = { consumer: false, implementer: false };
  const common = { rule: "interface/changed", message: "m", mend: "do", export: "a" } as const;
  return { ...common, change, declared, breaking, information: true };
}

function severities(found: InterfaceFinding, options: Readonly<Record<string, unknown>>) {
  return [...rule.check(workspaceWithVerdict([found]), options)].map(({ atMost }) => atMost);
}

function severityWith(breaking: InterfaceFinding["breaking"]): string | undefined {
  const range = { start: 0, end: 0 };
  const found: InterfaceFinding = {
    rule: "interface/changed",
    message: "m",
    mend: "do",
    export: "a",
    declared: range,
    ...(breaking === undefined ? {} : { breaking }),
  };
  const [finding] = [...rule.check(workspaceWithVerdict([found]), { fail: "breaking" })];
  return finding?.atMost;
}
