import type ts from "typescript";
import { describe, expect, it } from "vitest";
import { isContradiction, roleOf } from "../../src/interface/merging.ts";
import { parseSource } from "../../src/interface/parse.ts";
import { typescript } from "../../src/interface/typescript.ts";

const pair = (text: string) => {
  const nodes = parseSource("a.ts", text).statements.flatMap((statement): readonly ts.Node[] =>
    typescript().isVariableStatement(statement) ? [...statement.declarationList.declarations] : [statement],
  );
  const [a, b] = nodes;
  if (a === undefined || b === undefined) throw new Error("two declarations are needed");
  return [isContradiction(a, b), isContradiction(b, a)];
};

describe("merging", () => {
  it("merges: kinds that TypeScript merges do not contradict each other", () => {
    expect(pair("interface A { a: 1 } interface A { b: 1 }")).toEqual([false, false]);
    expect(pair("declare class A { a: 1 } interface A { b: 1 }")).toEqual([false, false]);
    expect(pair("declare function A(): 1; declare class A { b: 1 }")).toEqual([false, false]);
    expect(pair("const A: 1; type A = 2;")).toEqual([false, false]);
    expect(pair("const A: 1; namespace A { interface B {} }")).toEqual([false, false]);
  });

  it("excludes: all other kinds do", () => {
    expect(pair("const A: 1; namespace A { const b: 1 }")).toEqual([true, true]);
    expect(pair("const A: 1; function A(): 1;")).toEqual([true, true]);
    expect(pair("enum A { a } type A = 2;")).toEqual([true, true]);
    expect(pair("enum A { a } interface A { b: 1 }")).toEqual([true, true]);
    expect(pair("declare class A { a: 1 } type A = 2;")).toEqual([true, true]);
  });

  it("bodies: functions with bodies are no overloads of each other", () => {
    expect(pair("function f(a: 1): 1 { return 1 } function f(a: 2): 2 { return 2 }")).toEqual([true, true]);
    expect(pair("function f(a: 1): 1; function f(a: 1): 1 { return 1 }")).toEqual([false, false]);
  });

  it("words: comments, layout, quotes and trailing marks do not count", () => {
    expect(pair("type A = { a: 'x', /* one */ };\nexport type A = {\n  a: \"x\" };")).toEqual([false, false]);
  });

  it("roles: what contradicts the same has the same role", () => {
    const roles = (text: string): readonly string[] => parseSource("a.ts", text).statements.map(roleOf);
    const [one, other] = roles("function f(a: 1): 1;\nfunction f(b: 2): 2;");
    expect(one).toBe(other);
    const [first, second] = roles("type A = 1;\ntype A = 2;");
    expect(first).not.toBe(second);
    const [body, signature] = roles("function f() {}\nfunction f(): void;");
    expect(body).not.toBe(signature);
  });
});
