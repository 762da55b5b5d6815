import type { Nodes } from "mdast";
import { type Content, fileRange } from "./content.ts";
import type { DocumentProblem } from "./document.ts";
import { offsets } from "./nodes.ts";
import type { Outline, OutlineSection } from "./outline.ts";
import { itemModel, itemsIn } from "./section.ts";

/** What a document says twice: titles, sections of one parent, and ids of list items. */
export function duplicates(outline: Outline, content: Content): readonly DocumentProblem[] {
  const place = (node: Nodes) => {
    const { start, end } = offsets(node);
    return fileRange(content, start, end);
  };
  const titles = outline.extraTitles.map((node) => {
    const message = "Unexpected second level-1 heading, expected one title";
    return problem({ message, range: place(node), mend: "Make it level 2" });
  });
  const repeated = [...repeatedSections(outline.sections)].map((section) => {
    const message = `Unexpected second section \`${section.slug}\`, expected each heading once`;
    return problem({ message, range: place(section.heading), mend: "Join the two sections, or rename one" });
  });
  const ids = new Set<string>();
  const items: DocumentProblem[] = [];
  for (const item of itemsIn([...nodesOf(outline)])) {
    const { id } = itemModel(item);
    if (id !== "" && ids.has(id)) {
      const message = `Unexpected second list item with the id \`${id}\`, expected ids that are unique in the document`;
      items.push(problem({ message, range: place(item), mend: "Rename one of the two ids" }));
    }
    ids.add(id);
  }
  return [...titles, ...repeated, ...items];
}

function* repeatedSections(sections: readonly OutlineSection[]): Iterable<OutlineSection> {
  const seen = new Set<string>();
  for (const section of sections) {
    if (seen.has(section.slug)) yield section;
    seen.add(section.slug);
    yield* repeatedSections(section.sections);
  }
}

function* nodesOf({ lead, sections }: Pick<Outline, "lead" | "sections">): Iterable<Outline["lead"][number]> {
  yield* lead;
  for (const section of sections) yield* nodesOf({ lead: section.nodes, sections: section.sections });
}

function problem(words: Pick<DocumentProblem, "message" | "mend" | "range">): DocumentProblem {
  return { rule: "document/schema", ...words, voidsDigest: false };
}
