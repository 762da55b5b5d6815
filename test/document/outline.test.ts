import { describe, expect, it } from "vitest";
import { plainText } from "../../src/document/nodes.ts";
import { type OutlineSection, outlineOf } from "../../src/document/outline.ts";
import { bodyOf } from "../support/document-text.ts";

const outline = (text: string) => outlineOf(bodyOf(text).root);
const tree = (sections: readonly OutlineSection[]): unknown =>
  Object.fromEntries(sections.map((one) => [one.slug, tree(one.sections)]));

describe("outlineOf", () => {
  it("groups blocks by their headings, setext and quoted ones told apart", () => {
    const found = outline("T\n=\n\nlead\n\nA\n-\n\na\n\n> # q\n\n### B\n\nb\n");
    expect(found.title && plainText(found.title.children)).toBe("T");
    expect(tree(found.sections)).toEqual({ a: { b: {} } });
    expect(found.sections[0]?.nodes).toHaveLength(2);
    expect(found.sections[0]?.sections[0]?.path).toEqual(["a", "b"]);
  });

  it("skipped-level: a heading that skips levels belongs to the nearest one above it", () => {
    expect(tree(outline("# T\n\n#### a\n\n## b\n\n##### c\n\n### d\n").sections)).toEqual({
      a: {},
      b: { c: {}, d: {} },
    });
  });

  it("second-title: it counts as a section of level 2", () => {
    const found = outline("# T\n\n## a\n\n# U\n\n### b\n\n## c\n");
    expect(found.extraTitles).toHaveLength(1);
    expect(tree(found.sections)).toEqual({ a: {}, u: { b: {} }, c: {} });
  });

  it("no-title: the lead is what stands before the first section", () => {
    const found = outline("lead\n\n## a\n");
    expect([found.title, plainText(found.lead)]).toEqual([null, "lead"]);
  });

  it("text-before-title: it is no lead", () => {
    expect(plainText(outline("before\n\n# T\n\nlead\n").lead)).toBe("lead");
  });
});
