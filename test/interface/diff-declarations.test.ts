import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";

const changes = (declared: string, actual: string): readonly string[] =>
  compared(declared, actual).findings.map(({ rule, change, member }) =>
    [rule.replace("interface/", ""), change, member].filter((part) => part !== undefined).join(" "),
  );

describe("diff-declarations", () => {
  it("kind: another kind is a difference, unless a type that must be inferred hides what it is", () => {
    expect(changes("export interface A { a: 1 }", "export type A = { a: 1 };")).toEqual(["changed kind"]);
    expect(
      changes("export declare function f(): void;", "export const f = g();\ndeclare function g(): () => void;"),
    ).toEqual(["undecided kind"]);
    expect(changes("export declare function f(): void;", "export let f = (): void => {};")).toEqual(["changed kind"]);
  });

  it("named-function-type: a constant of a named type may be the same function, or is it in other words", () => {
    expect(
      changes(
        "export type F = () => void;\nexport declare function f(): void;",
        "export type F = () => void;\nexport declare const f: F;",
      ),
    ).toEqual(["spelling kind"]);
    expect(
      changes(
        "import { F } from 'x';\nexport declare function f(): void;",
        "import { F } from 'x';\nexport declare const f: F;",
      ),
    ).toEqual(["undecided kind"]);
  });

  it("namespace-members: members of namespaces are compared by name", () => {
    expect(
      changes("export declare namespace N { const a: 1; const b: 2 }", "export namespace N { export const b = 3 }"),
    ).toEqual(["changed member-missing a", "changed value b"]);
  });

  it("enum-members: members of enums are compared by name and value", () => {
    expect(changes("export declare enum E { A, B }", "export enum E { A = 1, C }")).toEqual([
      "changed enum-member-value A",
      "changed enum-member-missing B",
      "changed enum-member-undeclared C",
    ]);
  });

  it("constants: nobody implements a constant", () => {
    const { findings } = compared("export declare const a: { b: 1 };", "export declare const a: { b: 1; c: 2 };");
    expect(findings.map(({ breaking }) => breaking)).toEqual([{ consumer: false, implementer: false }]);
  });
});
