import { expect, it } from "vitest";
import { sayValue } from "../../src/schema/value-sentences.ts";
import { wordsFor } from "../../src/schema/words.ts";
import { errorsOf, mendsOf, messagesOf } from "../support/schemas.ts";

const of = (schema: object) => ({ properties: { frontmatter: { properties: { status: schema } } } });
const having = (status: unknown) => ({ frontmatter: { status } });

it.each([
  [
    { type: "array", items: { type: "string" } },
    1,
    "Unexpected number for frontmatter field `status`, expected a list of texts",
  ],
  [{ enum: ["draft", "planned"] }, "foo", "Unexpected status `foo`, expected one of `draft`, `planned`"],
  [{ const: "draft" }, "foo", "Unexpected status `foo`, expected `draft`"],
  [{ pattern: "^[a-z]+$" }, "Foo", "Unexpected status `Foo`, expected a text that matches `^[a-z]+$`"],
  [{ format: "date" }, "today", "Unexpected status `today`, expected a date like `2026-01-31`"],
  [{ maximum: 1 }, 2, "Unexpected status `2`, expected at most 1"],
  [{ exclusiveMinimum: 0 }, 0, "Unexpected status `0`, expected more than 0"],
  [{ multipleOf: 5 }, 3, "Unexpected status `3`, expected a multiple of 5"],
  [{ maxLength: 2 }, "abc", "Unexpected 3 characters for frontmatter field `status`, expected at most 2"],
  [{ enum: ["a"] }, [1], "Unexpected list for frontmatter field `status`, expected `a`"],
])("%j says of %j: %s", async (schema, value, message) => {
  expect(await messagesOf(of(schema), having(value))).toEqual([message]);
});

it("same-look: a text where a number is wanted goes by its type, since both look alike in backticks", async () => {
  expect(await messagesOf(of({ const: 1 }), having("1"))).toEqual([
    "Unexpected text for frontmatter field `status`, expected `1`",
  ]);
  expect(await messagesOf(of({ enum: [1, 2] }), having("1"))).toEqual([
    "Unexpected text for frontmatter field `status`, expected one of `1`, `2`",
  ]);
});

it("empty-text: an empty part of a document is missing, an empty field is empty", async () => {
  expect(await messagesOf({ properties: { title: { minLength: 1 } } }, { title: "" })).toEqual(["Missing title"]);
  expect(await messagesOf(of({ pattern: "." }), having(""))).toEqual([
    "Unexpected empty text for frontmatter field `status`, expected a text that matches `.`",
  ]);
});

it("words: too many words are counted", async () => {
  expect(await messagesOf({ properties: { words: { maximum: 2000 } } }, { words: 2310 })).toEqual([
    "Unexpected 2310 words, expected at most 2000",
  ]);
});

it("did-you-mean: the value that was probably meant is proposed", async () => {
  expect(await mendsOf(of({ enum: ["draft", "planned"] }), having("planed"))).toEqual(["Write `planned`"]);
  const [error] = await errorsOf({ type: "string" }, 1);
  if (error === undefined) throw new Error("no error");
  expect(sayValue(error, wordsFor)).toMatchObject({ mend: "Write a text", at: "", part: "value" });
});

it("says something of a keyword that it does not know", () => {
  const error = { keyword: "custom", pointer: "/a", path: "#/custom", params: {}, schema: {}, value: 1 };
  expect(sayValue(error, wordsFor).message).toBe("Unexpected value `1` for key `a`");
});
