import { describe, expect, it } from "vitest";
import { type Form, leaf } from "../../src/interface/form.ts";
import { fullWords, longest, wordsOf } from "../../src/interface/form-words.ts";
import { compared } from "../support/interface/compared.ts";
import { formOf, typeOf } from "../support/interface/forms.ts";
import { memoryOracle } from "../support/oracle.ts";

function inferred(expression: string): Form {
  const value = formOf(`export const T = ${expression};`).slots.find(({ label }) => label === "value")?.form;
  return value?.tag === "variable" ? (value.slots[0]?.form ?? value) : (value ?? leaf("none", "", null));
}

describe("wordsOf", () => {
  it("written: a type is said as it is written, on one line", () => {
    expect(wordsOf(typeOf("{\n  a: Array<1>;\n}"))).toBe("{ a: Array<1>; }");
    expect(wordsOf(leaf("literal", "string x", null))).toBe('"x"');
    expect(wordsOf(leaf("reference", "global:Date", null))).toBe("Date");
  });

  it("inferred: what was inferred from an expression is said as a type", () => {
    expect(wordsOf(inferred("{ a: 1, b: [1, 'x'] as const }"))).toBe('{ a: number; b: readonly [1, "x"] }');
    expect(wordsOf(inferred("{ e: (x: 1, y = 1): 2 => 2 }"))).toBe("{ e: (x: 1, y) => 2 }");
    expect(wordsOf(inferred("null! as { a: 1 }['a']"))).toBe("{ a: 1 }['a']");
  });

  it("nested: what is inferred from nested values is said once for each of them", () => {
    const nested = `${"[{ a: ".repeat(25)}1${" }]".repeat(25)}`;
    const type = `${"readonly [{ a: ".repeat(25)}1${" }]".repeat(25)}`;
    expect(fullWords(inferred(`${nested} as const`))).toBe(type);
  });

  it("by-the-compiler: what the compiler worked out is said in its words, not in those of the expression", () => {
    const messages = (declared: string, actual: string): readonly string[] =>
      compared(declared, actual, { oracle: memoryOracle({ "src/a.ts": actual }) }).findings.map(
        ({ message }) => message.split(" — ")[0] ?? "",
      );
    expect(
      messages(
        "export declare function f(x: unknown): boolean;",
        "export function f(x: unknown) { return x === null; }",
      ),
    ).toEqual(["f(x) returns x is null, the design says boolean"]);
    expect(
      messages(
        "export declare function f<T>(x: T): string;",
        "export function f<T>(x: T) { return null! as keyof T; }",
      ),
    ).toEqual(["f(x) returns keyof T, the design says string"]);
    expect(
      messages(
        "export declare class C { p: 1 }",
        "const make = () => (a: number) => a;\nexport class C { p = make(); }",
      ),
    ).toEqual(["C.p is (a: number) => number, the design says 1"]);
  });

  it("cut: long words are cut", () => {
    const form = typeOf(`"${"x".repeat(100)}"`);
    expect(wordsOf(form)).toHaveLength(longest);
    expect(fullWords(form)).toHaveLength(102);
  });
});
