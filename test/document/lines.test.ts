import { describe, expect, it } from "vitest";
import { lineAt, lineEnd, lineText, splitLines } from "../../src/document/lines.ts";

const texts = (text: string) => {
  const lines = splitLines(text);
  return lines.starts.map((_, line) => lineText(lines, line));
};

describe("splitLines", () => {
  it("final-line-end: a line end at the end opens no further line", () => {
    expect(texts("a\n\nb\n")).toEqual(["a", "", "b"]);
    expect(texts("a\n\nb")).toEqual(["a", "", "b"]);
    expect(texts("")).toEqual([]);
    expect(texts("\n")).toEqual([""]);
  });

  it("carriage-return: it ends a line only before a line feed", () => {
    expect(texts("a\r\nb\rc\r")).toEqual(["a", "b\rc\r"]);
  });

  it("leading-mark: a leading byte order mark belongs to no line", () => {
    expect(texts("\ufeff---\n\ufeffa")).toEqual(["---", "\ufeffa"]);
  });
});

describe("lineAt", () => {
  it("past-the-end: a line past the last one is empty and stands at the end", () => {
    const lines = splitLines("ab\r\nc");
    expect([lineAt(lines, 0), lineAt(lines, 1), lineAt(lines, 9)]).toEqual([
      { start: 0, end: 2 },
      { start: 4, end: 5 },
      { start: 5, end: 5 },
    ]);
    expect(lineText(lines, 9)).toBe("");
  });
});

describe("lineEnd", () => {
  it("mixed-ends: new lines get LF where the ends are mixed", () => {
    expect(["a\r\nb\r\n", "a\r\nb", "a\r\nb\n", "a\n", "a", ""].map((text) => lineEnd(splitLines(text)))).toEqual([
      "\r\n",
      "\r\n",
      "\n",
      "\n",
      "\n",
      "\n",
    ]);
  });
});
