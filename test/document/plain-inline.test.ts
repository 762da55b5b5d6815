import { describe, expect, it } from "vitest";
import { markdownTree } from "../../src/document/markdown.ts";
import { plainInline } from "../../src/document/plain-inline.ts";

const place = { offset: 0, line: 1, column: 1, indent: 0 };

describe("plainInline", () => {
  it("words-code-links: words, code and links have the parser's places, behind an indent and across lines too", () => {
    const item = "- a `b` c\n  `d` [e](f.md#g)\n  \\*h\\* \\`i! > j\n";
    const text = "a `b` c\n`d` [e](f.md#g)\n\\*h\\* \\`i! > j";
    const [list] = markdownTree(item).children;
    const parsed = list?.type === "list" ? list.children[0]?.children[0] : undefined;
    expect(plainInline({ text, offset: 2, line: 1, column: 3, indent: 2 })).toEqual(
      parsed?.type === "paragraph" ? parsed.children : null,
    );
  });

  it("snake-case: an underscore between letters is a letter", () => {
    expect(plainInline({ text: "snake_case_1", ...place })).toMatchObject([{ type: "text", value: "snake_case_1" }]);
    for (const text of ["_a_", "a _b", "__a__", "a_"]) expect(plainInline({ text, ...place })).toBeNull();
  });

  it("anything-else: what may be another construct is left alone", () => {
    const texts = [
      "*a*",
      "~a~",
      "<a>",
      "&lt;",
      "a\\b",
      "[a]",
      "![a](b)",
      "a@b.c",
      "http://a",
      "WWW.a.b",
      "[a](b c)",
      "[a](<b>)",
      "[*a*](b)",
    ];
    for (const text of [...texts, "a `b", "``a``", "` a`", "`a\nb`", "[a](b(c))", "[`a`](b)", "]"])
      expect([text, plainInline({ text, ...place })]).toEqual([text, null]);
  });

  it("long-text: a very long paragraph is left alone", () => {
    expect(plainInline({ text: "a".repeat(10_000), ...place })).toHaveLength(1);
    expect(plainInline({ text: "a".repeat(10_001), ...place })).toBeNull();
  });
});
