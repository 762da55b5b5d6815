import fc from "fast-check";
import { expect, it } from "vitest";
import { suggest } from "../../src/schema/suggest.ts";

it.each([
  ["dependOn", "dependsOn"],
  ["exmpt", "exempt"],
  ["stauts", "status"],
  ["To", "to"],
  ["tpye", "type"],
  ["design-lint/recomended", "design-lint/recommended"],
])("%s → %s", (word, meant) => {
  const known = ["status", "design-lint/recommended", "dependsOn", "to", "exempt", "type"];
  expect(suggest(word, known)).toBe(meant);
});

it("too-far: a word that shares little with every candidate gets no suggestion", () => {
  expect(suggest("colour", ["status", "context"])).toBeNull();
  expect(suggest("ab", ["xy"])).toBeNull();
});

it("itself: the word itself is no suggestion", () => {
  expect(suggest("status", ["status"])).toBeNull();
});

it("nearest-first: the nearest candidate wins, among equals the first", () => {
  expect(suggest("test", ["tests-all", "tests", "teste"])).toBe("tests");
});

it("long-word: a word of more than a hundred characters costs nothing", () => {
  expect(suggest("a".repeat(1_000_000), ["a".repeat(1_000_001)])).toBeNull();
});

it("gives a candidate or null for any words", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (word, candidates) => {
      const meant = suggest(word, candidates);
      return meant === null || candidates.includes(meant);
    }),
  );
});
