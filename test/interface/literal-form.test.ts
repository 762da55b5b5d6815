import { describe, expect, it } from "vitest";
import { literalForm } from "../../src/interface/literal-form.ts";
import { lastExpression, parseSource } from "../support/parse-source.ts";

const read = (text: string, widen = false): string | null => {
  const form = literalForm(lastExpression(parseSource(text)), widen);
  return form === null ? null : `${form.tag} ${form.text}`;
};

describe("literalForm", () => {
  it("by-value: spellings of one value are one literal", () => {
    expect(["16", "0x10", "1_6", "16.0", "+16"].map((text) => read(text))).toEqual(Array(5).fill("literal number 16"));
    expect([read("'a'"), read('"a"'), read("`a`"), read('"\\u0061"')]).toEqual(Array(4).fill("literal string a"));
    expect([read("16n"), read("0x10n"), read("1_6n")]).toEqual(Array(3).fill("literal bigint 16"));
  });

  it("signs: a minus belongs to the number, and there is one zero", () => {
    expect(read("-1")).toBe("literal number -1");
    expect(read("-0")).toBe("literal number 0");
    expect(read("-(1)")).toBeNull();
    expect(read("-1n")).toBe("literal bigint -1");
    expect(read("+1n")).toBeNull();
  });

  it("widened: a `let` has the type behind the literal, null stays null", () => {
    expect([read("1", true), read("'a'", true), read("true", true), read("-1n", true), read("null", true)]).toEqual([
      "keyword number",
      "keyword string",
      "keyword boolean",
      "keyword bigint",
      "keyword null",
    ]);
  });

  it("no-literal: everything else is none", () => {
    expect(["a", "f()", "-'1'", "!true", "~1", "`a` + 1"].map((text) => read(text))).toEqual(Array(6).fill(null));
  });
});
