import type { Root } from "mdast";
import type { Range } from "../range.ts";
import { codeBlocks } from "./code-blocks.ts";
import { suppressionsIn } from "./comments.ts";
import { componentsLine } from "./components-line.ts";
import { conflictMarkers } from "./conflict.ts";
import { type Content, contentOf, fileRange } from "./content.ts";
import { type Decoded, decode, maxDocumentBytes } from "./decode.ts";
import type { DocumentFacts, DocumentProblem } from "./document.ts";
import { duplicates } from "./duplicates.ts";
import { emptyFacts } from "./empty-facts.ts";
import type { Frontmatter } from "./frontmatter.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { type Lines, splitLines } from "./lines.ts";
import { anchorsOf, linkFacts } from "./links.ts";
import { bodyModel } from "./model.ts";
import { type Notes, notesOf } from "./notes.ts";
import { outlineOf } from "./outline.ts";
import { type Parsers, parseMarkdown } from "./parsers.ts";
import { placeholders } from "./placeholder.ts";
import { type Tracking, trackingOf } from "./tracking.ts";

/** What a document's bytes say: its facts, and the text that its digest covers. */
export interface Reading {
  readonly facts: DocumentFacts;
  readonly content: string;
}

/** The signed content (convention 5) of a document; null where it has no digest. */
export function signedPart({ facts, content }: Reading): string | null {
  return facts.hasDigest ? content : null;
}

/**
 * The same for a document whose facts are known: nothing is parsed again. Facts of other bytes would be believed here, so they have to be
 * those of the same file.
 */
export function knownContent(bytes: Uint8Array, { hasDigest }: Pick<DocumentFacts, "hasDigest">): string | null {
  return hasDigest ? partsOf(bytes).content.text : null;
}

/** A file cut into its parts, before Markdown is parsed. */
interface Cut {
  readonly decoded: Decoded;
  readonly lines: Lines;
  readonly layout: Layout;
  readonly tracking: Tracking;
  readonly content: Content;
  readonly frontmatter: Frontmatter;
}

/** Reads a Markdown file. Total and pure: any bytes give facts; what is wrong stands in `problems`. */
export function readDocument(bytes: Uint8Array, parsers: Parsers): Reading {
  if (bytes.length > maxDocumentBytes) return { facts: withProblems([tooLarge(bytes.length)]), content: "" };
  const cut = cutOf(bytes, parsers);
  const parsed = parseMarkdown(cut.content.text, parsers);
  const before = [...cut.decoded.problems, ...cut.layout.problems, ...cut.tracking.problems, ...yamlProblems(cut)];
  if (!parsed.ok) {
    const range = fileRange(cut.content, parsed.range.start, parsed.range.end);
    const mend = "Simplify the text; nothing of it was read";
    const refused: DocumentProblem = {
      rule: "document/encoding",
      message: parsed.message,
      range,
      mend,
      voidsDigest: true,
    };
    return { facts: withProblems([...before, refused, ...conflictMarkers(cut.lines, new Set())]), content: "" };
  }
  return { facts: factsOf(cut, { root: parsed.root, parsers, before }), content: cut.content.text };
}

function partsOf(bytes: Uint8Array): Omit<Cut, "frontmatter"> {
  const decoded = decode(bytes);
  const lines = splitLines(decoded.clean);
  const layout = layoutOf(lines);
  const tracking = trackingOf(lines, layout);
  const end = layout.notes ?? lines.starts.length;
  const numbers = Array.from({ length: end }, (_, line) => line).filter((line) => !tracking.cut.has(line));
  return { decoded, lines, layout, tracking, content: contentOf(lines, numbers, layout.close ?? -1) };
}

