import type { Heading, Root } from "mdast";
import { positionAt } from "../range.ts";
import { type Content, contentOf, fileRange } from "./content.ts";
import type { DocumentProblem } from "./document.ts";
import type { Layout } from "./layout.ts";
import { type Lines, lineAt, lineText } from "./lines.ts";
import { offsets, plainText, walk } from "./nodes.ts";
import { type Parsers, parseMarkdown } from "./parsers.ts";
import { slug } from "./slug.ts";

/** A document cut at its Notes line. */
export interface Parts {
  readonly lines: Lines;
  readonly layout: Layout;
  readonly content: Content;
  /** Syntax tree of the content. */
  readonly root: Root;
  readonly parsers: Parsers;
}

/** The Notes section: its text, its headings, and what is wrong with it (convention 5). */
export interface Notes {
  readonly text: Content | null;
  readonly root: Root | null;
  readonly problems: readonly DocumentProblem[];
}

/** Judges the Notes line and what stands below it; `root` is null where there are no Notes. */
export function notesOf(parts: Parts): Notes {
  const { lines, layout } = parts;
  const problems = [...secondNotes(parts), ...otherSpellings(parts)];
  if (layout.notes === null) return { text: null, root: null, problems };
  if (!opensSection(parts, layout.notes)) {
    const message = "Unexpected `## Notes` line that is no heading";
    const mend = "Close the fence, comment or HTML block above it";
    problems.push(notesProblem({ message, mend, range: lineAt(lines, layout.notes) }));
  }
  const text = contentOf(lines, numbers(layout.notes, lines.starts.length), -1);
  const parsed = parseMarkdown(text.text, parts.parsers);
  if (!parsed.ok) {
    const range = fileRange(text, parsed.range.start, parsed.range.end);
    problems.push(notesProblem({ message: parsed.message, mend: "Simplify the Notes", range }));
    return { text, root: null, problems };
  }
  return { text, root: parsed.root, problems: [...problems, ...headingsBelow(parsed.root, text)] };
}

function secondNotes({ lines, layout }: Parts): readonly DocumentProblem[] {
  const first = (layout.close ?? -1) + 1;
  return numbers(first, layout.notes ?? first)
    .filter((line) => lineText(lines, line) === "## Notes")
    .map((line) => {
      const message = "Unexpected second `## Notes` line, expected one at most";
      return notesProblem({ message, mend: "Keep one `## Notes` line", range: lineAt(lines, line) });
    });
}

function otherSpellings({ root, content }: Parts): DocumentProblem[] {
  const found: DocumentProblem[] = [];
  for (const node of root.children) {
    if (node.type !== "heading" || node.depth !== 2 || slug(plainText(node.children)) !== "notes") continue;
    const { start, end } = offsets(node);
    // Lines that are exactly the Notes line are judged as lines.
    const ownLine = node.position?.start.column === 1 && content.text.startsWith("## Notes\n", start);
    if (ownLine) continue;
    const message = "Unexpected spelling of the Notes heading, expected a line that is exactly `## Notes`";
    found.push(notesProblem({ message, mend: "Write `## Notes`", range: fileRange(content, start, end) }));
  }
  return found;
}

/** Whether Markdown takes the Notes line for a heading: the last block above it decides, so it is parsed again with it. */
function opensSection({ lines, content, root, parsers }: Parts, notes: number): boolean {
  const last = root.children.at(-1);
  if (last === undefined || last.type === "yaml") return true;
  const line = positionAt(content.starts, offsets(last).start).line - 1;
  const from = positionAt(lines.starts, content.origins[line] ?? 0).line - 1;
  const tail = numbers(from, notes + 1).map((number) => lineText(lines, number));
  const parsed = parseMarkdown(`\n${tail.join("\n")}\n`, parsers);
  const final = parsed.ok ? parsed.root.children.at(-1) : undefined;
  return final?.type === "heading" && final.position?.start.line === tail.length + 1;
}

function headingsBelow(root: Root, text: Content): readonly DocumentProblem[] {
  const own = root.children[0];
  const found: DocumentProblem[] = [];
  for (const node of walk(root.children)) {
    const heading = node.type === "heading" && node.depth <= 2 && node !== own;
    if (!heading && !(node.type === "html" && /<h[12][\s>]/iu.test(node.value))) continue;
    const { start, end } = offsets(node);
    const level = node.type === "heading" ? `level-${(node as Heading).depth} heading` : "HTML heading";
    const message = `Unexpected ${level} below \`## Notes\`, expected Notes to be the last section`;
    found.push(
      notesProblem({
        message,
        mend: "Move the section above Notes, or make it level 3",
        range: fileRange(text, start, end),
      }),
    );
  }
  return found;
}

function numbers(first: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
}

function notesProblem(words: Pick<DocumentProblem, "message" | "mend" | "range">): DocumentProblem {
  return { rule: "document/notes", ...words, voidsDigest: true };
}
