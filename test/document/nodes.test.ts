import { describe, expect, it } from "vitest";
import { offsets, plainText, walk } from "../../src/document/nodes.ts";
import { bodyOf } from "../support/document-text.ts";

describe("walk", () => {
  it("reading-order: nodes come in reading order, left-out nodes with all they hold", () => {
    const { root } = bodyOf("# a\n\n> b\n\n- c\n");
    const types = (nodes: Iterable<{ type: string }>) => [...nodes].map(({ type }) => type);
    expect(types(walk(root.children))).toEqual([
      "heading",
      "text",
      "blockquote",
      "paragraph",
      "text",
      "list",
      "listItem",
      "paragraph",
      "text",
    ]);
    expect(types(walk(root.children, (node) => node.type !== "blockquote" && node.type !== "list"))).toEqual([
      "heading",
      "text",
    ]);
  });
});

describe("plainText", () => {
  it("deep-inline: deeply nested inline text is walked without recursion", () => {
    const { root } = bodyOf(`${"[*a ".repeat(450)}b${"* ](c)".repeat(450)}\n`);
    expect(plainText(root.children)).toMatch(/b/u);
  });

  it("folded-text: text is what a reader sees", () => {
    const { root } = bodyOf(
      "a *b*\n  `c  d`\\\n![e](f.png) [g](h) <b>i</b> &amp; \\*\n\n```ts\ncode\n```\n\n<div>html</div>\n",
    );
    expect(plainText(root.children)).toBe("a b c d e g i & *");
  });
});

describe("offsets", () => {
  it("are those of the node in the text", () => {
    const { root, content } = bodyOf("# a\n\nb c\n");
    expect(root.children.map((node) => content.text.slice(offsets(node).start, offsets(node).end))).toEqual([
      "# a",
      "b c",
    ]);
  });
});
