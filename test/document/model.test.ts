import { describe, expect, it } from "vitest";
import { bodyModel } from "../../src/document/model.ts";
import { outlineOf } from "../../src/document/outline.ts";
import { bodyOf } from "../support/document-text.ts";

function read(text: string) {
  const { root, content } = bodyOf(text);
  const { model, ranges } = bodyModel(outlineOf(root), content.text.length);
  return { model, at: (pointer: string) => content.text.slice(ranges.get(pointer)?.start, ranges.get(pointer)?.end) };
}

describe("bodyModel", () => {
  it("holds sections with all that stands under them", () => {
    const { model, at } = read(
      "# T `x`\n\nLead.\n\n## A b\n\ntext\n\n- `i`: j\n\n| c | d |\n|---|---|\n| e | f |\n\n```ts\ng\n```\n\n[h](k.md)\n",
    );
    expect(model).toMatchObject({ title: "T x", lead: "Lead." });
    expect(model.sections["a-b"]).toEqual({
      heading: "A b",
      level: 2,
      text: "text\ni: j\nc d e f\nh",
      code: [{ lang: "ts", meta: "", text: "g" }],
      items: [{ id: "i", text: "j" }],
      tables: [{ columns: ["c", "d"], rows: [["e", "f"]] }],
      links: ["k.md"],
      sections: {},
    });
    const base = "/sections/a-b";
    expect(["/title", "/lead", `#${base}`, `${base}/items/0`, `${base}/links/0`].map(at)).toEqual([
      "# T `x`",
      "Lead.",
      "## A b",
      "- `i`: j",
      "[h](k.md)",
    ]);
    expect(
      [`${base}/tables/0/columns/1`, `${base}/tables/0/rows/0/0`, `${base}/tables/0/rows/0`].map((key) =>
        at(key).trim(),
      ),
    ).toEqual(["| d |", "| e", "| e | f |"]);
    expect(at(`${base}/code/0/text`)).toBe("```ts\ng\n```");
  });

  it("lead: all paragraphs between title and first section", () => {
    const { model, at } = read("# T\n\na\nb\n\n- list\n\nc\n\n## S\n\nd\n");
    expect(model.lead).toBe("a b\nc");
    expect(at("/lead")).toBe("a\nb\n\n- list\n\nc");
  });

  it("empty-lists: the pointer of a list without elements leads to the heading", () => {
    const { at } = read("# T\n\n## S\n");
    for (const key of ["items", "tables", "code", "links", "text", "sections"])
      expect(at(`/sections/s/${key}`)).toBe("## S");
  });

  it("nested-sections: sections below sections have pointers of their own", () => {
    const { model, at } = read("# T\n\n## S\n\na\n\n### U\n\nb\n\n## V\n");
    expect(model.sections.s?.sections.u?.text).toBe("b");
    expect(model.sections.s?.text).toBe("a");
    expect(at("#/sections/s/sections/u")).toBe("### U");
    expect(at("/sections/s").trim()).toBe("## S\n\na\n\n### U\n\nb");
  });

  it("repeated-slug: of two sections with one slug the first one counts", () => {
    const { model, at } = read("# T\n\n## S\n\na\n\n## s!\n\nb\n");
    expect(Object.keys(model.sections)).toEqual(["s"]);
    expect([model.sections.s?.text, at("#/sections/s")]).toEqual(["a", "## S"]);
  });

  it("words: they count without code", () => {
    expect(
      read("# One two\n\nthree - `four`\n\n## Five\n\n- six\n\n```ts\nno no\n```\n\n### Seven\n").model.words,
    ).toBe(7);
  });

  it("prototype-slug: a heading named so is an ordinary section", () => {
    const { model } = read("# T\n\n## `__proto__`\n\na\n");
    expect(Object.keys(model.sections)).toEqual(["__proto__"]);
  });

  it("no-title: without a title its place is the beginning", () => {
    const { model, at } = read("text\n");
    expect([model.title, at("/title")]).toEqual(["", "tex"]);
  });
});
