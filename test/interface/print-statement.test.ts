import ts from "typescript";
import { describe, expect, it } from "vitest";
import { printInterface } from "../../src/interface/print.ts";
import { statementText, variableText } from "../../src/interface/print-statement.ts";
import type { TypeOracle } from "../../src/interface/type-oracle.ts";
import { compared } from "../support/interface/compared.ts";
import { firstStatement } from "../support/print.ts";

const silent: TypeOracle = { declarationOf: () => ({ ok: false, reason: "there is no compiler here" }) };

const print = (text: string, exported = true) => statementText(firstStatement(text), { exported, declared: true });

function printVariable(text: string): string | null {
  const statement = firstStatement(text);
  const node = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : undefined;
  return node === undefined ? null : variableText(node, { exported: true, declared: true });
}

describe("statementText", () => {
  it("prefixes: export and declare stand in front of what needs them", () => {
    expect(print("interface A {}")).toBe("export interface A {}");
    expect(print("export type A = 1", false)).toBe("type A = 1;");
    expect(print("@dec export abstract class A {}")).toBe("export declare abstract class A {}");
    expect(print("const enum A { B = 1 }", false)).toBe("declare const enum A { B = 1 }");
    expect(print("export async function f(): Promise<1> {}")).toBe("export declare function f(): Promise<1>;");
    expect(print("export import A = B.C")).toBe("export import A = B.C;");
  });

  it("defaults: a default export needs no declare", () => {
    expect(print("export default function (): void {}")).toBe("export default function (): void;");
    expect(print("export default abstract class A {}")).toBe("export default abstract class A {}");
  });

  it("computed-enum: values of an enum that only a run can tell are left out", () => {
    expect(print("enum E { A = 'x'.length, B = 1 << 2, C = f(), D = `${B}-x`, F = N.a['b'] | -B }")).toBe(
      "export declare enum E { A, B = 1 << 2, C, D = `${B}-x`, F = N.a['b'] | -B }",
    );
    const code = "export enum E { A = 'x'.length, B = 2, C = Math.random() }";
    const block = printInterface({ path: "src/a.ts", text: code }, silent).text;
    expect(compared(block, code).findings).toEqual([]);
    expect(compared(block, code.replace("B = 2", "B = 3")).findings).toHaveLength(1);
  });

  it("inferred: a declaration with an inferred type needs the compiler", () => {
    expect(print("function f() { return 1; }")).toBeNull();
    expect(print("namespace N { export const a = f(); }")).toBeNull();
  });
});

describe("variableText", () => {
  it("variables: each is a statement of its own", () => {
    expect(printVariable("const a: string = f();")).toBe("export declare const a: string;");
    expect(printVariable("let a = 1, b = 2;")).toBe("export declare let a: number;");
    expect(printVariable("const f = (a: 1): 2 => 2;")).toBe("export declare const f: (a: 1) => 2;");
    expect(printVariable("const { a } = f();")).toBeNull();
  });
});
