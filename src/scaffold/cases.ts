import type { TestCase } from "../evidence/test-facts.ts";

/** An edge case as a document lists it. */
export interface EdgeCase {
  readonly id: string;
  readonly text: string;
}

const longestId = 48;

/**
 * The edge cases that tests already show: one for each title of an active test. A title that begins with an id (`empty-list: …`)
 * keeps it, another gets one from its words; ids are unique.
 */
export function casesOfTests(tests: readonly TestCase[]): readonly EdgeCase[] {
  const titles = tests.filter(({ state }) => state === "active").map(({ title }) => title.replace(/\s+/gu, " ").trim());
  const taken = new Set<string>();
  const cases: EdgeCase[] = [];
  for (const title of new Set(titles)) {
    const [, ownId, ownText] = /^([a-z0-9]+(?:-[a-z0-9]+)+): (.+)$/u.exec(title) ?? [];
    const slug = ownId ?? slugOf(title);
    if (slug === "") continue;
    const id = unique(slug, taken);
    taken.add(id);
    cases.push({ id, text: id === ownId ? (ownText ?? title) : title });
  }
  return cases;
}

/** Words of a title in kebab case, as many as fit. */
function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/\$\{[^}]*\}|[$%]\w+/gu, " ")
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, longestId) : `${slug}-${word}`;
    if (longer.length > longestId) break;
    slug = longer;
  }
  return slug;
}

function unique(slug: string, taken: ReadonlySet<string>): string {
  let id = slug;
  for (let number = 2; taken.has(id); number++) id = `${slug}-${number}`;
  return id;
}