function cutOf(bytes: Uint8Array, parsers: Parsers): Cut {
  const parts = partsOf(bytes);
  const { layout, tracking, content } = parts;
  const inside = layout.close === null ? 0 : layout.close - 1 - tracking.cut.size;
  const yaml = content.text.slice(content.starts[1] ?? 0, content.starts[inside + 1] ?? 0);
  return { ...parts, frontmatter: parsers.frontmatter(inside > 0 ? yaml : "") };
}

interface Parsed {
  readonly root: Root;
  readonly parsers: Parsers;
  /** Problems that were found before Markdown was parsed. */
  readonly before: readonly DocumentProblem[];
}

function factsOf(cut: Cut, { root, parsers, before }: Parsed): DocumentFacts {
  const { lines, layout, tracking, content, frontmatter } = cut;
  const outline = outlineOf(root);
  const body = bodyModel(outline, content.text.length);
  const notes = notesOf({ lines, layout, content, root, parsers });
  const problems = [
    ...before,
    ...notes.problems,
    ...conflictMarkers(lines, fencedLines(root, content, notes)),
    ...placeholders(root, content),
    ...duplicates(outline, content),
    ...(frontmatter.value.type === "context" ? componentsLine(root, content) : []),
  ];
  return {
    ...withProblems(problems),
    model: { frontmatter: frontmatter.value, ...body.model },
    ranges: rangesOf(cut, body.ranges),
    status: tracking.status,
    approvals: tracking.approvals,
    blocks: codeBlocks(outline, content),
    links: linkFacts(root, content),
    anchors: anchorsOf(notes.root === null ? [root] : [root, notes.root]),
    suppressions: suppressionsIn(root, content),
  };
}

/** Facts of a document of which nothing else is known; problems in the order of the file. */
function withProblems(problems: readonly DocumentProblem[]): DocumentFacts {
  return {
    ...emptyFacts,
    problems: [...problems].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end),
    hasDigest: problems.every((problem) => !problem.voidsDigest),
  };
}

function tooLarge(size: number): DocumentProblem {
  return {
    rule: "document/encoding",
    message: `Unexpected size of ${size} bytes, expected at most ${maxDocumentBytes} (1 MiB)`,
    range: { start: 0, end: 0 },
    mend: "Split the document",
    voidsDigest: true,
  };
}

function yamlProblems({ content, frontmatter }: Cut): readonly DocumentProblem[] {
  const base = content.starts[1] ?? 0;
  return frontmatter.refusals.map(({ message, mend, range }) => ({
    rule: "document/frontmatter",
    message,
    range: fileRange(content, base + range.start, base + range.end),
    mend,
    voidsDigest: true,
  }));
}

function rangesOf(cut: Cut, body: ReadonlyMap<string, Range>): Readonly<Record<string, Range>> {
  const { content, frontmatter } = cut;
  const base = content.starts[1] ?? 0;
  const first = fileRange(content, 0, Math.max(0, base - 1));
  const ranges: [string, Range][] = [
    ["", first],
    ["/frontmatter", first],
    ["#/frontmatter", first],
  ];
  for (const [pointer, { start, end }] of frontmatter.ranges) {
    const key = pointer.startsWith("#") ? `#/frontmatter${pointer.slice(1)}` : `/frontmatter${pointer}`;
    ranges.push([key, fileRange(content, base + start, base + end)]);
  }
  for (const [pointer, { start, end }] of body) ranges.push([pointer, fileRange(content, start, end)]);
  return Object.fromEntries(ranges);
}

/** File offsets of the lines that stand in code. */
function fencedLines(root: Root, content: Content, notes: Notes): ReadonlySet<number> {
  const found = new Set<number>();
  const collect = (tree: Root | null, text: Content | null) => {
    for (const node of tree?.children ?? []) {
      if (node.type !== "code") continue;
      const { start, end } = node.position ?? { start: { line: 0 }, end: { line: 0 } };
      for (let line = start.line; line < end.line; line++) found.add(text?.origins[line] ?? -1);
    }
  };
  collect(root, content);
  collect(notes.root, notes.text);
  return found;
}
