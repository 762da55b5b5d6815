import { expect, it } from "vitest";
import { sayKeyCount, sayMissing, sayUnknown } from "../../src/schema/key-sentences.ts";
import { wordsFor } from "../../src/schema/words.ts";
import { errorsOf, mendsOf, messagesOf } from "../support/schemas.ts";

const frontmatter = {
  properties: { frontmatter: { properties: { dependsOn: {}, context: {} }, additionalProperties: false } },
};

it("missing: what is missing is named, a section by the heading that its schema gives", async () => {
  const sections = {
    properties: { faq: { "x-heading": "Frequent questions", description: "What people ask." } },
    required: ["faq", "edge-cases"],
  };
  const schema = { properties: { sections } };
  expect(await messagesOf(schema, { sections: {} })).toEqual([
    "Missing section `Frequent questions`",
    "Missing section `Edge cases`",
  ]);
  expect((await mendsOf(schema, { sections: {} }))[0]).toBe("Add the section `Frequent questions` (What people ask)");
  expect(await messagesOf({ properties: { frontmatter: { required: ["context"] } } }, { frontmatter: {} })).toEqual([
    "Missing frontmatter field `context`",
  ]);
  const [error] = await errorsOf({ required: ["a"] }, {});
  if (error === undefined) throw new Error("no error");
  expect(sayMissing(error, wordsFor)).toMatchObject({ message: "Missing key `a`", at: "", part: "value" });
});

it("misspelt: a key that is missing and stands there misspelt is renamed rather than added", async () => {
  const schema = { properties: { sections: { properties: { "edge-cases": {} }, required: ["edge-cases"] } } };
  expect(await mendsOf(schema, { sections: { "edge-case": {} } })).toEqual([
    "Rename the section `Edge case` to `Edge cases`",
  ]);
});

it("beside: a key that another one asks for says which", async () => {
  expect(await messagesOf({ dependentRequired: { min: ["unit"] } }, { min: 1 })).toEqual([
    "Missing key `unit`, expected beside `min`",
  ]);
});

it("unknown: an unknown key that resembles a known one may be renamed", async () => {
  const errors = await errorsOf(frontmatter, { frontmatter: { dependOn: [] } });
  expect(errors.map((error) => sayUnknown(error, wordsFor))).toEqual([
    {
      message: "Unexpected key `dependOn`, expected `dependsOn`",
      mend: "Rename it to `dependsOn`",
      at: "/frontmatter/dependOn",
      part: "key",
      unknownKey: { key: "dependOn", suggestion: "dependsOn" },
      rename: "dependsOn",
    },
  ]);
});

it("already-there: a key that stands there already is never suggested", async () => {
  expect(await messagesOf(frontmatter, { frontmatter: { dependOn: [], dependsOn: [] } })).toEqual([
    "Unexpected key `dependOn`, expected one of `dependsOn`, `context`",
  ]);
});

it("section-heading: a section is not renamed by its slug", async () => {
  const schema = { properties: { sections: { properties: { "edge-cases": {} }, additionalProperties: false } } };
  const [error] = await errorsOf(schema, { sections: { "edge-case": {} } });
  if (error === undefined) throw new Error("no error");
  expect(sayUnknown(error, wordsFor)).not.toHaveProperty("rename");
});

it("name-rule: a key that breaks a rule for names says which", async () => {
  expect(await messagesOf({ propertyNames: { pattern: "^[a-z]+$" } }, { Ab: 1 })).toEqual([
    "Unexpected key `Ab`, expected a key that matches `^[a-z]+$`",
  ]);
  expect(await messagesOf({ propertyNames: { enum: ["purple", "blue"] } }, { pruple: 1, bleu: 2 })).toEqual([
    "Unexpected key `pruple`, expected `purple`",
    "Unexpected key `bleu`, expected `blue`",
  ]);
  expect(await messagesOf({ propertyNames: { maxLength: 2 } }, { abc: 1 })).toEqual(["Unexpected key `abc`"]);
});

it("counts keys", async () => {
  expect(await messagesOf({ minProperties: 2 }, { a: 1 })).toEqual([
    "Unexpected 1 key in the file, expected at least 2",
  ]);
  const [error] = await errorsOf({ maxProperties: 1 }, { a: 1, b: 2 });
  if (error === undefined) throw new Error("no error");
  expect(sayKeyCount(error, wordsFor).message).toBe("Unexpected 2 keys in the file, expected at most 1");
});
