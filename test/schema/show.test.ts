import { expect, it } from "vitest";
import { nameOfType, show, showList } from "../../src/schema/show.ts";

it("shows scalars in backticks and names the rest", () => {
  expect(["a", 1, null, true, [1], { a: 1 }].map(show)).toEqual(["`a`", "`1`", "`null`", "`true`", "list", "object"]);
  expect(["", 1, null, true, [], {}].map(nameOfType)).toEqual(["text", "number", "null", "true", "list", "object"]);
});

it("long-text: a long text or one of several lines becomes one short line", () => {
  expect(show("a\n\tb")).toBe("`a b`");
  expect(show("x".repeat(1000))).toHaveLength(62);
});

it("long-list: a long list is cut and says so", () => {
  expect(showList(["a", "b"])).toBe("`a`, `b`");
  expect(showList(Array.from({ length: 20 }, (_, index) => index))).toMatch(/`15` and 4 more$/u);
});
