import { expect, it } from "vitest";
import { groupBy } from "../../src/workspace/group-by.ts";

it("keeps-order: keys and items come in the order in which they are met", () => {
  const groups = groupBy(["b1", "a1", "b2"], (text) => text[0]);
  expect([...groups]).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1"]],
  ]);
});

it("groups nothing into nothing", () => {
  expect(groupBy([], String).size).toBe(0);
});
