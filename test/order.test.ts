import { describe, expect, it } from "vitest";
import { compareCodePoints } from "../src/order.ts";

describe("compareCodePoints", () => {
  it("astral: a character outside the BMP comes after all inside it, unlike in UTF-16 order", () => {
    expect(compareCodePoints("\u{1F600}", "\uFFFD")).toBeGreaterThan(0);
  });

  it("case: upper case comes before lower case in every locale", () => {
    expect(["b", "a", "B", "ä"].sort(compareCodePoints)).toEqual(["B", "a", "b", "ä"]);
  });

  it("prefix: a prefix comes first, and equal texts compare as 0", () => {
    expect(compareCodePoints("ab", "abc")).toBeLessThan(0);
    expect(compareCodePoints("ab", "ab")).toBe(0);
  });
});
