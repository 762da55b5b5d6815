import { describe, expect, it } from "vitest";
import type { CodeBlock } from "../../src/document/document.ts";
import { readBlocks } from "../../src/interface/block.ts";
import { blockOf } from "../support/interface/compared.ts";

const exportsOf = (...texts: readonly string[]): readonly string[] => [
  ...readBlocks(
    texts.map((text) => blockOf(text)),
    "src/a.ts",
  ).module.bindings.exports.keys(),
];

/** Two blocks of one Markdown text. */
function blocksIn(markdown: string, ...texts: readonly string[]): readonly CodeBlock[] {
  return texts.map((text) => blockOf(text, markdown.indexOf(text)));
}

describe("readBlocks", () => {
  it("no-export: without any `export` everything is exported, with one only what says so", () => {
    expect(exportsOf("function f(): void;\ninterface A {}")).toEqual(["f", "A"]);
    expect(exportsOf("export declare function f(): void;\ninterface A {}")).toEqual(["f"]);
    expect(exportsOf("interface A {}", "export {};")).toEqual([]);
  });

  it("several-blocks: they are one file, and a place in it leads back into its own block", () => {
    const first = "declare const a: B;";
    const second = "interface B {}";
    const markdown = `text ${first} text ${second} text`;
    const { module, problems, rangeOf } = readBlocks(blocksIn(markdown, first, second), "src/a.ts");
    expect(problems).toEqual([]);
    const places = module.file.statements.map((node) => rangeOf({ start: node.getStart(), end: node.end }));
    expect(places.map(({ start, end }) => markdown.slice(start, end))).toEqual([first, second]);
  });

  it("indented-block: each line leads back to its own place in the Markdown file", () => {
    const markdown = "- item\r\n  ```ts\r\n  const a: 1;\r\n  const b: 1;\r\n  ```";
    const lines = [markdown.indexOf("const a"), markdown.indexOf("const b")];
    const block: CodeBlock = {
      section: [],
      lang: "ts",
      text: "const a: 1;\nconst b: 1;",
      range: { start: lines[0] ?? 0, end: markdown.lastIndexOf(";") + 1 },
      lines,
    };
    const { module, rangeOf } = readBlocks([block], "src/a.ts");
    const last = module.file.statements[1];
    const { start, end } = rangeOf({ start: last?.getStart() ?? 0, end: last?.end ?? 0 });
    expect(markdown.slice(start, end)).toBe("const b: 1;");
  });

  it("broken-block: the error of a block that breaks off stands in that block", () => {
    const first = "interface A {";
    const second = "interface B {}";
    const markdown = `${first} text ${second}`;
    const { problems } = readBlocks(blocksIn(markdown, first, second), "src/a.ts");
    expect(problems.map(({ message }) => message)).toEqual(["'}' expected"]);
    expect(problems[0]?.range.end).toBeLessThanOrEqual(first.length);
  });

  it("continued-declaration: what only parses together is no problem", () => {
    expect(readBlocks([blockOf("interface A {"), blockOf("a: 1 }")], "src/a.ts").problems).toEqual([]);
  });

  it("without a block there is an empty file", () => {
    const { module, problems, rangeOf } = readBlocks([], "src/a.ts");
    expect([module.bindings.exports.size, problems.length]).toEqual([0, 0]);
    expect(rangeOf({ start: 3, end: 5 })).toEqual({ start: 0, end: 0 });
  });

  it("beside-source: its specifiers are resolved from the source, and one `tsx` block makes the file one", () => {
    const { module } = readBlocks([blockOf(""), blockOf("", 0, "tsx")], "src/a.ts");
    expect(module.path).toBe("src/a.ts");
    expect(module.id).not.toBe(module.path);
    expect(module.file.fileName).toMatch(/\.tsx$/u);
  });
});
