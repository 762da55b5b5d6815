import type ts from "typescript";
import type { CodeBlock } from "../document/document.ts";
import type { Range } from "../range.ts";
import { bindStatements, hasModifier } from "./bindings.ts";
import type { Module } from "./module-graph.ts";
import { parseSource, syntaxProblems } from "./parse.ts";
import type { SyntaxProblem } from "./source-facts.ts";
import { typescript } from "./typescript.ts";

/** The blocks of a document's Interface section as one virtual declaration file beside the source. */
export interface DeclaredModule {
  readonly module: Module;
  /** Ranges in the Markdown file. */
  readonly problems: readonly SyntaxProblem[];
  /** True without any `export`: then everything is exported. */
  readonly everything: boolean;
  /** The place in the Markdown file of a stretch of the virtual file. */
  rangeOf(range: Range): Range;
  /** The stretch of the virtual file that stands at a place in the Markdown file. */
  textRangeOf(range: Range): Range;
}

/** True for a block of the language `ts` or `tsx`; in others nothing is read. */
export function isRead({ lang }: CodeBlock): boolean {
  return lang === "ts" || lang === "tsx";
}

/** Reads the blocks, in order, as one file. Without any `export` in it, everything is exported. */
export function readBlocks(all: readonly CodeBlock[], sourcePath: string): DeclaredModule {
  const blocks = all.filter(isRead);
  const path = virtualPath(
    sourcePath,
    blocks.some(({ lang }) => lang === "tsx"),
  );
  const text = blocks.map((block) => block.text).join("\n");
  const file = parseSource(path, text);
  const rangeOf = ({ start, end }: Range): Range => {
    const from = markdownOffset(blocks, start);
    return { start: from, end: Math.max(from, markdownOffset(blocks, end)) };
  };
  const everything = !file.statements.some(saysExport);
  return {
    module: { id: "design", path: sourcePath, file, bindings: bindStatements(file.statements, everything) },
    everything,
    problems: problemsOf(file, blocks, path).map(({ message, range }) => ({ message, range: rangeOf(range) })),
    rangeOf,
    textRangeOf: ({ start, end }) => ({ start: textOffset(blocks, start), end: textOffset(blocks, end) }),
  };
}

function virtualPath(sourcePath: string, tsx: boolean): string {
  return `${sourcePath.replace(/\.[^./]+$/u, "")}.design.${tsx ? "tsx" : "ts"}`;
}

// A block that ends in the middle of a declaration is named by its own error, not by what the next block makes of it.
function problemsOf(file: ts.SourceFile, blocks: readonly CodeBlock[], path: string): readonly SyntaxProblem[] {
  const together = syntaxProblems(file);
  if (together.length === 0 || blocks.length < 2) return together;
  let before = 0;
  const apart = blocks.flatMap((block) => {
    const shift = before;
    before += block.text.length + 1;
    return syntaxProblems(parseSource(path, block.text)).map(({ message, range }) => ({
      message,
      range: { start: range.start + shift, end: range.end + shift },
    }));
  });
  return apart.length > 0 ? apart : together;
}

function saysExport(statement: ts.Statement): boolean {
  const compiler = typescript();
  if (compiler.isExportDeclaration(statement) || compiler.isExportAssignment(statement)) return true;
  return hasModifier(statement, compiler.SyntaxKind.ExportKeyword);
}

function markdownOffset(blocks: readonly CodeBlock[], offset: number): number {
  let rest = offset;
  for (const block of blocks) {
    if (rest <= block.text.length || block === blocks.at(-1))
      return offsetInBlock(block, Math.min(rest, block.text.length));
    rest -= block.text.length + 1;
  }
  return 0;
}

// Lines are mapped one by one: in the file they may be indented, or end in other line ends.
function offsetInBlock(block: CodeBlock, offset: number): number {
  const before = block.text.slice(0, offset);
  const line = before.split("\n").length - 1;
  const column = offset - (before.lastIndexOf("\n") + 1);
  const start = block.lines[line] ?? block.lines.at(-1) ?? block.range.start;
  return Math.min(start + column, Math.max(block.range.end, start));
}

function textOffset(blocks: readonly CodeBlock[], offset: number): number {
  let before = 0;
  for (const block of blocks) {
    if (offset <= block.range.end || block === blocks.at(-1)) return before + offsetInText(block, offset);
    before += block.text.length + 1;
  }
  return 0;
}

function offsetInText(block: CodeBlock, offset: number): number {
  const after = block.lines.findIndex((start) => start > offset);
  const line = Math.max(0, (after < 0 ? block.lines.length : after) - 1);
  const lines = block.text.split("\n");
  const start = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
  const column = offset - (block.lines[line] ?? offset);
  return start + Math.max(0, Math.min(column, lines[line]?.length ?? 0));
}
