import ts from "typescript";
import { describe, expect, it } from "vitest";
import { inferredParts } from "../../src/interface/inferred-parts.ts";
import { parseSource } from "../support/parse-source.ts";

function parts(text: string): readonly string[] {
  const statement = parseSource(text).statements[0];
  if (statement === undefined) throw new Error("no statement");
  const node = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : statement;
  return node === undefined ? [] : inferredParts(node).map(({ kind, node: part }) => `${kind} ${part.getText()}`);
}

describe("inferredParts", () => {
  it("written: what has a written type is no part", () => {
    expect(parts("const a: number = f();")).toEqual([]);
    expect(parts("function f(a: number): void { return g(); }")).toEqual([]);
  });

  it("returns: of a function only what it returns or yields counts", () => {
    expect(parts("function f() { log(x); const g = () => { return no; }; return yes; }")).toEqual(["expression yes"]);
    expect(parts("function* f() { yield a; return b; }")).toEqual(["expression a", "expression b"]);
    expect(parts("const f = (a: string) => ({ a, n: g() });")).toEqual(["expression a", "expression g()"]);
  });

  it("parameters: a default decides, a bare parameter is typed by its context", () => {
    expect(parts("function f(a = b, c): void {}")).toEqual(["expression b", "parameter c"]);
  });

  it("classes: computed bases and members that others see count", () => {
    expect(parts("class K extends mix(B) { private a = p(); #b = q(); c = r(); d() { return s; } }")).toEqual([
      "expression mix(B)",
      "expression r()",
      "expression s",
    ]);
  });

  it("assignments: of an assignment its right side counts", () => {
    const file = parseSource("exports.a = make();");
    const statement = file.statements[0];
    const node = statement !== undefined && ts.isExpressionStatement(statement) ? statement.expression : file;
    expect(inferredParts(node).map((part) => part.node.getText())).toEqual(["make()"]);
  });

  it("namespaces: members of a namespace count, the name of a default does not", () => {
    expect(parts("namespace N { export const a = b; }")).toEqual(["expression b"]);
    expect(parts("export default name;")).toEqual([]);
    expect(parts("export default make();")).toEqual(["expression make()"]);
  });
});
