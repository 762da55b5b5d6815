import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain } from "../../src/schema/explain.ts";
import { compileSchema } from "../../src/schema/validator.ts";
import { errorsOf, messagesOf, violationsOf } from "../support/schemas.ts";

describe("places", () => {
  it("unknown-key: an unknown key stands at the key, with the edit that renames it", async () => {
    const schema = { properties: { frontmatter: { properties: { dependsOn: {} }, additionalProperties: false } } };
    expect(await violationsOf(schema, { frontmatter: { dependOn: [] } })).toEqual([
      {
        pointer: "/frontmatter",
        keyword: "additionalProperties",
        message: "Unexpected key `dependOn`, expected `dependsOn`",
        mend: "Rename it to `dependsOn`",
        range: { start: 17, end: 25 },
        unknownKey: { key: "dependOn", suggestion: "dependsOn" },
        splices: [{ range: { start: 17, end: 25 }, text: "dependsOn" }],
      },
    ]);
  });

  it("no-key-place: without a place for the key there is no edit", async () => {
    const errors = await errorsOf({ properties: { ab: {} }, additionalProperties: false }, { ba: 1 });
    const [violation] = explain(errors, { key: () => null, value: () => ({ start: 3, end: 4 }) });
    expect(violation).toMatchObject({ range: { start: 3, end: 4 }, unknownKey: { key: "ba" } });
    expect(violation).not.toHaveProperty("splices");
  });

  it("text-order: violations come in the order of the text", async () => {
    const schema = { properties: { a: { type: "string" }, b: { type: "string" } }, required: ["c"] };
    expect(await messagesOf(schema, { b: 1, a: 2 })).toEqual([
      "Missing key `c`",
      "Unexpected number for key `b`, expected a text",
      "Unexpected number for key `a`, expected a text",
    ]);
  });

  it("own-noun: a caller may name values itself", async () => {
    const [violation] = await violationsOf({ type: "string" }, 1, () => "the answer");
    expect(violation?.message).toBe("Unexpected number for the answer, expected a text");
  });
});

it("once: the same violation from two branches of a schema is said once", async () => {
  const part = { properties: { a: { type: "string" } }, required: ["b"] };
  expect(await messagesOf({ allOf: [part, part] }, { a: 1 })).toEqual([
    "Missing key `b`",
    "Unexpected number for key `a`, expected a text",
  ]);
});

it.each([
  [{ type: "string" }, 1],
  [{ enum: [1] }, 2],
  [{ required: ["a"] }, {}],
  [{ dependentRequired: { a: ["b"] } }, { a: 1 }],
  [{ dependentSchemas: { a: false } }, { a: 1 }],
  [{ additionalProperties: false }, { a: 1 }],
  [{ unevaluatedProperties: false }, { a: 1 }],
  [{ minProperties: 1 }, {}],
  [{ propertyNames: { maxLength: 1 } }, { ab: 1 }],
  [{ minItems: 1 }, []],
  [{ maxItems: 0 }, [1]],
  [{ items: false }, [1]],
  [{ unevaluatedItems: false }, [1]],
  [{ uniqueItems: true }, [1, 1]],
  [{ contains: { const: 1 } }, []],
  [{ const: [1] }, [2]],
  [{ anyOf: [{ type: "string" }, { $ref: "#" }] }, 1],
  [{ oneOf: [true, true] }, 1],
  [{ not: true }, 1],
  [{ format: "date" }, "x"],
  [{ $ref: "#" }, 1],
  [
    {
      type: "object",
      discriminator: { propertyName: "t" },
      required: ["t"],
      oneOf: [{ properties: { t: { const: "a" } } }],
    },
    { t: "b" },
  ],
])("never-validator-words: %j against %j is said in words of its own", async (schema, value) => {
  const messages = await messagesOf(schema, value);
  expect(messages.length).toBeGreaterThan(0);
  for (const message of messages) expect(message).toMatch(/^(?:Unexpected|Missing|Cannot judge) (?!.*must).*[^.]$/u);
});

it("says something of every invalid value, and nothing of a valid one", async () => {
  const schema = {
    type: "object",
    properties: { a: { anyOf: [{ type: "string" }, { type: "array", items: { type: "number" }, minItems: 1 }] } },
    patternProperties: { "^x": { not: { type: "null" } } },
    unevaluatedProperties: false,
  };
  const validator = await compileSchema(schema);
  if (!validator.ok) throw new Error(validator.message);
  const places = { key: () => null, value: () => ({ start: 0, end: 0 }) };
  fc.assert(
    fc.property(fc.jsonValue(), fc.dictionary(fc.constantFrom("a", "b", "x1"), fc.jsonValue()), (any, object) => {
      for (const value of [any, object]) {
        const errors = validator.validate(value);
        expect(explain(errors, places).length > 0).toBe(errors.length > 0);
      }
    }),
  );
});
