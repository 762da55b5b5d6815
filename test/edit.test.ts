import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applySplices } from "../src/edit.ts";

describe("applySplices", () => {
  it("any-order: splices are applied by position, whatever their order", () => {
    const splices = [
      { range: { start: 4, end: 5 }, text: "E" },
      { range: { start: 0, end: 1 }, text: "A" },
    ];
    expect(applySplices("abcde", splices)).toBe("AbcdE");
  });

  it("overlap: of overlapping splices the first by position wins and the others wait", () => {
    const splices = [
      { range: { start: 0, end: 3 }, text: "x" },
      { range: { start: 2, end: 4 }, text: "y" },
    ];
    expect(applySplices("abcd", splices)).toBe("xd");
  });

  it("same-place: of two insertions at one place the second waits", () => {
    const insert = { range: { start: 1, end: 1 }, text: "-" };
    expect(applySplices("ab", [insert, insert])).toBe("a-b");
  });

  it("adjacent: splices that touch are both applied", () => {
    const splices = [
      { range: { start: 0, end: 1 }, text: "1" },
      { range: { start: 1, end: 2 }, text: "2" },
    ];
    expect(applySplices("ab", splices)).toBe("12");
  });

  it("leaves everything outside the splice as it is", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, old, fresh, tail) => {
        const range = { start: head.length, end: head.length + old.length };
        expect(applySplices(head + old + tail, [{ range, text: fresh }])).toBe(head + fresh + tail);
      }),
    );
  });
});
