import { describe, expect, it } from "vitest";
import { codeFrame } from "../../src/report/code-frame.ts";

const region = (line: number, column: number, endLine: number, endColumn: number) => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
});

const text = "one\r\ntwo\nthree\nfour\nfive\n";

describe("code frame", () => {
  it("context: one line above and one below are shown", () => {
    expect(codeFrame(text, region(3, 2, 3, 4), 80)).toBe("  2 | two\n> 3 | three\n    |  ^^\n  4 | four");
  });

  it("whole-file: a region of no length at the start shows the first line alone", () => {
    expect(codeFrame(text, region(1, 1, 1, 1), 80)).toBe("> 1 | one");
    expect(codeFrame(text, region(1, 1, 1, 4), 80)).toBe("> 1 | one");
    expect(codeFrame(text, region(1, 1, 1, 3), 80)).toContain("^^\n  2 | two");
  });

  it("several-lines: only the first line is marked", () => {
    expect(codeFrame(text, region(2, 2, 5, 3), 80)).toBe("  1 | one\n> 2 | two\n    |  ^^\n  3 | three");
  });

  it("long-line: a long line is cut around the marked column", () => {
    const long = `${"x".repeat(500)}HERE${"y".repeat(500)}`;
    const lines = codeFrame(long, region(1, 501, 1, 505), 60).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(lines[0]).toContain("HERE");
    const mark = lines[1] ?? "";
    expect(lines[0]?.slice(mark.indexOf("^"), mark.lastIndexOf("^") + 1)).toBe("HERE");
  });

  it("escaped-column: the mark stands under its characters", () => {
    const lines = codeFrame("\u{1b}[31mbad", region(1, 6, 1, 9), 80).split("\n");
    const mark = lines[1] ?? "";
    expect(lines[0]).toContain("\\u{1b}[31mbad");
    expect(lines[0]?.slice(mark.indexOf("^"), mark.lastIndexOf("^") + 1)).toBe("bad");
  });

  it("past-the-end: no frame for a region past the end or an empty text", () => {
    expect(codeFrame("one", region(4, 1, 4, 1), 80)).toBe("");
    expect(codeFrame("", region(1, 1, 1, 1), 80)).toBe("");
  });
});
