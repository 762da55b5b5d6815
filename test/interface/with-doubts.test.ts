import { describe, expect, it } from "vitest";
import type { TypeOracle } from "../../src/interface/type-oracle.ts";
import { compared } from "../support/interface/compared.ts";

const told = (declared: string, actual: string, path = "src/a.ts") =>
  compared(declared, actual, { path }).findings.map(({ rule, message }) => `${rule}: ${message}`);

describe("with-doubts", () => {
  it("marked: a name that the block marks as undecided is undecided, another is undeclared", () => {
    expect(told("// undecided: a (nobody knows)", "export const a = g();")).toEqual([
      "interface/undecided: a could not be compared: nobody knows",
    ]);
    expect(told("// undecided: b (nobody knows)", "export const a = g();")[0]).toContain("interface/undeclared-export");
  });

  it("known-now: a name that the compiler knows by now is undeclared", () => {
    const oracle: TypeOracle = {
      declarationOf: () => ({ ok: true, text: "export declare const a: 1;", consulted: [] }),
    };
    const { findings } = compared("// undecided: a (nobody knows)", "export const a = g();", { oracle });
    expect(findings.map(({ rule }) => rule)).toEqual(["interface/undeclared-export"]);
  });

  it("assigned-whole: names of a computed `module.exports` are one undecided", () => {
    expect(told("export declare const a: 1;", "module.exports = build();", "src/a.cjs")).toEqual([
      expect.stringContaining("interface/undecided"),
    ]);
  });
});
