import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";
import { memoryOracle } from "../support/oracle.ts";

const told = (declared: string, actual: string): readonly string[] =>
  compared(declared, actual).findings.map(({ change, information, message }) => `${change} ${information}: ${message}`);

describe("change-information", () => {
  it("function-kinds: a function declaration against a constant is an information, either way", () => {
    const declaration = "export declare function f(): void;";
    const constant = "export declare const f: () => void;";
    expect(told(declaration, constant)).toEqual([
      "kind true: f is a constant with a function, the design says a function declaration",
    ]);
    expect(told(constant, declaration)).toEqual([
      "kind true: f is a function declaration, the design says a constant with a function",
    ]);
    expect(told(constant, constant)).toEqual([]);
  });

  it("functions-of-javascript: of JavaScript the compiler declares both as functions, so that nothing is said of it", () => {
    const actual = "/** @returns {void} */\nexport const f = () => {};";
    const oracle = memoryOracle({ "src/a.js": actual });
    for (const declared of ["export declare function f(): void;", "export declare const f: () => void;"]) {
      expect(compared(declared, actual, { oracle, path: "src/a.js" }).findings).toEqual([]);
    }
  });

  it("beside-drift: what is only an information is told beside what is drift", () => {
    expect(
      told("export declare function f(): 1;", "export declare const f: () => 2;").map((line) => line.split(":")[0]),
    ).toEqual(["return-type undefined", "kind true"]);
  });

  it("private-members: a brand that the design leaves out is an information; one that it states is none", () => {
    const actual = "export class A { private a = 1; #b = 2 }";
    expect(told("export declare class A { }", actual).map((line) => line.split(":")[0])).toEqual([
      "brand true",
      "brand true",
    ]);
    expect(told("export declare class A { private x; #private }", actual)).toEqual([]);
  });

  it("namespaces: members of namespaces are looked at too", () => {
    const declared = "export declare namespace N { function f(): void }";
    const { findings } = compared(declared, "export namespace N { export const f = (): void => {} }");
    expect(findings).toMatchObject([{ change: "kind", information: true, export: "N", member: "f" }]);
  });
});
