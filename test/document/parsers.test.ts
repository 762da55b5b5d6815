import { describe, expect, it } from "vitest";
import { markdownTree } from "../../src/document/markdown.ts";
import { parseMarkdown } from "../../src/document/parsers.ts";

describe("parseMarkdown", () => {
  it("refused-text: text that takes too long is a refusal with its place", () => {
    const parsed = parseMarkdown(`a\n\n${">".repeat(5_000)}\n`, { tree: markdownTree });
    expect(parsed).toMatchObject({ ok: false, range: { start: 3, end: 5_003 } });
  });

  it("failing-parser: what a parser throws is a refusal in its words", () => {
    const tree = () => {
      throw new RangeError("too deep");
    };
    expect(parseMarkdown("a\n", { tree })).toEqual({
      ok: false,
      message: "Unexpected Markdown: too deep",
      range: { start: 0, end: 0 },
    });
  });

  it("hands the text on otherwise", () => {
    expect(parseMarkdown("# a\n", { tree: markdownTree })).toMatchObject({ ok: true, root: { type: "root" } });
  });
});
