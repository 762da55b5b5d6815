import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineRange, lineStarts, positionAt } from "../src/range.ts";

describe("range", () => {
  it("bare-cr: LF, CRLF and a bare CR each end one line", () => {
    expect(lineStarts("a\nb\r\nc\rd")).toEqual([0, 2, 5, 7]);
  });

  it("past-the-end: an offset past the end stands on the last line", () => {
    expect(positionAt(lineStarts("ab\ncd"), 99)).toEqual({ line: 2, column: 97 });
    expect(lineRange("ab\ncd", lineStarts("ab\ncd"), 7)).toEqual({ start: 3, end: 5 });
  });

  it("line-end: the range of a line leaves its line end out", () => {
    const text = "ab\r\ncd\n";
    expect(lineRange(text, lineStarts(text), 1)).toEqual({ start: 0, end: 2 });
    expect(lineRange(text, lineStarts(text), 3)).toEqual({ start: 7, end: 7 });
  });

  it("every offset lies on the line that it is said to be on", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r", "\r\n", "ü") });
    fc.assert(
      fc.property(text, fc.nat(50), (content, at) => {
        const offset = Math.min(at, content.length);
        const starts = lineStarts(content);
        const { line, column } = positionAt(starts, offset);
        expect((starts[line - 1] ?? -1) + column - 1).toBe(offset);
        expect(starts[line] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(offset);
      }),
    );
  });
});
