import { describe, expect, it } from "vitest";
import { codeBlock, codeBlocks } from "../../src/document/code-blocks.ts";
import { outlineOf } from "../../src/document/outline.ts";
import { codeIn } from "../../src/document/section.ts";
import { bodyOf } from "../support/document-text.ts";

function blocks(text: string) {
  const { root, content } = bodyOf(text);
  return codeBlocks(outlineOf(root), content);
}

function linesOf(text: string) {
  return blocks(text).map((block) =>
    block.text.split("\n").map((line, at) => text.slice(block.lines[at], (block.lines[at] ?? 0) + line.length)),
  );
}

describe("codeBlocks", () => {
  it("section-path: a block knows the headings that it stands under", () => {
    const text = "# T\n\n## S\n\n### U\n\n~~~ts\nb\nc\n~~~\n";
    const found = blocks(text);
    expect(found.map(({ section, lang }) => [section, lang])).toEqual(
      [
        [[], "js"],
        [["s", "u"], "ts"],
      ].slice(1),
    );
    expect(text.slice(found[0]?.range.start, found[0]?.range.end)).toBe("b\nc");
  });

  it("indented-block: code by indentation is no block", () => {
    expect(blocks("# T\n\n    a\n")).toEqual([]);
  });

  it("in-a-list: a block in a list item maps behind its indent", () => {
    expect(linesOf("# T\n\n- x\n\n  ```ts\n  ab\n\n    cd\n  ```\n")).toEqual([["ab", "", "  cd"]]);
  });

  it("open-fence: a fence that is never closed ends with the content", () => {
    const text = "# T\n\n```ts\nab\ncd";
    expect(linesOf(text)).toEqual([["ab", "cd"]]);
    expect(blocks(text)[0]?.range).toEqual({ start: 11, end: 16 });
    expect(blocks("# T\n\n```ts")[0]).toMatchObject({ text: "", range: { start: 10, end: 10 } });
  });

  it("empty-block: a block without code has an empty range", () => {
    expect(blocks("# T\n\n```ts\n```\n")[0]).toMatchObject({ text: "", range: { start: 11, end: 11 } });
  });

  it("carriage-returns: lines map to the file where it has CRLF", () => {
    expect(linesOf("# T\r\n\r\n```ts\r\nab\r\ncd\r\n```\r\n")).toEqual([["ab", "cd"]]);
  });
});

describe("codeBlock", () => {
  it("also says where its lines stand in the content", () => {
    const { root, content } = bodyOf("```ts\r\nab\r\ncd\r\n```\r\n");
    const [code] = codeIn(root.children);
    expect(code && codeBlock(code, content, ["x"])).toMatchObject({
      contentLines: [6, 9],
      block: { section: ["x"], lines: [7, 11] },
    });
  });
});
