import type { Words } from "./config-words.ts";

/** Words for a place of the document model; null where the steps lead elsewhere. `heading` names the last section. */
export function documentWords(steps: readonly string[], heading?: string): Words | null {
  const [first, ...rest] = steps;
  if (first === "frontmatter") return frontmatterWords(rest);
  if (first === "title") return named("title");
  if (first === "lead") return named("lead paragraph");
  if (first === "words") return named("number of words");
  if (first === "sections") return sectionWords(rest, heading);
  return null;
}

/** A heading for a slug: `edge-cases` → `Edge cases`. */
export function headingOf(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function named(name: string, more: Partial<Words> = {}): Words {
  return { name, key: name, kind: name, where: "", element: "item", holder: name, ...more };
}

function frontmatterWords(steps: readonly string[]): Words {
  const [field, ...rest] = steps;
  if (field === undefined) return named("frontmatter");
  const top = named(`frontmatter field \`${field}\``, { key: `key \`${field}\``, kind: field });
  return rest.reduce((parent, step) => memberWords(parent, step), top);
}

function memberWords(parent: Words, step: string): Words {
  const where = ` in ${parent.name}`;
  if (/^\d+$/u.test(step)) return named(`item ${Number(step) + 1}${where}`, { kind: "item", where });
  return named(`\`${step}\`${where}`, { key: `key \`${step}\`${where}`, kind: step, where });
}

function sectionWords(steps: readonly string[], heading?: string): Words {
  const [slug, part, ...rest] = steps;
  if (slug === undefined) return named("document", { element: "section" });
  if (part === "sections" && rest.length > 0) return sectionWords(rest, heading);
  const nameIsKnown = part === undefined && heading !== undefined;
  const name = `section \`${nameIsKnown ? heading : headingOf(slug)}\``;
  if (part === undefined || part === "sections") return named(name, { kind: "section" });
  const where = ` in ${name}`;
  const lists: Readonly<Record<string, string>> = {
    code: "code block",
    items: "list item",
    tables: "table",
    links: "link",
  };
  const element = Object.hasOwn(lists, part) ? lists[part] : undefined;
  if (element === undefined) return named(`${part}${where}`, { kind: part, where });
  const list = named(`${element}s${where}`, { element, holder: name });
  return rest.length === 0 ? list : elementWords(element, where, rest);
}

function elementWords(element: string, where: string, steps: readonly string[]): Words {
  const [index, part, ...rest] = steps;
  // A section seldom has a second table, and the first needs no number.
  const number = element === "table" && index === "0" ? "" : ` ${Number(index) + 1}`;
  const name = `${element}${number}${where}`;
  if (part === undefined) return named(name, { kind: element, where });
  const [position, cell] = rest;
  if (part === "columns" && position !== undefined) {
    return named(`column ${Number(position) + 1} of the ${name}`, { kind: "column", where });
  }
  if (part === "columns") return named(`columns of the ${name}`, { element: "column", holder: `the ${name}` });
  if (part === "rows" && position === undefined) {
    return named(`rows of the ${name}`, { element: "row", holder: `the ${name}` });
  }
  if (part === "rows") {
    const row = `row ${Number(position) + 1} of the ${name}`;
    if (cell === undefined) return named(row, { kind: "row", where, element: "cell", holder: row });
    return named(`cell ${Number(cell) + 1} in ${row}`, { kind: "cell", where: ` in ${row}` });
  }
  const kind = part === "lang" ? "language" : part;
  return named(`${kind} of ${name}`, { kind, where: ` of ${name}` });
}
