import { describe, expect, it } from "vitest";
import {
  codeIn,
  codeModel,
  itemModel,
  itemsIn,
  linksIn,
  tableModel,
  tablesIn,
  textIn,
} from "../../src/document/section.ts";
import { bodyOf } from "../support/document-text.ts";

const nodes = (text: string) => bodyOf(text).root.children;
const items = (text: string) => itemsIn(nodes(text)).map(itemModel);

describe("itemModel", () => {
  it("item-id: the inline code that an item begins with is its id, the colon behind it is no text", () => {
    expect(items("- `a`: b `c`\n- `d` e\n- `f`\n* `g` : h\n")).toEqual([
      { id: "a", text: "b c" },
      { id: "d", text: "e" },
      { id: "f", text: "" },
      { id: "g", text: "h" },
    ]);
  });

  it("item-without-id: an item that begins otherwise has none", () => {
    expect(items("- a `b`\n- **`c`**: d\n-\n- # `e`\n")).toEqual([
      { id: "", text: "a b" },
      { id: "", text: "c: d" },
      { id: "", text: "" },
      { id: "", text: "e" },
    ]);
  });

  it("nested-list: its items are neither items nor text of their item", () => {
    expect(items("- `a`: b\n  - `c`: d\n\n  more\n1. `e`: f\n")).toEqual([
      { id: "a", text: "b more" },
      { id: "e", text: "f" },
    ]);
  });

  it("task-item: the box is no text", () => {
    expect(items("- [ ] `a`: b\n")).toEqual([{ id: "a", text: "b" }]);
  });
});

describe("codeIn", () => {
  it("quoted-code: code in a block quote is not the own code of the document, code in a list item is", () => {
    const text = "```ts meta data\na\n```\n\n> ```ts\n> b\n> ```\n\n- c\n\n  ~~~\n  d\n  ~~~\n\n      e\n";
    expect(codeIn(nodes(text)).map(codeModel)).toEqual([
      { lang: "ts", meta: "meta data", text: "a" },
      { lang: "", meta: "", text: "d" },
      { lang: "", meta: "", text: "e" },
    ]);
  });
});

describe("tableModel", () => {
  it("table-cells: a table has the text of its cells, the first row as columns", () => {
    const [table] = tablesIn(nodes("| a | `b` |\n|---|---|\n| **c** | d \\| e |\n| f |\n"));
    expect(table && tableModel(table)).toEqual({ columns: ["a", "b"], rows: [["c", "d | e"], ["f"]] });
  });
});

describe("linksIn", () => {
  it("link-definitions: targets come from links, images and definitions", () => {
    const text = "[a](b.md) ![c](d.png) [e] <https://f.g>\n\n- > [h](#i)\n\n[e]: j.md\n";
    expect(linksIn(nodes(text)).map(({ target }) => target)).toEqual(["b.md", "d.png", "https://f.g", "#i", "j.md"]);
  });
});

describe("textIn", () => {
  it("is the text of paragraphs, items, quotes and cells, one block on a line", () => {
    const text = "a\nb\n\n- c\n  - d\n\n> e\n\n| f |\n|---|\n| g |\n\n```\nx\n```\n\n<!-- y -->\n\n[z]: z\n";
    expect(textIn(nodes(text))).toBe("a b\nc d\ne\nf g");
  });
});
