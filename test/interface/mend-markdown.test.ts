import { expect, it } from "vitest";
import type { CodeBlock } from "../../src/document/document.ts";
import { documentFacts } from "../../src/document/facts.ts";
import { interfaceBlocks } from "../../src/document/interface-blocks.ts";
import { applySplices, type Splice } from "../../src/edit.ts";
import { readBlocks } from "../../src/interface/block.ts";
import { blockAfter, markdownSplices } from "../../src/interface/mend-markdown.ts";
import { insertion } from "../../src/interface/mend-text.ts";
import { blockOf } from "../support/interface/compared.ts";

async function written(interfaceSection: string, splices: readonly Splice[]): Promise<string | null> {
  const text = `# A\n\n## Interface\n\n${interfaceSection}\n\n## Edge cases\n`.replace(
    /(?<!\r)\n/gu,
    lineEndOf(interfaceSection),
  );
  const facts = await documentFacts(new TextEncoder().encode(text));
  const blocks = interfaceBlocks(facts.blocks);
  const section = facts.ranges["/sections/interface"] ?? null;
  const found = markdownSplices(splices, blocks, {
    design: readBlocks(blocks, "src/a.ts"),
    document: { text, section },
  });
  if (found === null) return null;
  const after = applySplices(text, found);
  return after.slice(after.indexOf("## Interface") + 14, after.indexOf("## Edge")).trim();
}

function lineEndOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

it("prefix: in lists each further line begins like those of the block", async () => {
  const list = "- see\n\n  ```ts\n  type A = 1;\n  ```";
  expect(await written(list, [insertion(11, "\ntype B = {\n  a: 1;\n};\n\ntype C = 1;")])).toBe(
    "- see\n\n  ```ts\n  type A = 1;\n  type B = {\n    a: 1;\n  };\n\n  type C = 1;\n  ```",
  );
  expect(await written(list, [insertion(0, "type B = 1;\n")])).toBe(
    "- see\n\n  ```ts\n  type B = 1;\n  type A = 1;\n  ```",
  );
});

it("line-ends: a document with CRLF gets CRLF", async () => {
  expect(await written("```ts\r\ntype A = 1;\r\ntype C = 1;\r\n```", [insertion(11, "\ntype B = 1;")])).toBe(
    "```ts\r\ntype A = 1;\r\ntype B = 1;\r\ntype C = 1;\r\n```",
  );
});

it("empty-block: an empty block gets a line of its own", async () => {
  expect(await written("```ts\n```", [insertion(0, "type A = 1;")])).toBe("```ts\ntype A = 1;\n```");
  expect(await written("```ts\n\n```", [insertion(0, "type A = 1;")])).toBe("```ts\ntype A = 1;\n```");
  expect(await written("- a\n\n  ```ts\n  ```", [insertion(0, "type A = 1;")])).toBeNull();
});

it("no-block: a section without a block gets one at its end; without the section there is nowhere to write", async () => {
  expect(await written("Words.", [insertion(0, "type A = 1;")])).toBe("Words.\n\n```ts\ntype A = 1;\n```");
  const document = { text: "# A\n", section: null };
  expect(markdownSplices([insertion(0, "type A = 1;")], [], { design: readBlocks([], "a.ts"), document })).toBeNull();
});

it("several-blocks: each edit stands in its own block; one that spans two cannot be written", async () => {
  const two = "```ts\ntype A = 1;\n```\n\nand\n\n```ts\ntype B = 1;\n```";
  expect(await written(two, [insertion(11, " // a"), insertion(12, "// b\n")])).toBe(
    "```ts\ntype A = 1; // a\n```\n\nand\n\n```ts\n// b\ntype B = 1;\n```",
  );
  expect(await written(two, [{ range: { start: 5, end: 15 }, text: "" }])).toBeNull();
  // What joins the blocks stands in none of them.
  expect(await written(two, [{ range: { start: 11, end: 23 }, text: "" }])).toBe(
    "```ts\ntype A = 1;\n```\n\nand\n\n```ts\n\n```",
  );
});

it("fence: a text that would close the fence is not written", async () => {
  expect(await written("```ts\ntype A = 1;\n```", [insertion(11, "\ntype B = `\n```\n`;")])).toBeNull();
});

it("virtual: the edited virtual file is one block", () => {
  const blocks: readonly CodeBlock[] = [blockOf("type A = 1;"), blockOf("type B = 1;", 50, "tsx")];
  const after = blockAfter(blocks, readBlocks(blocks, "a.ts"), [insertion(11, "\ntype C = 1;")]);
  expect(after).toMatchObject({ lang: "tsx", text: "type A = 1;\ntype C = 1;\ntype B = 1;", lines: [0, 12, 24] });
});
