import { describe, expect, it } from "vitest";
import { typeTextOfValue } from "../../src/interface/print-literal.ts";
import { lastExpression, parseSource } from "../support/parse-source.ts";

const read = (text: string, widen = false) => typeTextOfValue(lastExpression(parseSource(`(${text})`)), widen);

describe("typeTextOfValue", () => {
  it("literals: a constant keeps its literal, a variable widens it", () => {
    expect(["1", "-2n", "'a'", "`b`", "true"].map((text) => read(text))).toEqual(["1", "-2n", '"a"', '"b"', "true"]);
    expect(["1", "-2n", "'a'", `\`b\${1}\``, "true"].map((text) => read(text, true))).toEqual([
      "number",
      "bigint",
      "string",
      "string",
      "boolean",
    ]);
  });

  it("assertions: an asserted type is the type, `as const` needs the compiler", () => {
    expect(read("f() as Map<string, 1>")).toBe("Map<string, 1>");
    expect(read("[1] as const")).toBeNull();
  });

  it("others: other expressions need the compiler", () => {
    expect(["f()", "[1]", "a", "{ b: 1 }", "-a", `\`c\${1}\``].map((text) => read(text))).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
