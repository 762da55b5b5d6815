import { describe, expect, it } from "vitest";
import { duplicates } from "../../src/document/duplicates.ts";
import { outlineOf } from "../../src/document/outline.ts";
import { bodyOf, slices } from "../support/document-text.ts";

function found(text: string) {
  const { root, content } = bodyOf(text);
  const problems = duplicates(outlineOf(root), content);
  expect(problems.every(({ rule, voidsDigest }) => rule === "document/schema" && !voidsDigest)).toBe(true);
  return slices(
    text,
    problems.map(({ range }) => range),
  );
}

describe("duplicates", () => {
  it("second-title: a second level-1 heading is reported", () => {
    expect(found("# A\n\n# B\n\nC\n=\n")).toEqual(["# B", "C\n="]);
  });

  it("second-section: two sections of one parent with one slug are reported, of two parents not", () => {
    expect(found("# T\n\n## A\n\n### C\n\n## a?\n\n### C\n\n### c\n")).toEqual(["## a?", "### c"]);
  });

  it("second-id: two items with one id are reported, wherever they stand", () => {
    expect(found("# T\n\n- `a`: 1\n\n## S\n\n- `b`\n- `a`: 2\n\n### U\n\n1. `b`: 3\n")).toEqual([
      "- `a`: 2",
      "1. `b`: 3",
    ]);
  });

  it("without-id: items without ids are never duplicates", () => {
    expect(found("# T\n\n- a\n- a\n  - `b`\n  - `b`\n")).toEqual([]);
  });
});
