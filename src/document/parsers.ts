import type { Root } from "mdast";
import type { Frontmatter } from "./frontmatter.ts";
import { type Hazard, markdownHazard } from "./hazard.ts";

/** What reads the two languages of a document. */
export interface Parsers {
  /** The syntax tree of a text; may throw. */
  tree(text: string): Root;
  frontmatter(yaml: string): Frontmatter;
}

/** The syntax tree of a text, or why there is none. */
export type ParsedMarkdown = { readonly ok: true; readonly root: Root } | ({ readonly ok: false } & Hazard);

/** Parses Markdown; text that would take too long is refused. */
export function parseMarkdown(text: string, { tree }: Pick<Parsers, "tree">): ParsedMarkdown {
  const hazard = markdownHazard(text);
  if (hazard !== null) return { ok: false, ...hazard };
  try {
    return { ok: true, root: tree(text) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, message: `Unexpected Markdown: ${why}`, range: { start: 0, end: 0 } };
  }
}
