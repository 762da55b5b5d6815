import { describe, expect, it } from "vitest";
import { linesOf, span } from "../../src/document/plain-lines.ts";

describe("linesOf", () => {
  it("empty-lines: empty lines have their own places", () => {
    expect(linesOf("a\n\nbc\n")).toEqual({ lines: ["a", "", "bc"], starts: [0, 2, 3, 6] });
  });
});

describe("span", () => {
  it("line-places: lines and columns count from 1, offsets from 0", () => {
    expect(span(linesOf("a\n\nbc\n"), 0, 2)).toEqual({
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 3, column: 3, offset: 5 },
    });
  });
});
