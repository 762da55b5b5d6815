import type { Nodes, RootContent } from "mdast";

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
