import ts from "typescript";
import { describe, expect, it } from "vitest";
import { computedMethods, withMethods } from "../../src/interface/oracle-methods.ts";
import { parseSource } from "../support/parse-source.ts";

describe("withMethods", () => {
  it("computed-names: a method that the compiler wrote as a property becomes a method again", () => {
    const { statements } = parseSource("class K { [key](a: string) { return this } [other] = () => 1 }");
    const methods = computedMethods(statements.filter(ts.isClassDeclaration));
    const written = "declare class K {\n  [key]: (a: (x: 1) => 2) => this;\n  [other]: () => number;\n}";
    expect(withMethods(written, methods)).toBe(
      "declare class K {\n  [key](a: (x: 1) => 2): this;\n  [other]: () => number;\n}",
    );
  });

  it("nothing-to-do: other declarations stay as they are", () => {
    expect(withMethods("declare const a: 1;", new Set(["[key]"]))).toBe("declare const a: 1;");
    expect(withMethods("declare class K { [key]: string }", new Set(["[key]"]))).toBe(
      "declare class K { [key]: string }",
    );
  });
});
