import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";

const changes = (declared: string, actual: string): readonly string[] =>
  compared(declared, actual).findings.map(({ rule, change, member }) =>
    [rule.replace("interface/", ""), change, member].filter((part) => part !== undefined).join(" "),
  );

describe("diff-signatures", () => {
  it("parameter-in-the-middle: a parameter that comes in before others is one difference", () => {
    expect(
      changes("export declare function f(a: 1, c: 3): void;", "export function f(a: 1, b: 2, c: 3): void {}"),
    ).toEqual(["changed parameter-added"]);
  });

  it("shifted-type-parameters: a type parameter that comes or goes is the only difference told", () => {
    expect(
      changes("export declare function f<A, B>(a: A, b: B): void;", "export function f<B>(a: 1, b: B): void {}"),
    ).toEqual(["changed type-parameter-removed"]);
  });

  it("overload-order: the same overloads in another order are one difference", () => {
    const a = "export declare function f(a: 1): 1;\n";
    const b = "export declare function f(a: 2): 2;\n";
    expect(changes(a + b, b + a)).toEqual(["changed overload-order"]);
    expect(changes(a, a + b)).toEqual(["changed overload-added"]);
    expect(changes(a + b, b)).toEqual(["changed overload-removed"]);
  });

  it("constructors: differences of constructors have ids of their own", () => {
    expect(changes("export declare class A { constructor(a: 1); }", "export class A { constructor(a: 2) {} }")).toEqual(
      ["changed constructor-parameter-type constructor"],
    );
    expect(changes("export declare class A extends Date { constructor(); }", "export class A extends Date {}")).toEqual(
      ["undecided constructor-inherited constructor"],
    );
  });

  it("collapsed-overloads: one signature that takes what the overloads took is one difference", () => {
    const overloads = "export declare function f(a: 1): 1;\nexport declare function f(a: 2): 1;";
    const { findings } = compared(overloads, "export declare function f(a: 1 | 2): 1;");
    expect(findings.map(({ message }) => message)).toEqual([
      "f has one signature, the design has 2 overloads — implementers may break",
    ]);
    expect(changes(overloads, "export declare function f(a: 1): 1;")).toEqual(["changed overload-removed"]);
  });

  it("this-parameter: `this` counts like a parameter", () => {
    expect(changes("export declare function f(): void;", "export function f(this: Date): void {}")).toEqual([
      "changed parameter-added",
    ]);
  });
});
