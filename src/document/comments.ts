import type { Root } from "mdast";
import { lineRange, positionAt, type Range } from "../range.ts";
import { parseSuppression, type Suppression, suppressionWord } from "../suppression.ts";
import { codeBlock } from "./code-blocks.ts";
import { type Content, fileRange } from "./content.ts";
import { offsets, walk } from "./nodes.ts";

/** The suppressions of the content: HTML comments, and `//` comments in its TypeScript blocks; each covers the next line with text. */
export function suppressionsIn(root: Root, content: Content): readonly Suppression[] {
  const found: Suppression[] = [];
  for (const node of walk(root.children)) {
    const { start } = offsets(node);
    if (node.type === "html") {
      for (const { text, from, to } of htmlComments(node.value)) {
        add(found, content, { text, start: start + from, end: start + to });
      }
    } else if (node.type === "code" && /^tsx?$/u.test(node.lang ?? "") && node.value.includes(suppressionWord)) {
      const block = codeBlock(node, content, []);
      for (const [index, line] of node.value.split("\n").entries()) {
        const at = line.indexOf("//");
        if (at === -1 || line.slice(0, at).trim() !== "") continue;
        const lineStart = block.contentLines[index] ?? start;
        add(found, content, { text: line.slice(at + 2), start: lineStart + at, end: lineStart + line.length });
      }
    }
  }
  return found;
}

interface Comment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function add(found: Suppression[], content: Content, { text, start, end }: Comment): void {
  const parsed = parseSuppression(text);
  if (parsed === null) return;
  found.push({ ...parsed, range: fileRange(content, start, end), covers: nextLine(content, end) });
}

/** The first line with text below an offset, as a range of the file. */
function nextLine(content: Content, offset: number): Range {
  let line = positionAt(content.starts, offset).line + 1;
  let range = lineRange(content.text, content.starts, line);
  while (line < content.starts.length && content.text.slice(range.start, range.end).trim() === "") {
    line++;
    range = lineRange(content.text, content.starts, line);
  }
  return fileRange(content, range.start, range.end);
}

function htmlComments(html: string): readonly { readonly text: string; readonly from: number; readonly to: number }[] {
  const found: { text: string; from: number; to: number }[] = [];
  for (let from = html.indexOf("<!--"); from !== -1; ) {
    const close = html.indexOf("-->", from + 4);
    if (close === -1) break;
    found.push({ text: html.slice(from + 4, close), from, to: close + 3 });
    from = html.indexOf("<!--", close + 3);
  }
  return found;
}
