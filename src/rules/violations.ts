import type { SectionModel } from "../document/document.ts";
import type { Violation } from "../schema/violation.ts";
import type { Document } from "../workspace/workspace.ts";
import { inConflict } from "./document-findings.ts";

/** The rules that share a document's schema violations out among them. */
export type ViolationRule = "document/schema" | "document/unknown-key" | "document/empty-section";

/** The violations of a document that one rule reports; each violation belongs to exactly one rule. */
export function violationsFor(document: Document, rule: ViolationRule): readonly Violation[] {
  if (document.violations === null || inConflict(document)) return [];
  const empty = emptySections(document).map((slug) => `/sections/${slug}`);
  return document.violations.filter((violation) => ownerOf(violation, empty) === rule);
}

/** Slugs of the required sections that stand in the document without any content, in the schema's order. */
export function emptySections(document: Document): readonly string[] {
  return document.required.filter((slug) => {
    const section = document.model.sections[slug];
    return section !== undefined && isEmpty(section);
  });
}

function ownerOf(violation: Violation, empty: readonly string[]): ViolationRule {
  if (violation.unknownKey !== undefined) return "document/unknown-key";
  const within = (section: string) => violation.pointer === section || violation.pointer.startsWith(`${section}/`);
  return empty.some(within) ? "document/empty-section" : "document/schema";
}

/** Headings, empty list items, empty code blocks and comments are no content. */
function isEmpty(section: SectionModel): boolean {
  return (
    section.text.trim() === "" &&
    section.links.length === 0 &&
    section.code.every((block) => block.text.trim() === "") &&
    section.items.every((item) => item.id === "" && item.text.trim() === "") &&
    Object.values(section.sections).every(isEmpty)
  );
}
