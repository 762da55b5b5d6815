import type { Root } from "mdast";
import { type Content, fileRange } from "./content.ts";
import type { DocumentProblem } from "./document.ts";
import { offsets, walk } from "./nodes.ts";
import { templateVariables } from "./template.ts";

const left = new RegExp(`TODO\\(design\\)|\\{\\{(?:${templateVariables.join("|")})\\}\\}`, "gu");

/** Finds what a template left for the author, but not in inline code, nor in a fence that shows Markdown. */
export function placeholders(root: Root, content: Content): readonly DocumentProblem[] {
  const quoted: { readonly start: number; readonly end: number }[] = [];
  for (const node of walk(root.children)) {
    const example = node.type === "code" && /^(?:md|markdown)$/iu.test(node.lang ?? "");
    if (example || node.type === "inlineCode") quoted.push(offsets(node));
  }
  const problems: DocumentProblem[] = [];
  let next = 0;
  for (const { index, 0: text } of content.text.matchAll(left)) {
    while ((quoted[next]?.end ?? content.text.length) <= index) next++;
    if ((quoted[next]?.start ?? content.text.length) <= index) continue;
    problems.push(placeholder(content, index, text));
  }
  return problems;
}

function placeholder(content: Content, index: number, text: string): DocumentProblem {
  const line =
    content.text
      .slice(index, index + 120)
      .split(/\n|-->/u)[0]
      ?.trim() ?? text;
  const message = text.startsWith("{{")
    ? `Unexpected template variable \`${text}\`, expected its value`
    : `Unexpected placeholder "${line}", expected the author's own text`;
  const range = fileRange(content, index, index + text.length);
  return {
    rule: "document/placeholder",
    message,
    range,
    mend: "Write what the placeholder asks for",
    voidsDigest: false,
  };
}
