import { describe, expect, it } from "vitest";
import { cpuTime } from "../support/cpu-time.ts";
import { compared } from "../support/interface/compared.ts";

const changes = (declared: string, actual: string): readonly string[] =>
  compared(declared, actual).findings.map(({ change, export: name }) => `${change} ${name}`);

describe("change-renamed", () => {
  it("one-change: a missing and an undeclared export that are declared alike are one change, at both places", () => {
    const [declared, actual] = [
      "export declare function sum(a: number[]): number;",
      "export function total(list: Array<number>): number { return 1; }",
    ];
    const [finding, ...others] = compared(declared, actual).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: "interface/changed", change: "export-renamed", export: "sum" });
    expect(finding?.message).toBe(
      "The source exports total where the design says sum, declared alike — callers may break",
    );
    expect(declared.slice(finding?.declared?.start, finding?.declared?.end)).toBe("sum");
    expect(actual.slice(finding?.actual?.start, finding?.actual?.end)).toBe("total");
  });

  it("types: a type that others build is missed by implementers too", () => {
    const { findings } = compared("export interface A { a: 1 }", "export interface B { a: 1 }");
    expect(findings).toMatchObject([{ change: "export-renamed", breaking: { consumer: true, implementer: true } }]);
  });

  it("ambiguous: where two names could be the new one, all are told", () => {
    expect(changes("export declare const a: 1;", "export const b = 1;\nexport const c = 1;")).toEqual([
      "export-missing a",
      "export-undeclared b",
      "export-undeclared c",
    ]);
  });

  it("unstated: what a design need not state does not keep a renamed class from being known", () => {
    expect(changes("export declare class A { a: 1 }", "export class B { a: 1 = 1; private b = 2 }")).toEqual([
      "export-renamed A",
    ]);
  });

  it("many: hundreds of names that are declared alike take no longer than others", () => {
    const of = (head: string): string =>
      Array.from({ length: 150 }, (_, at) => `export declare const ${head}${at}: string;`).join("\n");
    const began = cpuTime();
    expect(new Set(compared(of("aaaaaaaaa"), of("b")).findings.map(({ change }) => change))).toEqual(
      new Set(["export-missing", "export-undeclared"]),
    );
    expect(cpuTime() - began).toBeLessThan(1000);
  });

  it("not-alike: another declaration is no renaming, and what has to be inferred is none either", () => {
    expect(changes("export declare const a: 1;", "export const b = 2;")).toEqual([
      "export-missing a",
      "export-undeclared b",
    ]);
    const inferred = "export const b = g();\ndeclare function g(): 1;";
    expect(changes("export declare const a: 1;", inferred)).toEqual(["export-missing a", "export-undeclared b"]);
  });

  it("mentioned: a renamed type that others mention is told once", () => {
    expect(
      changes(
        "export interface A { a: 1 }\nexport declare function f(a: A): void;",
        "export interface B { a: 1 }\nexport function f(a: B): void {}",
      ),
    ).toEqual(["export-renamed A"]);
  });
});
