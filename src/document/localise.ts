import type { Range } from "../range.ts";
import type { CodeBlock, DocumentFacts, DocumentModel, SectionModel } from "./document.ts";
import { pointer } from "./pointer.ts";
import { slug } from "./slug.ts";

/** The part of the facts that speaks of sections by their slugs. */
export interface Localised {
  readonly model: DocumentModel;
  readonly ranges: Readonly<Record<string, Range>>;
  readonly blocks: readonly CodeBlock[];
}

/** These headings are part of the digests (convention 5) and have one spelling only. */
const fixed: ReadonlySet<string> = new Set(["notes", "components"]);

/** Brings sections with a localised heading to their canonical slugs, in model, pointers and blocks; the rest stays as it is. */
export function localise(
  facts: Pick<DocumentFacts, "model" | "ranges" | "blocks">,
  headings: Readonly<Record<string, readonly string[]>>,
): Localised {
  const canonical = new Map<string, string>();
  for (const [name, others] of Object.entries(headings)) {
    if (!fixed.has(name)) for (const other of others) canonical.set(slug(other), name);
  }
  const paths = new Map<string, readonly string[]>();
  const sections = renamed(facts.model.sections, { canonical, paths, from: "", to: [] });
  if ([...paths].every(([from, to]) => from === sectionPointer(to))) return facts;
  const ranges = Object.entries(facts.ranges).map(([key, range]): [string, Range] => [
    renamedPointer(key, paths),
    range,
  ]);
  const blocks = facts.blocks.map((block) => ({
    ...block,
    section: paths.get(sectionPointer(block.section)) ?? block.section,
  }));
  return { model: { ...facts.model, sections }, ranges: Object.fromEntries(ranges), blocks };
}

interface Place {
  readonly canonical: ReadonlyMap<string, string>;
  /** Filled on the way: pointer of a section as written → its canonical path. */
  readonly paths: Map<string, readonly string[]>;
  readonly from: string;
  readonly to: readonly string[];
}

function renamed(sections: DocumentModel["sections"], place: Place): DocumentModel["sections"] {
  const taken = new Set(Object.keys(sections));
  const entries = Object.entries(sections).map(([own, section]): [string, SectionModel] => {
    const wanted = place.canonical.get(own) ?? own;
    const name = wanted === own || taken.has(wanted) ? own : wanted;
    taken.add(name);
    const from = pointer(place.from, "sections", own);
    const to = [...place.to, name];
    place.paths.set(from, to);
    return [name, { ...section, sections: renamed(section.sections, { ...place, from, to }) }];
  });
  return Object.fromEntries(entries);
}

function sectionPointer(path: readonly string[]): string {
  return path.map((name) => pointer("", "sections", name)).join("");
}

/** A pointer with the longest section prefix that it has replaced by the canonical one. */
function renamedPointer(key: string, paths: ReadonlyMap<string, readonly string[]>): string {
  const hash = key.startsWith("#") ? "#" : "";
  const segments = key.slice(hash.length).split("/");
  let length = 1;
  while (segments[length] === "sections" && segments[length + 1] !== undefined) length += 2;
  const path = paths.get(segments.slice(0, length).join("/"));
  if (path === undefined) return key;
  return [`${hash}${sectionPointer(path)}`, ...segments.slice(length)].join("/");
}
