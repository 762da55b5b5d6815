import type { Code } from "mdast";
import { positionAt } from "../range.ts";
import { type Content, fileOffset } from "./content.ts";
import type { CodeBlock } from "./document.ts";
import { offsets } from "./nodes.ts";
import type { Outline, OutlineSection } from "./outline.ts";
import { codeIn } from "./section.ts";

/** A fenced block with the content offset at which each line of its text begins. */
export interface PlacedBlock {
  readonly block: CodeBlock;
  readonly contentLines: readonly number[];
}

/** Every fenced block of a document in reading order, with the headings that it stands under. */
export function codeBlocks(outline: Outline, content: Content): readonly CodeBlock[] {
  const below = (section: OutlineSection): readonly CodeBlock[] => [
    ...blocksIn(section.nodes, section.path),
    ...section.sections.flatMap(below),
  ];
  const blocksIn = (nodes: Outline["lead"], path: readonly string[]) =>
    codeIn(nodes)
      .filter((code) => isFenced(code, content))
      .map((code) => codeBlock(code, content, path).block);
  return [...blocksIn(outline.lead, []), ...outline.sections.flatMap(below)];
}

function isFenced(code: Code, content: Content): boolean {
  return /^[`~]/u.test(content.text.charAt(offsets(code).start));
}

/** Places a fenced block's lines: each is the end of its line in the content, behind indent and container marks. */
export function codeBlock(code: Code, content: Content, section: readonly string[]): PlacedBlock {
  const { start } = offsets(code);
  const fence = positionAt(content.starts, start).line;
  const texts = code.value.split("\n");
  const contentLines = texts.map((text, index) => {
    const from = content.starts[fence + index] ?? content.text.length;
    const end = (content.starts[fence + index + 1] ?? content.text.length) - 1;
    // Without code there is no line to measure from its end: the closing fence may stand right here.
    return code.value === "" ? from : Math.max(Math.min(from, content.text.length), end - text.length);
  });
  const lines = contentLines.map((offset) => fileOffset(content, offset));
  const begin = lines[0] ?? 0;
  const end = Math.max(begin, Math.min((lines.at(-1) ?? 0) + (texts.at(-1) ?? "").length, content.fileLength));
  const range = { start: begin, end };
  return { block: { section, lang: code.lang ?? "", text: code.value, range, lines }, contentLines };
}
