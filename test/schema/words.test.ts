import { expect, it } from "vitest";
import { wordsFor } from "../../src/schema/words.ts";

it("either: the document model has its words, everything else those of a config", () => {
  expect(wordsFor("/frontmatter/type").name).toBe("frontmatter field `type`");
  expect(wordsFor("/rules/structure~1missing-test").name).toBe("key `structure/missing-test` in `rules`");
});

it("passes a known heading on", () => {
  expect(wordsFor("/sections/x", "Transitions").name).toBe("section `Transitions`");
});
