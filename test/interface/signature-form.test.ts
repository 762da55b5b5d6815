import ts from "typescript";
import { describe, expect, it } from "vitest";
import { type Form, slot } from "../../src/interface/form.ts";
import { outerScope } from "../../src/interface/scope.ts";
import { signatureForm } from "../../src/interface/signature-form.ts";
import { firstNode, sidesOf } from "../support/interface/sides.ts";

function signature(text: string): Form {
  const { source, context } = sidesOf("", text);
  const node = firstNode(source.file, ts.isFunctionDeclaration);
  return signatureForm(node, outerScope(source, []), context);
}

const key = (text: string): string => signature(text).key;
const result = (text: string): string => {
  const form = slot(signature(text), "return");
  return `${form?.tag} ${form?.text}`;
};

describe("parameters", () => {
  it("names-erased: names of parameters and type parameters leave no trace, their places do", () => {
    expect(key("function f<A, B>(a: A, b: B): A")).toBe(key("function f<X, Y>(x: X, y: Y): X"));
    expect(key("function f<A, B>(a: A, b: B): A")).not.toBe(key("function f<A, B>(a: A, b: B): B"));
    expect(key("function f(a: 1, b: 2): typeof a")).not.toBe(key("function f(a: 1, b: 2): typeof b"));
  });

  it("predicate: a predicate speaks of a place", () => {
    expect(key("function f(a: any, b: any): a is 1")).toBe(key("function f(x: any, y: any): x is 1"));
    expect(key("function f(a: any, b: any): a is 1")).not.toBe(key("function f(a: any, b: any): b is 1"));
    expect(key("function f(a: any): asserts a is 1")).not.toBe(key("function f(a: any): a is 1"));
  });

  it("defaults: a default makes a parameter optional where all later ones are, else only `undefined` may be given", () => {
    expect(key("function f(a: 1, b: number = 2): 1")).toBe(key("function f(a: 1, b?: number): 1"));
    expect(key("function f(a: number = 1, b: 2): 1")).toBe(key("function f(a: number | undefined, b: 2): 1"));
    expect(key("function f(a = 1): 1")).toBe(key("function f(a?: number): 1"));
  });

  it("rest-tuple: a rest parameter that is a tuple is its elements", () => {
    expect(key("function f(a: 1, ...rest: [b: 2, c?: 3]): 1")).toBe(key("function f(a: 1, b: 2, c?: 3): 1"));
    expect(key("function f(...rest: [1, ...2[]]): 1")).toBe(key("function f(a: 1, ...b: 2[]): 1"));
    expect(key("function f(...rest: [...1[], 2]): 1")).not.toBe(key("function f(...a: 1[]): 1"));
  });

  it("this-parameter: `this` is no parameter, and counts", () => {
    expect(signature("function f(this: 1, a: 2): 3").slots.map(({ label }) => label)).toEqual([
      "this",
      "parameter 0",
      "return",
    ]);
  });

  it("unwritten: a bare parameter is `any`, a destructured one is not known", () => {
    expect(key("function f(a, ...b): 1")).toBe(key("function f(a: any, ...b: any[]): 1"));
    expect(signature("function f({ a }): 1").holed).toBe(true);
    expect(key("function f({ a }: { a: 1 }): 1")).toBe(key("function f(b: { a: 1 }): 1"));
  });

  it("type-parameters: constraint, default and variance count, `extends unknown` does not", () => {
    expect(key("function f<A extends unknown>(a: A): 1")).toBe(key("function f<A>(a: A): 1"));
    expect(key("function f<A extends string>(a: A): 1")).not.toBe(key("function f<A>(a: A): 1"));
    expect(key("function f<const A>(a: A): 1")).not.toBe(key("function f<A>(a: A): 1"));
  });
});

describe("results", () => {
  it("no-value: a body that returns nothing is `void`, an asynchronous one a promise of it", () => {
    expect(result("function f() { const g = () => { return 1; }; return; }")).toBe("keyword void");
    expect(key("async function f() { g(); }")).toBe(key("function f(): Promise<void>"));
  });

  it("inferred: what a body returns is not known from syntax", () => {
    expect(result("function f() { if (a) { return 1; } }")).toBe("hole the result type is inferred");
    expect(result("function* f() {}")).toBe("hole the result type is inferred");
    expect(result("declare function f();")).toBe("keyword any");
  });
});
