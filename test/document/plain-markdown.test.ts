import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownTree } from "../../src/document/markdown.ts";
import { plainMarkdown } from "../../src/document/plain-markdown.ts";
import { nearlyPlain } from "../support/plain-text.ts";
import { packageRoot } from "../support/program.ts";

/** Trees without what is undefined, which the parser leaves in places. */
const plainData = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function expectSame(text: string): void {
  const tree = plainMarkdown(text);
  expect([text, tree === null]).toEqual([text, false]);
  expect(plainData(tree)).toEqual(plainData(markdownTree(text)));
}

describe("plainMarkdown", () => {
  it("plain-blocks: headings, paragraphs, lists, tables and code give the parser's tree", () => {
    expectSame(
      "---\na: 1\n---\n\n# T `x`\n\nA b\nc `d` e.\n## N\n- a\n- `b`: c\n  d\n\n```ts title here\nx\n\n```\nz\n",
    );
    expectSame("| a | `b` |\n|:--|--:|\n| 1 |  |\n\n\nAfter [it](a.md).\n");
    expectSame("\n\n````\n```\n````\n");
    expectSame("---\n---\nx\n");
    expectSame("‘Quoted’ and “quoted” – with dashes…\n\nÉté, 日本語, 1990 was it\n");
  });

  it("loose-list: empty lines between items make a loose list", () => {
    expectSame("- a\n\n- b\n\n\n- c\n\ntext\n");
    expectSame("- a\n- b\n\n\n# T\n");
    expect(plainMarkdown("- a\n\n  b\n")).toBeNull();
  });

  it("other-blocks: whatever may be another block is left alone", () => {
    const blocks = [
      "> q",
      "1. a",
      "12) a",
      "<b>",
      "***",
      "a\n---",
      "a\n===",
      "- a\n  - b",
      "    code",
      " a",
      "* a",
      "+ a",
    ];
    const more = [
      "```\nx",
      "~~~\n~~~",
      "- [ ] a",
      "-",
      "#",
      "#a",
      "# a #",
      "a  \nb",
      "a\\\nb",
      "[a]: b",
      "a | b\n--|--",
      "- a\nb",
    ];
    const rest = [
      "a\tb",
      "a\rb",
      "a\0b",
      "- ```\n  ```",
      "- # a",
      "```ts\\*\n```",
      "---\na",
      "| a |\n|--|\nb",
      "- a\n\n b",
    ];
    for (const text of [...blocks, ...more, ...rest]) expect([text, plainMarkdown(`${text}\n`)]).toEqual([text, null]);
    expect(plainMarkdown("no line feed")).toBeNull();
  });

  it("any-text: whatever is claimed of random text is the parser's tree", () => {
    let claimed = 0;
    fc.assert(
      fc.property(nearlyPlain, (text) => {
        const tree = plainMarkdown(text);
        if (tree === null) return;
        claimed++;
        expect(plainData(tree)).toEqual(plainData(markdownTree(text)));
      }),
      { numRuns: 1_500 },
    );
    expect(claimed).toBeGreaterThan(200);
  });

  it("own-documents: all documents of this repository, and nearly all of them are read", () => {
    const files = execFileSync("git", ["ls-files", "-z", "docs/design", "examples"], {
      cwd: packageRoot,
      encoding: "utf8",
    });
    const documents = files.split("\0").filter((path) => path.endsWith(".md"));
    const texts = documents.map((path) => readFileSync(join(packageRoot, path), "utf8"));
    const plain = texts.filter((text) => plainMarkdown(text) !== null);
    expect(plain.length / texts.length).toBeGreaterThan(0.9);
    for (const text of plain) expectSame(text);
  });
});
