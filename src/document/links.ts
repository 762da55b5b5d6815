import type { Nodes, Root } from "mdast";
import { type Content, fileRange } from "./content.ts";
import type { LinkFact } from "./document.ts";
import { offsets, plainText, walk } from "./nodes.ts";
import { linksIn } from "./section.ts";
import { slug } from "./slug.ts";

/** Links, images and link definitions that lead into the repository: relative, from its root, or to an anchor. */
export function linkFacts(root: Root, content: Content): readonly LinkFact[] {
  return linksIn(root.children)
    .filter(({ target }) => target !== "" && !/^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(target))
    .map(({ target, node }) => {
      const { start, end } = offsets(node);
      return { target, range: fileRange(content, start, end) };
    });
}

/** The anchors that a link to these texts can name: GitHub's for headings (numbered where they repeat), and HTML ids. */
export function anchorsOf(roots: readonly Root[]): readonly string[] {
  const used = new Map<string, number>();
  const anchors: string[] = [];
  for (const node of walk(roots.flatMap((root): readonly Nodes[] => root.children))) {
    if (node.type === "heading") anchors.push(numbered(slug(plainText(node.children)), used));
    if (node.type === "html") anchors.push(...htmlIds(node.value));
  }
  return anchors;
}

function numbered(anchor: string, used: Map<string, number>): string {
  let result = anchor;
  while (used.has(result)) {
    const count = (used.get(anchor) ?? 0) + 1;
    used.set(anchor, count);
    result = `${anchor}-${count}`;
  }
  used.set(result, 0);
  return result;
}

function htmlIds(html: string): readonly string[] {
  return [...html.matchAll(/\b(?:id|name)=(["'])([^"'\s]+)\1/gu)].map((match) => match[2] ?? "");
}
