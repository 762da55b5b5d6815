import ts from "typescript";
import { describe, expect, it } from "vitest";
import { namespaceText } from "../../src/interface/print-namespace.ts";
import { statementText, variableText } from "../../src/interface/print-statement.ts";
import { firstStatement } from "../support/print.ts";

function print(text: string): string | null {
  const node = firstStatement(text);
  if (!ts.isModuleDeclaration(node)) throw new Error("no namespace");
  return namespaceText(node, { statement: statementText, variable: variableText });
}

describe("namespaceText", () => {
  it("hidden-members: only what is exported, and local types that it mentions, is written", () => {
    expect(print("namespace N { const a = f(); interface L {} interface M {} export function g(l: L): void {} }")).toBe(
      "namespace N {\n  interface L {}\n  export function g(l: L): void;\n  export {};\n}",
    );
  });

  it("ambient: in a declared namespace everything is exported", () => {
    expect(print("declare namespace N { type A = 1; export const b: A; }")).toBe(
      "namespace N {\n  export type A = 1;\n  export const b: A;\n}",
    );
  });

  it("nested: dotted and nested namespaces keep their shape", () => {
    expect(print("namespace A.B { export namespace C { export const d = 1; } }")).toBe(
      "namespace A.B {\n  export namespace C {\n    export const d: 1;\n  }\n}",
    );
    expect(print("namespace A {}")).toBe("namespace A {}");
  });

  it("augmentations: changes to modules and the globals are kept whole", () => {
    expect(print('declare module "x" { const a: 1 /* b */ }')).toBe('module "x" { const a: 1 }');
    expect(print("declare global { var a: 1 }")).toBe("global { var a: 1 }");
  });
});
