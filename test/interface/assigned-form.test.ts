import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";
import { memoryOracle } from "../support/oracle.ts";

function changesOf(declared: string, actual: string) {
  const path = "src/a.cjs";
  const { findings } = compared(declared, actual, { path, oracle: memoryOracle({ [path]: actual }) });
  return findings.map(({ rule, change }) => (rule === "interface/changed" ? change : rule));
}

describe("asAssigned", () => {
  it("variable: a member is a constant where the design says so, and a variable where it says that", () => {
    const actual = "module.exports = { a: 1 };";
    expect(changesOf("export const a: number;", actual)).toEqual([]);
    expect(changesOf("export let a: number;", actual)).toEqual([]);
    expect(changesOf("export const a: string;", actual)).toEqual(["value"]);
  });

  it("object: an object is an object, with functions written as the design writes them, at any depth", () => {
    const actual = "const o = { a: { b: 1, m() { return 1; } } };\nmodule.exports = { o };";
    expect(changesOf("export const o: { a: { b: number; m(): number } };", actual)).toEqual([]);
    expect(changesOf("export const o: { a: { b: number; m: () => number } };", actual)).toEqual([]);
    expect(changesOf("export const o: { a: { b: number; m(): string } };", actual)).toEqual(["member-type"]);
    expect(changesOf("export const o: { a: { b: number } };", actual)).toEqual(["member-type"]);
  });

  it("constant: an object constant of JavaScript is a value where the design declares one; with accessors or an assertion, which may be read-only, it stays open", () => {
    const actual = 'export const a = { b: 1, "c-d": { e() {} } };';
    const declared = 'export const a: { b: number; "c-d": { e(): void } };';
    const inModule = (source: string, block: string) =>
      compared(block, source, { path: "src/a.mjs", oracle: memoryOracle({ "src/a.mjs": source }) }).findings.map(
        ({ rule, change }) => `${rule} ${change}`,
      );
    expect(inModule(actual, declared)).toEqual([]);
    expect(inModule(actual, declared.replace("b: number", "b: string"))).toEqual(["interface/changed member-type"]);
    expect(inModule(actual.replace("const", "let"), declared)).toEqual(["interface/changed kind"]);
    expect(inModule("export const a = { get b() { return 1; } };", "export const a: { b: number };")).toEqual([
      "interface/undecided kind",
    ]);
    expect(
      inModule("export const a = { c: { get b() { return 1; } } };", "export const a: { c: { b: number } };"),
    ).toEqual(["interface/undecided kind"]);
  });

  it("other-kinds: functions and classes stay what they are", () => {
    const actual = "class K { m() { return 1; } }\nfunction f() { return 1; }\nmodule.exports = { K, f };";
    expect(changesOf("export class K { m(): number }\nexport function f(): number;", actual)).toEqual([]);
    expect(changesOf("export const K: number;\nexport function f(): number;", actual)).toEqual(["kind"]);
  });
});
