import type { Nodes } from "mdast";
import type { Range } from "../range.ts";
import type { DocumentModel, SectionModel } from "./document.ts";
import { offsets, plainText } from "./nodes.ts";
import type { Outline, OutlineSection } from "./outline.ts";
import { pointer } from "./pointer.ts";
import { codeIn, codeModel, itemModel, itemsIn, linksIn, tableModel, tablesIn, textIn } from "./section.ts";

/** The model of a body, and by JSON pointer the places in the parsed text that its values come from. */
export interface BodyModel {
  readonly model: Omit<DocumentModel, "frontmatter">;
  readonly ranges: ReadonlyMap<string, Range>;
}

interface Draft {
  readonly ranges: Map<string, Range>;
  /** End of the parsed text. */
  readonly end: number;
}

/** Turns an outline into the model that schemas validate. Where two sections share a slug, the first one counts. */
export function bodyModel(outline: Outline, end: number): BodyModel {
  const draft: Draft = { ranges: new Map(), end };
  const { title, lead, sections } = outline;
  const top = title === null ? { start: 0, end: Math.min(3, end) } : offsets(title);
  const paragraphs = lead.filter((node) => node.type === "paragraph");
  const titleText = title === null ? "" : plainText(title.children);
  const leadText = paragraphs.map((node) => plainText([node])).join("\n");
  for (const key of ["/title", "#/title", "/sections", "#/sections", "/words"]) draft.ranges.set(key, top);
  draft.ranges.set("/lead", paragraphs.length === 0 ? top : spanOf(paragraphs));
  const own = sectionModels(sections, { draft, at: "", end });
  const words =
    countWords(`${titleText} ${textIn(lead)}`) + sections.reduce((sum, section) => sum + wordsOf(section), 0);
  return { model: { title: titleText, lead: leadText, sections: own, words }, ranges: draft.ranges };
}

interface Place {
  readonly draft: Draft;
  readonly at: string;
  readonly end: number;
}

function sectionModels(sections: readonly OutlineSection[], place: Place): Readonly<Record<string, SectionModel>> {
  const models = new Map<string, SectionModel>();
  for (const [index, section] of sections.entries()) {
    if (models.has(section.slug)) continue;
    const next = sections[index + 1];
    const end = next === undefined ? place.end : offsets(next.heading).start;
    models.set(section.slug, sectionModel(section, { ...place, at: pointer(place.at, "sections", section.slug), end }));
  }
  return Object.fromEntries(models);
}

function sectionModel(section: OutlineSection, { draft, at, end }: Place): SectionModel {
  const { heading, nodes } = section;
  const line = offsets(heading);
  const code = codeIn(nodes);
  const items = itemsIn(nodes);
  const tables = tablesIn(nodes);
  const links = linksIn(nodes);
  for (const key of ["heading", "level", "sections"]) draft.ranges.set(pointer(at, key), line);
  draft.ranges.set(`#${at}`, line);
  draft.ranges.set(at, { start: line.start, end: Math.max(line.end, end) });
  draft.ranges.set(`${at}/text`, nodes.length === 0 ? line : spanOf(nodes));
  place(draft, { at: `${at}/links`, nodes: links.map(({ node }) => node), line });
  place(draft, { at: `${at}/code`, nodes: code, line, keys: ["lang", "meta", "text"] });
  place(draft, { at: `${at}/items`, nodes: items, line, keys: ["id", "text"] });
  place(draft, { at: `${at}/tables`, nodes: tables, line });
  for (const [index, table] of tables.entries()) placeTable(draft, pointer(at, "tables", index), table.children);
  return {
    heading: plainText(heading.children),
    level: heading.depth,
    text: textIn(nodes),
    code: code.map(codeModel),
    items: items.map(itemModel),
    tables: tables.map(tableModel),
    links: links.map(({ target }) => target),
    sections: sectionModels(section.sections, { draft, at, end }),
  };
}

interface Placed {
  readonly at: string;
  readonly nodes: readonly Nodes[];
  readonly line: Range;
  readonly keys?: readonly string[];
}

function place(draft: Draft, { at, nodes, line, keys = [] }: Placed): void {
  draft.ranges.set(at, nodes.length === 0 ? line : spanOf(nodes));
  for (const [index, node] of nodes.entries()) {
    draft.ranges.set(pointer(at, index), offsets(node));
    for (const key of keys) draft.ranges.set(pointer(at, index, key), offsets(node));
  }
}

function placeTable(
  draft: Draft,
  at: string,
  rows: readonly (Nodes & { readonly children: readonly Nodes[] })[],
): void {
  const [head, ...body] = rows;
  if (head === undefined) return;
  draft.ranges.set(`${at}/columns`, offsets(head));
  for (const [column, cell] of head.children.entries()) draft.ranges.set(pointer(at, "columns", column), offsets(cell));
  draft.ranges.set(`${at}/rows`, body.length === 0 ? offsets(head) : spanOf(body));
  for (const [index, row] of body.entries()) {
    draft.ranges.set(pointer(at, "rows", index), offsets(row));
    for (const [column, cell] of row.children.entries())
      draft.ranges.set(pointer(at, "rows", index, column), offsets(cell));
  }
}

function spanOf(nodes: readonly Nodes[]): Range {
  const [first] = nodes;
  const last = nodes.at(-1);
  return { start: first === undefined ? 0 : offsets(first).start, end: last === undefined ? 0 : offsets(last).end };
}

function wordsOf(section: OutlineSection): number {
  const own = countWords(`${plainText(section.heading.children)} ${textIn(section.nodes)}`);
  return section.sections.reduce((sum, inner) => sum + wordsOf(inner), own);
}

function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
