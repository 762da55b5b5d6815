import ts from "typescript";
import { describe, expect, it } from "vitest";
import { callableCuts, functionTypeText, parameterTypeText } from "../../src/interface/print-signature.ts";
import { textOf } from "../../src/interface/print-text.ts";
import { lastExpression, parseSource } from "../support/parse-source.ts";
import { firstClass, firstStatement } from "../support/print.ts";

function print(text: string): string | null {
  const node = firstStatement(text);
  if (!ts.isFunctionDeclaration(node)) throw new Error("no function");
  const cuts = callableCuts(node);
  return cuts && textOf(node, cuts);
}

describe("callableCuts", () => {
  it("defaults: a default makes a parameter optional, or `undefined` before a required one", () => {
    expect(print("function f(a: string = g(), b = 1): void {}")).toBe("function f(a?: string, b?: number): void;");
    expect(print("function f(a: () => void = g, b: 1): void {}")).toBe(
      "function f(a: (() => void) | undefined, b: 1): void;",
    );
  });

  it("patterns: a pattern gets a name that nothing else has", () => {
    expect(print("function f({ a }: A, [b]: B = [], options: C): void {}")).toBe(
      "function f(options_: A, options2: B | undefined, options: C): void;",
    );
  });

  it("pattern-default: a default that a pattern adds members to needs the compiler", () => {
    expect(print("function f({ a = 1 } = {}): void {}")).toBeNull();
    expect(print("function f({ a } = {} as A): void {}")).toBe("function f(options?: A): void;");
  });

  it("results: a body that returns nothing is void, another needs the compiler", () => {
    expect(print("function f() { return; }")).toBe("function f(): void;");
    expect(print("async function f() { g(() => { return 1; }); }")).toBe("async function f(): Promise<void>;");
    expect(print("function f() { return 1; }")).toBeNull();
    expect(print("function* f() {}")).toBeNull();
  });

  it("untyped: a parameter without type and default is any", () => {
    expect(print("function f(a, ...b): void {}")).toBe("function f(a: any, ...b: any[]): void;");
    expect(print("function f(a = g()): void {}")).toBeNull();
  });

  it("generators: the star goes", () => {
    expect(print("function* f<T>(): Generator<T> { yield g(); }")).toBe("function f<T>(): Generator<T>;");
  });
});

it("expressions: a function expression is written as a type", () => {
  const read = (text: string) => {
    const node = lastExpression(parseSource(text));
    return ts.isParenthesizedExpression(node) && ts.isArrowFunction(node.expression)
      ? functionTypeText(node.expression)
      : "";
  };
  expect(read("(<T extends 1>(a: T, { b }: B = {}): a is T => true)")).toBe(
    "<T extends 1>(a: T, options?: B) => a is T",
  );
  expect(read("((a: string) => a)")).toBeNull();
});

it("setters: a setter without a type takes what its getter gives", () => {
  const [, setter] = firstClass("class K { get a(): string { return '' } set a(b) {} }").members;
  const [parameter] = setter !== undefined && ts.isSetAccessor(setter) ? setter.parameters : [];
  expect(parameter && parameterTypeText(parameter)).toBe("string");
});
