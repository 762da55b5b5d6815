import type { CodeBlock } from "../document/document.ts";
import { applySplices, type Splice } from "../edit.ts";
import type { Range } from "../range.ts";
import type { DeclaredModule } from "./block.ts";

/** The document that the blocks stand in. */
export interface MendDocument {
  /** The file's own text, which offsets of ranges count in. */
  readonly text: string;
  /** The Interface section from its heading on; null where there is none. */
  readonly section: Range | null;
}

/** The blocks with edits of their virtual file made, as one block that stands nowhere. */
export function blockAfter(
  blocks: readonly CodeBlock[],
  design: DeclaredModule,
  splices: readonly Splice[],
): CodeBlock {
  const text = applySplices(design.module.file.text, splices);
  const lang = blocks.some((block) => block.lang === "tsx") ? "tsx" : "ts";
  const lines = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.push(at + 1);
  return { section: ["interface"], lang, text, range: { start: 0, end: text.length }, lines };
}

/** Edits of the virtual file as edits of the Markdown file; null where one cannot be written there. */
export function markdownSplices(
  splices: readonly Splice[],
  blocks: readonly CodeBlock[],
  { design, document }: { readonly design: DeclaredModule; readonly document: MendDocument },
): readonly Splice[] | null {
  // A line of fence characters in the code would end the block.
  if (splices.some(({ text }) => /^[ \t]*(?:`{3}|~{3})/mu.test(text))) return null;
  if (blocks.length === 0) return newBlock(splices, document);
  const written = splices.map((splice) => inBlock(splice, blocks, { design, document }));
  return written.includes(null) ? null : written.filter((splice) => splice !== null);
}

interface Place {
  readonly block: CodeBlock;
  /** Within the virtual file. */
  readonly range: Range;
}

function inBlock(
  { range, text }: Splice,
  blocks: readonly CodeBlock[],
  { design, document }: { readonly design: DeclaredModule; readonly document: MendDocument },
): Splice | null {
  const place = placeIn(blocks, range);
  if (place === null) return null;
  const { start, end } = design.rangeOf(place.range);
  const line = place.block.lines.filter((offset) => offset <= start).at(-1) ?? place.block.range.start;
  const lineStart = document.text.lastIndexOf("\n", line - 1) + 1;
  if (place.block.text === "") return inEmptyBlock(text, start, document.text);
  const prefix = document.text.slice(lineStart, line);
  return { range: { start, end }, text: written(text, document.text, { prefix, next: document.text.charAt(end) }) };
}

/** An empty block has its closing fence where code would begin, or an empty line; in a list or quote neither stands there. */
function inEmptyBlock(text: string, start: number, document: string): Splice | null {
  const rest = /^[^\r\n]*/u.exec(document.slice(start))?.[0] ?? "";
  const isLine = start === 0 || document[start - 1] === "\n";
  if (!isLine || !/^(?:`{3,}|~{3,}|$)/u.test(rest)) return null;
  return { range: { start, end: start }, text: written(rest === "" ? text : `${text}\n`, document, topLevel) };
}

/** The one block that a stretch of the virtual file lies in; what joins two blocks stands in none. */
function placeIn(blocks: readonly CodeBlock[], { start, end }: Range): Place | null {
  let before = 0;
  for (const block of blocks) {
    const last = before + block.text.length;
    if (end <= last) return start >= before - 1 ? { block, range: { start: Math.max(start, before), end } } : null;
    before = last + 1;
  }
  return null;
}

interface Around {
  /** What lines of the block begin with in the document. */
  readonly prefix: string;
  /** The character that comes behind. */
  readonly next: string;
}

/** A text in the document's line ends, each further line behind what the block's lines begin with; empty lines end without spaces. */
function written(text: string, document: string, { prefix, next }: Around): string {
  const lineEnd = document.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.split("\n");
  return lines
    .map((line, index) => {
      const isEmpty = line === "" && (index < lines.length - 1 || /^[\r\n]/u.test(next));
      return index === 0 ? line : (isEmpty ? prefix.trimEnd() : prefix) + line;
    })
    .join(lineEnd);
}

const topLevel: Around = { prefix: "", next: "\n" };

function newBlock(splices: readonly Splice[], { text, section }: MendDocument): readonly Splice[] | null {
  if (section === null) return null;
  const code = applySplices("", splices);
  const end = section.start + text.slice(section.start, section.end).trimEnd().length;
  return [{ range: { start: end, end }, text: written(`\n\n\`\`\`ts\n${code}\n\`\`\``, text, topLevel) }];
}
