import { describe, expect, it } from "vitest";
import { emptySections, violationsFor } from "../../src/rules/violations.ts";
import type { Violation } from "../../src/schema/violation.ts";
import { document, section } from "../support/document.ts";

const violation = (pointer: string, more: Partial<Violation> = {}): Violation => ({
  pointer,
  keyword: "minItems",
  message: pointer,
  mend: "Mend it",
  range: { start: 0, end: 0 },
  ...more,
});

function withSections(sections: Record<string, ReturnType<typeof section>>, violations: readonly Violation[] = []) {
  return document({
    required: ["states", "edge-cases"],
    model: { frontmatter: {}, title: "", lead: "", sections, words: 0 },
    violations,
  });
}

describe("emptySections", () => {
  const isEmpty = (more: Parameters<typeof section>[0]) =>
    emptySections(withSections({ states: section(more) })).includes("states");

  it("finds a required section that stands there with nothing in it", () => {
    expect(isEmpty({})).toBe(true);
    expect(isEmpty({ text: "None" })).toBe(false);
    expect(isEmpty({ code: [{ lang: "ts", meta: "", text: "let x;" }] })).toBe(false);
    expect(isEmpty({ links: ["picture.png"] })).toBe(false);
  });

  it("blank-parts: blank code and blank list items are nothing", () => {
    expect(isEmpty({ code: [{ lang: "ts", meta: "", text: "\n" }], items: [{ id: "", text: " " }] })).toBe(true);
    expect(isEmpty({ items: [{ id: "open", text: "" }] })).toBe(false);
  });

  it("subsections: headings alone are nothing, what stands below them is something", () => {
    expect(isEmpty({ sections: { deep: section() } })).toBe(true);
    expect(isEmpty({ sections: { deep: section({ text: "said" }) } })).toBe(false);
  });

  it("missing-section: a section that is not there is not empty", () => {
    expect(emptySections(withSections({}))).toEqual([]);
  });
});

describe("violationsFor", () => {
  it("one-owner: each violation belongs to exactly one rule", () => {
    const unknown = violation("/frontmatter", { unknownKey: { key: "owner", suggestion: null } });
    const empty = violation("/sections/states/items");
    const plain = violation("/sections/edge-cases");
    const judged = withSections({ states: section(), "edge-cases": section({ text: "x" }) }, [unknown, empty, plain]);
    expect(violationsFor(judged, "document/unknown-key")).toEqual([unknown]);
    expect(violationsFor(judged, "document/empty-section")).toEqual([empty]);
    expect(violationsFor(judged, "document/schema")).toEqual([plain]);
  });

  it("same-beginning: a section whose name begins alike is another one", () => {
    const judged = withSections({ states: section() }, [violation("/sections/states-of-mind")]);
    expect(violationsFor(judged, "document/schema")).toHaveLength(1);
  });

  it("no-schema: a document that no schema judged has no violations", () => {
    expect(violationsFor(document({ violations: null }), "document/schema")).toEqual([]);
  });

  it("conflict: a document in conflict has none that can be trusted", () => {
    const problem = {
      rule: "document/conflict-marker",
      message: "",
      range: { start: 0, end: 0 },
      mend: "",
      voidsDigest: true,
    } as const;
    const judged = document({ violations: [violation("/title")], facts: { problems: [problem] } });
    expect(violationsFor(judged, "document/schema")).toEqual([]);
  });
});
