import { expect, it } from "vitest";
import { enrich } from "../../src/schema/sentence.ts";

it("adds the description without its full stop, and the first example", () => {
  expect(enrich("Write a text", { description: "Why these files are exempt.", examples: ["generated"] })).toBe(
    "Write a text, for example `generated` (Why these files are exempt)",
  );
  expect(enrich("Write a text", { title: "Reason" })).toBe("Write a text (Reason)");
});

it("nothing-said: a schema without description and example adds nothing", () => {
  expect(enrich("Write a text", { examples: [{ a: 1 }], description: " " })).toBe("Write a text");
  expect(enrich("Write a text", true)).toBe("Write a text");
});
