import type { Heading, Root, RootContent } from "mdast";
import { plainText } from "./nodes.ts";
import { slug } from "./slug.ts";

/** A heading with the blocks under it, and the headings below it. */
export interface OutlineSection {
  readonly slug: string;
  /** Slugs from the outermost section to this one. */
  readonly path: readonly string[];
  readonly heading: Heading;
  readonly nodes: readonly RootContent[];
  readonly sections: readonly OutlineSection[];
}

/** A document's headings as a tree. */
export interface Outline {
  readonly title: Heading | null;
  /** Blocks between the title (else the beginning) and the first section. */
  readonly lead: readonly RootContent[];
  readonly sections: readonly OutlineSection[];
  /** Level-1 headings after the title; they count as sections of level 2. */
  readonly extraTitles: readonly Heading[];
}

interface Part {
  readonly heading: Heading;
  readonly nodes: RootContent[];
}

/** Groups the blocks of a document by the headings that they stand under. */
export function outlineOf(root: Root): Outline {
  const title = root.children.find((node): node is Heading => node.type === "heading" && node.depth === 1) ?? null;
  const extraTitles: Heading[] = [];
  const parts: Part[] = [];
  let lead: RootContent[] = [];
  let current = lead;
  for (const node of root.children) {
    if (node.type === "yaml") continue;
    if (node === title) {
      if (parts.length === 0) lead = [];
      current = parts.length === 0 ? lead : current;
    } else if (node.type === "heading") {
      if (node.depth === 1) extraTitles.push(node);
      current = [];
      parts.push({ heading: node, nodes: current });
    } else current.push(node);
  }
  return { title, lead, sections: nest(parts, []), extraTitles };
}

/** Nests parts by level: each takes the parts after it that are deeper. */
function nest(parts: readonly Part[], path: readonly string[]): readonly OutlineSection[] {
  const sections: OutlineSection[] = [];
  for (let at = 0; at < parts.length; ) {
    const part = parts[at];
    if (part === undefined) break;
    let end = at + 1;
    while (end < parts.length && level(parts[end]) > level(part)) end++;
    const own = slug(plainText(part.heading.children));
    const inner = [...path, own];
    const { heading, nodes } = part;
    sections.push({ slug: own, path: inner, heading, nodes, sections: nest(parts.slice(at + 1, end), inner) });
    at = end;
  }
  return sections;
}

function level(part: Part | undefined): number {
  return Math.max(part?.heading.depth ?? 0, 2);
}
