import { describe, expect, it } from "vitest";
import {
  diffConstructors,
  diffOverloads,
  diffSignatures,
  diffTypeParameters,
} from "../../src/interface/diff-signatures.ts";
import type { Difference, Pair } from "../../src/interface/difference.ts";
import { diffContext, pairOf, slotPair, start, told } from "../support/interface/reading.ts";

const functions = (declared: string, actual: string): Pair => {
  const text = (signatures: string): string =>
    signatures
      .split(" / ")
      .map((signature) => `export declare function A${signature};`)
      .join("\n");
  return slotPair(pairOf(text(declared), text(actual)), "value");
};

const found = (declared: string, actual: string): readonly Difference[] =>
  diffOverloads(functions(declared, actual), start, diffContext());

describe("diffOverloads", () => {
  it("overload-order: the same overloads in another order are one difference", () => {
    expect(told(found("(a: 1): 1 / (a: 2): 2", "(a: 2): 2 / (a: 1): 1"))).toEqual(["overload-order"]);
    expect(told(found("(a: 1): 1 / (a: 2): 2", "(b: 1): 1 / (b: 2): 2"))).toEqual([]);
  });

  it("unequal-overloads: equal overloads are left out, the rest is compared in pairs", () => {
    expect(told(found("(a: 1): 1 / (a: 2): 2", "(a: 1): 1 / (a: 2): 3"))).toEqual(["return-type result"]);
    expect(told(found("(a: 1): 1", "(a: 2): 2 / (a: 1): 1"))).toEqual(["overload-added"]);
    expect(told(found("(a: 1): 1 / (a: 1): 1", "(a: 1): 1"))).toEqual(["overload-removed"]);
  });
});

describe("diffSignatures", () => {
  it("inserted-parameter: a parameter put in before others is one difference", () => {
    expect(told(found("(a: 1, b: 2): void", "(z: 0, a: 1, b: 2): void"))).toEqual(["parameter-added"]);
    expect(told(found("(a: 1, b: 2, c: 3): void", "(a: 1, c: 3): void"))).toEqual(["parameter-removed"]);
  });

  it("tells parameters, `this` and results apart", () => {
    expect(told(found("(a: 1): 1", "(a: 2): 2"))).toEqual(["parameter-type parameter a", "return-type result"]);
    expect(told(found("(a: 1): void", "(a?: 1): void"))).toEqual(["parameter-optionality"]);
    expect(told(found("(a: 1[]): void", "(...a: 1[]): void"))).toEqual(["parameter-rest"]);
    expect(told(found("(this: Date): void", "(this: RegExp): void"))).toEqual(["parameter-type parameter this"]);
    expect(told(found("(): void", "(this: Date): void"))).toEqual(["parameter-added"]);
  });

  it("nested-signature: a difference within a parameter is one of that parameter", () => {
    expect(told(found("(a: (b: 1) => 1): void", "(a: (b: 1) => 2): void"))).toEqual(["parameter-type parameter a"]);
    expect(told(found("(): { a: () => 1 }", "(): { a: () => 2 }"))).toEqual(["return-type result.a"]);
  });

  it("compares one signature with one", () => {
    const pair = slotPair(functions("(a: 1): 1", "(a: 1): 2"), "signature 0");
    expect(told(diffSignatures(pair, start, diffContext()))).toEqual(["return-type result"]);
  });
});

describe("diffTypeParameters", () => {
  it("shifted-type-parameters: where one comes or goes, what follows from its position is not told", () => {
    expect(told(found("<T>(a: T): T", "<S, T>(a: T): T"))).toEqual(["type-parameter-added"]);
    expect(told(found("<S, T>(a: T): S", "<T>(a: T): T"))).toEqual(["type-parameter-removed"]);
  });

  it("tells constraints, defaults and modifiers apart", () => {
    const pair = (declared: string, actual: string): Pair =>
      slotPair(pairOf(`export interface A<${declared}> {}`, `export interface A<${actual}> {}`), "interface");
    const names = (declared: string, actual: string): readonly string[] =>
      told(diffTypeParameters(pair(declared, actual), start, diffContext()));
    expect(names("T extends 1", "T extends 2")).toEqual(["type-parameter-constraint type parameter T"]);
    expect(names("T = 1", "T")).toEqual(["type-parameter-default type parameter T"]);
    expect(names("in T", "T")).toEqual(["type-parameter-modifier type parameter T"]);
    expect(names("T extends unknown", "X")).toEqual([]);
  });
});

describe("diffConstructors", () => {
  const made = (declared: string, actual: string): readonly string[] => {
    const pair = slotPair(pairOf(`export declare class A ${declared}`, `export class A ${actual}`), "class");
    return told(diffConstructors(slotPair(pair, "constructor"), start, diffContext()));
  };

  it("differences of constructors have ids of their own", () => {
    expect(made("{ constructor(a: 1); }", "{ constructor(a: 2) {} }")).toEqual([
      "constructor-parameter-type constructor parameter a",
    ]);
    expect(made("{}", "{ constructor(a: 1) {} }")).toEqual(["constructor-parameter-added constructor"]);
    expect(made("{}", "{ protected constructor() {} }")).toEqual(["constructor-visibility constructor"]);
  });

  it("inherited-constructor: one side without a constructor of its own is undecided", () => {
    expect(made("extends B { constructor(a: 1); }", "extends B {}")).toEqual(["undecided constructor constructor"]);
    expect(made("extends B {}", "extends B {}")).toEqual([]);
  });
});
