import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { similarity } from "../../src/host/similarity.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("similarity", () => {
  it("empty: empty files are like nothing", () => {
    expect(similarity(bytes(""), bytes(""))).toBe(0);
    expect(similarity(bytes(""), bytes("a\n"))).toBe(0);
  });

  it("order: moved lines are shared lines, repeated ones count as often as both have them", () => {
    expect(similarity(bytes("a\nb\n"), bytes("b\na\n"))).toBe(1);
    expect(similarity(bytes("a\na\na\na\n"), bytes("a\nb\nb\nb\n"))).toBe(0.25);
  });

  it("is symmetric, between 0 and 1, and 1 for a file and itself", () => {
    const file = fc.array(fc.constantFrom("a", "b", "\n"), { minLength: 1 }).map((letters) => bytes(letters.join("")));
    fc.assert(
      fc.property(file, file, (a, b) => {
        expect(similarity(a, b)).toBe(similarity(b, a));
        expect(similarity(a, b)).toBeLessThanOrEqual(1);
        expect(similarity(a, a)).toBe(1);
      }),
    );
  });
});
