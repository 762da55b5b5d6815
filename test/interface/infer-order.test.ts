import { describe, expect, it } from "vitest";
import { numbered, tree } from "../../src/interface/form.ts";
import { orderedByUse, placeholder } from "../../src/interface/infer-order.ts";
import { compared } from "../support/interface/compared.ts";

const told = (declared: string, actual: string): readonly (string | undefined)[] =>
  compared(`export type A<T> = ${declared};`, `export type A<T> = ${actual};`).findings.map(
    ({ rule, change }) => change ?? rule,
  );

describe("infer-order", () => {
  it("by-use: what the names are called does not count, nor in what order they come", () => {
    const form = (one: string, other: string) =>
      tree(
        "object",
        [
          { label: "a", form: placeholder(one) },
          { label: "b", form: tree("x", numbered("of", [placeholder(other)]), { node: null }) },
        ],
        {
          node: null,
        },
      );
    const [first] = orderedByUse(["P", "Q"], form("P", "Q"));
    expect(orderedByUse(["Q", "P"], form("P", "Q"))[0]).toBe(first);
    expect(orderedByUse(["P", "Q"], form("Q", "P"))[0]).not.toBe(first);
    const type = "T extends { a: infer P; b: [infer Q] } ? [P, Q] : 0";
    expect(told(type, "T extends { b: [infer X]; a: infer Y } ? [Y, X] : 0")).toEqual([]);
    expect(told(type, "T extends { b: [infer X]; a: infer Y } ? [X, Y] : 0")).not.toEqual([]);
  });

  it("sets: the order of a union's parts does not count, that of overloads does", () => {
    const union = "T extends [infer P] | { a: infer Q } ? [P, Q] : 0";
    expect(told(union, "T extends { a: infer A } | [infer B] ? [B, A] : 0")).toEqual([]);
    expect(told(union, "T extends { a: infer A } | [infer B] ? [A, B] : 0")).not.toEqual([]);
    const alike = "T extends [infer P, 1] | [infer Q, 2] ? [P, Q] : 0";
    expect(told(alike, "T extends [infer Q, 1] | [infer P, 2] ? [Q, P] : 0")).toEqual([]);
    const overloads = "T extends { (a: infer P): 1; (a: infer Q): 2 } ? [P, Q] : 0";
    expect(told(overloads, "T extends { (b: infer Q): 1; (b: infer P): 2 } ? [Q, P] : 0")).toEqual([]);
    expect(told(overloads, "T extends { (b: infer Q): 2; (b: infer P): 1 } ? [Q, P] : 0")).not.toEqual([]);
  });

  it("many: many names in one type cost little more than one", () => {
    const of = (last: string): string => {
      const members = Array.from({ length: 200 }, (_, at) => `a${at}: [infer P${at}]`);
      return `T extends { ${members.join("; ")} } ? ${last} : 0`;
    };
    expect(told(of("[P0, P1]"), of("[P0, P1,]"))).toEqual([]);
    expect(told(of("[P0, P1]"), of("[P1, P0]"))).toEqual(["type", "type"]);
  });
});
