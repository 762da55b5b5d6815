import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wrap } from "../../src/report/wrap.ts";

describe("wrap", () => {
  it("breaks at spaces and indents the lines after the first", () => {
    expect(wrap("  one two three four", 10, "  ")).toBe("  one two\n  three\n  four");
  });

  it("long-word: a word longer than the width stands alone", () => {
    expect(wrap("a bbbbbbbbbbbb c", 5, "")).toBe("a\nbbbbbbbbbbbb\nc");
  });

  it("nothing-lost: joined again the lines are the text", () => {
    const text = fc.string().map((value) => value.replaceAll("\n", "-"));
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 40 }), (value, width) => {
        expect(wrap(value, width, "").replaceAll("\n", " ")).toBe(value);
      }),
    );
  });
});
