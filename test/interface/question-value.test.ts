import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";
import { memoryOracle } from "../support/oracle.ts";

/** What is said of `A`, whose type the design writes out. */
function told(type: string, code: string): readonly string[] {
  const { findings } = compared(`export type A = ${type};`, code, { oracle: memoryOracle({ "src/a.ts": code }) });
  return findings.map(({ rule }) => rule.replace("interface/", ""));
}

describe("valueText", () => {
  it("variable: the type of a local constant or function, and of a member of it, stands for it", () => {
    const method =
      "const local: { method(): 1 } = { method: () => 1 };\nexport type A = ReturnType<typeof local.method>;";
    expect(told("1", method)).toEqual(["spelling"]);
    expect(told("2", method)).toEqual(["changed"]);
    const inferred = "const local = { method() { return [1]; } };\nexport type A = ReturnType<typeof local.method>;";
    expect(told("number[]", inferred)).toEqual(["spelling"]);
    expect(told("string[]", inferred)).toEqual(["changed"]);
    const deep = "const local: { a: { b: 1 } } = { a: { b: 1 } };\nexport type A = Partial<typeof local.a>;";
    expect(told("{ b?: 1 }", deep)).toEqual(["spelling"]);
    expect(told("{ b: 1 }", deep)).toEqual(["changed"]);
  });

  it("static: of a local class a static member does", () => {
    const code = "class K { static m(): 1 { return 1; } }\nexport type A = ReturnType<typeof K.m>;";
    expect(told("1", code)).toEqual(["spelling"]);
    expect(told("2", code)).toEqual(["changed"]);
  });

  it("class: a local class as a value cannot be written", () => {
    expect(told("{ m: 1 }", "class K { m = 1 as const; }\nexport type A = InstanceType<typeof K>;")).toEqual([
      "undecided",
    ]);
  });
});
