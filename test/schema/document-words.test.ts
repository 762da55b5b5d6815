import { expect, it } from "vitest";
import { documentWords, headingOf } from "../../src/schema/document-words.ts";

const nameOf = (...steps: string[]) => documentWords(steps)?.name;

it("frontmatter: fields, their elements and members", () => {
  expect(nameOf("frontmatter", "context")).toBe("frontmatter field `context`");
  expect(documentWords(["frontmatter", "dependOn"])?.key).toBe("key `dependOn`");
  expect(nameOf("frontmatter", "dependsOn", "1")).toBe("item 2 in frontmatter field `dependsOn`");
  expect(nameOf("frontmatter", "budgets", "0", "max")).toBe("`max` in item 1 in frontmatter field `budgets`");
});

it("section: a section goes by its heading, one further in by its own", () => {
  expect(nameOf("sections", "edge-cases")).toBe("section `Edge cases`");
  expect(documentWords(["sections", "edge-cases"], "Sonderfälle")?.name).toBe("section `Sonderfälle`");
  expect(nameOf("sections", "states", "sections", "open")).toBe("section `Open`");
});

it.each([
  [["items"], "list items in section `States`"],
  [["items", "1"], "list item 2 in section `States`"],
  [["items", "1", "id"], "id of list item 2 in section `States`"],
  [["code", "0", "lang"], "language of code block 1 in section `States`"],
  [["tables", "0"], "table in section `States`"],
  [["tables", "1"], "table 2 in section `States`"],
  [["tables", "0", "columns"], "columns of the table in section `States`"],
  [["tables", "0", "columns", "2"], "column 3 of the table in section `States`"],
  [["tables", "0", "rows", "0", "1"], "cell 2 in row 1 of the table in section `States`"],
  [["text"], "text in section `States`"],
])("section-part: %j", (steps, name) => {
  expect(nameOf("sections", "states", ...steps)).toBe(name);
});

it("elsewhere: a pointer that is none of the document model has no words here", () => {
  expect(nameOf("components", "0")).toBeUndefined();
  expect(nameOf()).toBeUndefined();
});

it("whole-parts: title, lead and words", () => {
  expect([nameOf("title"), nameOf("lead"), nameOf("words")]).toEqual(["title", "lead paragraph", "number of words"]);
});

it("makes a heading of a slug", () => {
  expect(headingOf("edge-cases")).toBe("Edge cases");
  expect(headingOf("")).toBe("");
});
