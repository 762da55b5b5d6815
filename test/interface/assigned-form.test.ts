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

  it("other-kinds: functions and classes stay what they are", () => {
    const actual = "class K { m() { return 1; } }\nfunction f() { return 1; }\nmodule.exports = { K, f };";
    expect(changesOf("export class K { m(): number }\nexport function f(): number;", actual)).toEqual([]);
    expect(changesOf("export const K: number;\nexport function f(): number;", actual)).toEqual(["kind"]);
  });
});
