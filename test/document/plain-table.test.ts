import { describe, expect, it } from "vitest";
import { markdownTree } from "../../src/document/markdown.ts";
import { linesOf } from "../../src/document/plain-lines.ts";
import { plainTable } from "../../src/document/plain-table.ts";

const tableOf = (text: string) => plainTable(linesOf(text), 0);

describe("plainTable", () => {
  it("aligned-cells: cells have the parser's places, however they are padded, and columns their alignment", () => {
    for (const text of [
      "| a | b |\n|---|---|\n| 1 | 2 |\n",
      "|a|b|c|d|\n|-|:-|-:|:-:|\n|  x  |\u00a0y| `z` | [l](m) |\n||  |  | |\n",
      "| only |\n| --- |\n",
    ]) {
      expect(tableOf(text)?.node).toEqual(markdownTree(text).children[0]);
    }
    expect(tableOf("| a |\n|---|\n| b |\n# T\n")?.next).toBe(3);
  });

  it("other-tables: rows with other numbers of cells, escapes, no final bar, or text right below are left alone", () => {
    const head = "| a | b |\n|---|---|\n";
    for (const text of [
      `${head}| 1 |\n`,
      `${head}| 1 \\| 2 | 3 |\n`,
      `${head}| 1 | 2\n`,
      `${head}text\n`,
      "| a |\n",
      "| a |\n|---|---|\n",
      "| a |\n| x |\n",
      `${head}| \`1 | 2\` |\n`,
    ])
      expect([text, tableOf(text)]).toEqual([text, null]);
  });
});
