import { describe, expect, it } from "vitest";
import { diffTypes } from "../../src/interface/diff-types.ts";
import type { Difference } from "../../src/interface/difference.ts";
import { hole, leaf } from "../../src/interface/form.ts";
import { wordsOf } from "../../src/interface/words.ts";
import { diffContext, pairOf, present, slotPair, start, told } from "../support/interface/reading.ts";

/** The differences of two written types; `rest` stands on both sides. */
function found(declared: string, actual: string, rest = ""): readonly Difference[] {
  const pair = pairOf(`export type A = ${declared};\n${rest}`, `export type A = ${actual};\n${rest}`);
  const types = slotPair(slotPair(pair, "type"), "type");
  return diffTypes(
    types,
    start,
    diffContext((name) => name !== "Unknown"),
  );
}

const parts = (declared: string, actual: string, rest = ""): readonly string[] =>
  found(declared, actual, rest).map((one) => `${wordsOf(present(one.declared))} → ${wordsOf(present(one.actual))}`);

describe("diffTypes", () => {
  it("equal types have no difference", () => {
    expect(found("string | 1", "1 | string")).toEqual([]);
  });

  it("smallest-slot: a difference is told at the innermost slot that both sides have", () => {
    expect(parts("Promise<{ a: string[] }>", "Promise<{ a: number[] }>")).toEqual(["string → number"]);
    expect(parts("(a: [1, 2]) => void", "(a: [1, 3]) => void")).toEqual(["2 → 3"]);
    expect(parts("string[]", "{ a: 1 }")).toEqual(["string[] → { a: 1 }"]);
  });

  it("one-alternative: one alternative exchanged for another of its kind is shown alone, all else whole", () => {
    expect(parts("null | Promise<1>", "null | Promise<2>")).toEqual(["1 → 2"]);
    expect(parts("null | 1", "null | 2")).toEqual(["null | 1 → null | 2"]);
    expect(parts("1 | 2", "1 | 2 | 3")).toEqual(["1 | 2 → 1 | 2 | 3"]);
  });

  it("hole: what has to be inferred is undecided, for the reason of the hole", () => {
    const pair = { declared: leaf("keyword", "string", null), actual: hole("it is a call", null) };
    expect(diffTypes(pair, start, diffContext())).toMatchObject([{ kind: "undecided", reason: "it is a call" }]);
  });

  it("other-words: a name and what it stands for are the same type in other words", () => {
    expect(told(found("{ a: 1 }", "B", "export interface B { a: 1 }"))).toEqual(["spelling type"]);
    expect(told(found("{ a: 2 }", "B", "export interface B { a: 1 }"))).toEqual(["type"]);
  });

  it("unknown-name: a name that leads nowhere explains the difference", () => {
    const [first, ...others] = found("{ a: Unknown }", "{ a: string }");
    expect(first?.kind).toBe("unknown-name");
    expect(wordsOf(present(first?.declared))).toBe("Unknown");
    expect(others).toEqual([]);
    expect(told(found("{ a: Date }", "{ a: string }"))).toEqual(["member-type a"]);
  });

  it("only-compiler: a computed type may be what the other side writes out, and left out arguments what it gives", () => {
    expect(told(found("string", "keyof Date"))).toEqual(["undecided type"]);
    expect(told(found("{ a?: 1 }", "Partial<{ a: 1 }>"))).toEqual(["undecided type"]);
    expect(told(found("Iterator<1>", "Iterator<1, void>"))).toEqual(["undecided type"]);
    expect(told(found("keyof Date", "keyof RegExp"))).toEqual(["type"]);
  });
});
