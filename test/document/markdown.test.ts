import { describe, expect, it } from "vitest";
import { markdownTree } from "../../src/document/markdown.ts";

describe("markdownTree", () => {
  it("github: reads tables, task items, strikethrough and frontmatter", () => {
    const root = markdownTree("---\na: 1\n---\n| a |\n|---|\n\n- [x] b ~~c~~\n");
    expect(root.children.map(({ type }) => type)).toEqual(["yaml", "table", "list"]);
    expect(root.children[2]).toMatchObject({ children: [{ checked: true }] });
  });

  it("folded-code: fenced code keeps its lines and places, also where it is none of the document's own", () => {
    const root = markdownTree("a\n\n```ts\nx\n\n```\n\n> ```\n> y\n> ```\n");
    expect(root.children[1]).toMatchObject({ value: "x\n", position: { start: { line: 3 }, end: { line: 6 } } });
    expect(root.children[2]).toMatchObject({ children: [{ type: "code", value: "y" }] });
  });
});
