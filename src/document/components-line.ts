import type { Root } from "mdast";
import { type Content, fileRange } from "./content.ts";
import type { DocumentProblem } from "./document.ts";
import { offsets, plainText } from "./nodes.ts";
import { slug } from "./slug.ts";

const line = "## Components";

/** What keeps components from pinning a context (convention 5): no line, or several, exactly `## Components`, or one that is no heading. */
export function componentsLine(root: Root, content: Content): readonly DocumentProblem[] {
  const found = content.starts.filter((start) => content.text.startsWith(`${line}\n`, start));
  const headings = root.children.filter(
    (node) => node.type === "heading" && slug(plainText(node.children)) === "components",
  );
  const starts = new Set(headings.map((node) => offsets(node).start));
  const mend = "Keep one heading, in a line that is exactly `## Components`";
  const problem = (start: number, end: number, message: string): DocumentProblem => ({
    rule: "document/schema",
    message,
    range: fileRange(content, start, end),
    mend,
    voidsDigest: false,
  });
  const [first, ...more] = found;
  if (first === undefined) {
    const other = headings[0];
    if (other === undefined) return [];
    const { start, end } = offsets(other);
    return [problem(start, end, `Unexpected spelling of the heading, expected a line that is exactly \`${line}\``)];
  }
  const inCode = found.filter((start) => !starts.has(start));
  return [
    ...more.map((start) => problem(start, start + line.length, `Unexpected second line \`${line}\`, expected one`)),
    ...inCode.map((start) => problem(start, start + line.length, `Unexpected line \`${line}\` that is no heading`)),
  ];
}
