import type { Nodes, Root, RootContent } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { fold, unfold } from "./fences.ts";
import { type Hazard, markdownHazard } from "./hazard.ts";

/** The syntax tree of a text, or why there is none. */
export type ParsedMarkdown = { readonly ok: true; readonly root: Root } | ({ readonly ok: false } & Hazard);

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

/** Parses CommonMark with GitHub's extensions and frontmatter; text that would take too long is refused. */
export function parseMarkdown(text: string): ParsedMarkdown {
  const hazard = markdownHazard(text);
  if (hazard !== null) return { ok: false, ...hazard };
  try {
    const { text: folded, folds } = fold(text);
    const root = processor.parse(folded);
    return { ok: true, root: unfold(root, folds) ? root : processor.parse(text) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, message: `Unexpected Markdown: ${why}`, range: { start: 0, end: 0 } };
  }
}

/** All nodes below and including these, in reading order; nodes for which `enter` is false are left out with what they hold. */
export function* walk(nodes: readonly Nodes[], enter: (node: Nodes) => boolean = () => true): Iterable<Nodes> {
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!enter(node)) continue;
    yield node;
    if (!("children" in node)) continue;
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child !== undefined) waiting.push(child);
    }
  }
}

/** What a reader sees of these nodes, white space folded; no HTML and no code blocks. */
export function plainText(nodes: readonly Nodes[]): string {
  let text = "";
  for (const node of walk(nodes, (inner) => inner.type !== "code" && inner.type !== "html" && inner.type !== "yaml")) {
    if (node.type === "text" || node.type === "inlineCode") text += node.value;
    else if (node.type === "image" || node.type === "imageReference") text += node.alt ?? "";
    else if (node.type === "break" || blockTypes.has(node.type)) text += "\n";
  }
  return text.replace(/\s+/gu, " ").trim();
}

const blockTypes: ReadonlySet<string> = new Set([
  "paragraph",
  "listItem",
  "tableCell",
  "tableRow",
  "heading",
  "blockquote",
]);

/** Offsets of a node in the parsed text. */
export function offsets(node: Nodes | RootContent): { readonly start: number; readonly end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
