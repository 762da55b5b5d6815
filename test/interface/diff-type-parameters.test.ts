import { describe, expect, it } from "vitest";
import { compared } from "../support/interface/compared.ts";

const changes = (declared: string, actual: string): readonly string[] =>
  compared(`export declare function f${declared};`, `export declare function f${actual};`).findings.map(
    ({ change }) => change ?? "",
  );

describe("diff-type-parameters", () => {
  it("order: type parameters in another order are one change, and what else differs is told besides", () => {
    expect(changes("<A, B>(a: A, b: B): void", "<B, A>(a: A, b: B): void")).toEqual(["type-parameter-order"]);
    expect(changes("<A, B>(a: A, b: B): void", "<B, A>(a: A, b: string): void")).toEqual([
      "type-parameter-order",
      "parameter-type",
    ]);
  });

  it("parts: modifier, constraint and default are changes of their own", () => {
    expect(changes("<const A extends string>(a: A): void", "<A extends number>(a: A): void")).toEqual([
      "type-parameter-modifier",
      "type-parameter-constraint",
    ]);
    expect(changes("<A>(a: A): void", "<A = string>(a: A): void")).toEqual(["type-parameter-default"]);
  });

  it("shifted: a type parameter that comes or goes carries what else breaks", () => {
    const flags = (declared: string, actual: string) =>
      compared(`export declare function f${declared};`, `export declare function f${actual};`).findings.map(
        ({ change, breaking }) => [change, breaking?.consumer],
      );
    expect(flags("(a: string): void", "<T>(a: T): void")).toEqual([["type-parameter-added", false]]);
    expect(flags("(a: string): void", "<T extends number>(a: T): void")).toEqual([["type-parameter-added", true]]);
    expect(flags("(a: string): void", "<T>(a: T): T")).toEqual([["type-parameter-added", false]]);
    expect(flags("(a: string): string", "<T>(a: T): T")).toEqual([["type-parameter-added", true]]);
  });
});
