import fc from "fast-check";
import type { Nodes, Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { fold, unfold } from "../../src/document/fences.ts";

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

const parsedFolded = (text: string): Root | null => {
  const { text: folded, folds } = fold(text);
  const root = processor.parse(folded);
  return unfold(root, folds) ? root : null;
};

const lineOf = fc.constantFrom(
  "```",
  "```ts",
  "````md",
  "~~~",
  "~~~~",
  "  ```",
  "    ```",
  "``` ``",
  "``` \t",
  "- item",
  "  text",
  "> quote",
  "> ```",
  "- ```ts",
  "# Heading",
  "",
  "text `code`",
  "<!-- open",
  "close -->",
  "<pre>",
  "</pre>",
  "\ttab",
  "---",
  "[a]: b",
  "[a]",
  "| a | b |",
  "| - | - |",
  "a@b.example ~~gone~~",
);

describe("fences", () => {
  it("code-lines: the lines of fenced code are taken out, and what stands around them stays", () => {
    const text = "# A\n\n```ts\nconst a = 1;\n\n# no heading\n```\n\nEnd.\n";
    expect(fold(text).text).toBe("# A\n\n```ts\n```\n\nEnd.\n");
    expect(parsedFolded(text)).toEqual(processor.parse(text));
  });

  it.each([
    ["an empty block", "```\n```\n"],
    ["two blocks", "```\na\n```\ntext\n~~~ts\nb\n```\n~~~\n\n- item\n"],
    ["an inner fence", "````md\n```ts\na\n```\n````\n"],
    ["an indented closing fence", "```\na\n   ```  \nb\n"],
    ["no closing fence", "```\na\n"],
    ["a fence in a list", "- a\n\n  ```\n  b\n  ```\n\nc\n"],
    ["tabs and spaces", "```\n\ta\n  b\n\n```\nc\n"],
    ["a rule before", "---\n```\n---\n```\n"],
    ["a fence in frontmatter", "---\na: |\n```\nb\n```\n---\n"],
    ["frontmatter before", "---\na: b\n---\n```\n---\n```\n"],
    ["references", "[a]\n\n```\n[a]: b\n```\n\n[a]: c\n"],
  ])("same-tree: %s gives the tree of the whole text", (_, text) => {
    expect(parsedFolded(text)).toEqual(processor.parse(text));
  });

  it.each([
    ["a comment", "<!--\n```\na\n```\n-->\n"],
    ["raw HTML", "<pre>\n```\na\n```\n</pre>\n"],
    ["a comment after frontmatter", "---\na: b\n---\n<!--\n```\na\n```\n-->\n"],
  ])("no-block: fences in %s are none, and nothing is claimed about them", (_, text) => {
    expect(parsedFolded(text)).toBeNull();
  });

  it("no-block: a block that still has lines is not the one that was folded", () => {
    const { folds } = fold("```\na\n```\n");
    expect(unfold(processor.parse("```\n```\n"), folds)).toBe(true);
    expect(unfold(processor.parse("```\nb\n```\n"), folds)).toBe(false);
    expect(unfold(processor.parse("\n```\n```\n"), folds)).toBe(false);
  });

  it("other-line-ends: a text with carriage returns or NUL characters is left whole", () => {
    for (const text of ["```\r\na\r\n```\r\n", "```\na\0\n```\n"]) expect(fold(text)).toEqual({ text, folds: [] });
  });

  it("same-tree, any-lines: whatever is claimed is the tree of the whole text", () => {
    let claimed = 0;
    fc.assert(
      fc.property(fc.array(lineOf, { maxLength: 14 }), (lines) => {
        const text = lines.join("\n");
        const root = parsedFolded(text);
        if (root === null) return;
        if (fold(text).folds.length > 0) claimed++;
        expect(root).toEqual(processor.parse(text));
      }),
      { numRuns: 300 },
    );
    expect(claimed).toBeGreaterThan(10);
  });

  it("deep-tree: a tree of many levels is put in its place", () => {
    const text = `${"> ".repeat(200)}a\n\n\`\`\`\na\n\`\`\`\n\n${"> ".repeat(200)}b\n`;
    const depth = (node: Nodes): number => ("children" in node ? 1 + Math.max(0, ...node.children.map(depth)) : 0);
    expect(depth(parsedFolded(text) ?? processor.parse(""))).toBeGreaterThan(200);
    expect(parsedFolded(text)).toEqual(processor.parse(text));
  });
});
