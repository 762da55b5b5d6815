import { expect, it } from "vitest";
import { sayAlternatives, sayForbidden } from "../../src/schema/composite-sentences.ts";
import { wordsFor } from "../../src/schema/words.ts";
import { errorsOf, messagesOf } from "../support/schemas.ts";

const either = [{ required: ["max"] }, { required: ["min"] }];

it("one-of-keys: branches that only ask for keys are said as a choice of keys", async () => {
  expect(await messagesOf({ anyOf: either }, {})).toEqual(["Missing `max` or `min` in the file"]);
  expect(await messagesOf({ oneOf: either }, { max: 1, min: 1 })).toEqual([
    "Unexpected `max` and `min` side by side in the file, expected only one of them",
  ]);
});

it("forms: other branches are said as what they expect", async () => {
  const schema = {
    properties: { extends: { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] } },
  };
  expect(await messagesOf(schema, { extends: 5 })).toEqual([
    "Unexpected value `5` for key `extends`, expected a text or a list of texts",
  ]);
});

it("ambiguous: a value that fits more than one form says so", async () => {
  const [error] = await errorsOf({ oneOf: [{ type: "number" }, { type: "integer" }] }, 1);
  if (error === undefined) throw new Error("no error");
  expect(sayAlternatives(error, wordsFor).message).toBe(
    "Unexpected ambiguous value for the file, expected only one of its forms",
  );
});

it("forbidden: what may not be there is named", async () => {
  const say = async (schema: object, value: unknown) =>
    (await errorsOf(schema, value)).map((error) => sayForbidden(error, wordsFor).message);
  expect(await say({ properties: { a: false } }, { a: 1 })).toEqual(["Unexpected key `a`"]);
  expect(await say({ properties: { a: { not: { const: 1 } } } }, { a: 1 })).toEqual([
    "Unexpected value `1` for key `a`",
  ]);
  expect(await say({ not: { required: ["a"] } }, { a: 1 })).toEqual(["Unexpected `a` in the file"]);
  expect(await say({ not: { type: "object" } }, { a: 1 })).toEqual(["Unexpected object for the file"]);
});

it("endless: a schema that never ends is said to be the culprit", async () => {
  expect(await messagesOf({ $ref: "#" }, 1)).toEqual([
    "Cannot judge the file, its schema refers to itself without end",
  ]);
});
