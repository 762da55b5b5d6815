import type { Root } from "mdast";
import { type Content, contentOf } from "../../src/document/content.ts";
import type { DocumentFacts } from "../../src/document/document.ts";
import { documentFacts } from "../../src/document/facts.ts";
import { splitLines } from "../../src/document/lines.ts";
import { markdownTree } from "../../src/document/markdown.ts";
import { parseMarkdown } from "../../src/document/parsers.ts";

/** A body as the readers of documents get it, without frontmatter: every line is content. */
export function bodyOf(text: string): { readonly content: Content; readonly root: Root } {
  const lines = splitLines(text);
  const content = contentOf(
    lines,
    lines.starts.map((_, line) => line),
    -1,
  );
  const parsed = parseMarkdown(content.text, { tree: markdownTree });
  if (!parsed.ok) throw new Error(parsed.message);
  return { content, root: parsed.root };
}

/** The facts of a text. */
export function factsOf(text: string): DocumentFacts {
  return documentFacts(new TextEncoder().encode(text));
}

/** The facts of a body under a plain frontmatter. */
export function factsOfBody(body: string): DocumentFacts {
  return factsOf(`---\nstatus: draft\n---\n${body}`);
}

/** The stretches of a text that ranges point at. */
export function slices(
  text: string,
  ranges: readonly { readonly start: number; readonly end: number }[],
): readonly string[] {
  return ranges.map(({ start, end }) => text.slice(start, end));
}
