import { describe, expect, it } from "vitest";
import type { TestCase } from "../../src/evidence/test-facts.ts";
import { casesOfTests } from "../../src/scaffold/cases.ts";

const test = (title: string, state: TestCase["state"] = "active"): TestCase => ({
  title,
  state,
  path: [],
  range: { start: 0, end: 0 },
});

describe("casesOfTests", () => {
  it("own-ids: a title that begins with an id keeps it", () => {
    expect(casesOfTests([test("empty-list: gives nothing")])).toEqual([{ id: "empty-list", text: "gives nothing" }]);
    expect(casesOfTests([test("note: gives nothing")])).toEqual([
      { id: "note-gives-nothing", text: "note: gives nothing" },
    ]);
  });

  it("slugs: other titles get an id from their words, and it is unique", () => {
    expect(casesOfTests([test("Ends at “é”"), test("ends at e!"), test(`for \${x} it's %s`)])).toEqual([
      { id: "ends-at-e", text: "Ends at “é”" },
      { id: "ends-at-e-2", text: "ends at e!" },
      { id: "for-it-s", text: `for \${x} it's %s` },
    ]);
  });

  it("long-titles: an id has as many words as fit", () => {
    const [found] = casesOfTests([test("a title that goes on and on until nobody can remember how it began")]);
    expect(found?.id).toBe("a-title-that-goes-on-and-on-until-nobody-can");
    expect(casesOfTests([test("x".repeat(99))])[0]?.id).toHaveLength(48);
  });

  it("not-run: skipped tests, repeated titles and titles without words give no case", () => {
    expect(casesOfTests([test("a", "skip"), test("b", "todo"), test("!?"), test("c"), test(" c ")])).toEqual([
      { id: "c", text: "c" },
    ]);
  });
});
