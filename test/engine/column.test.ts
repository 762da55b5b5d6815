import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeColumn, encodeColumn } from "../../src/engine/column.ts";

it("round-trip: each text and all of them are there again, whatever they hold but zeros", () => {
  const text = fc.string({ unit: "grapheme" }).filter((each) => !each.includes("\0"));
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const { bytes, starts } = encodeColumn(texts);
      const column = decodeColumn(bytes, starts);
      expect(column.length).toBe(texts.length);
      expect(column.all()).toEqual(texts);
      expect(texts.map((_, index) => column.at(index))).toEqual(texts);
    }),
  );
});

it("beyond: what is not there is empty", () => {
  const { bytes, starts } = encodeColumn(["a"]);
  expect(decodeColumn(bytes, starts).at(1)).toBe("");
  expect(decodeColumn(bytes, starts).at(-1)).toBe("");
});
