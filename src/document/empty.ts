import type { SectionModel } from "./document.ts";

/** Whether nothing stands under a heading: no text (`None` is text), no code, no list, no table row, no link, no subsection. */
export function isEmptySection(section: SectionModel): boolean {
  const { text, code, items, tables, links, sections } = section;
  if (text.trim() !== "" || links.length > 0 || Object.keys(sections).length > 0) return false;
  const listed = items.some((item) => item.id !== "" || item.text !== "");
  return !listed && code.every((block) => block.text.trim() === "") && tables.every((table) => table.rows.length === 0);
}
