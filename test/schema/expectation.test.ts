import { expect, it } from "vitest";
import { expectationOf, expectedFormat } from "../../src/schema/expectation.ts";

it.each([
  [{ type: "string" }, "a text"],
  [{ type: "array", items: { type: "string" } }, "a list of texts"],
  [{ type: "array", items: { enum: ["a", "b"] } }, "a list out of `a`, `b`"],
  [{ type: "array" }, "a list"],
  [{ type: ["string", "null"] }, "a text or `null`"],
  [{ const: 1 }, "`1`"],
  [{ enum: ["a"] }, "`a`"],
  [{ enum: ["a", "b"] }, "one of `a`, `b`"],
  [{ anyOf: [{ type: "integer" }, { type: "boolean" }] }, "a whole number or `true` or `false`"],
  [{ type: "string", format: "email" }, "an e-mail address"],
])("%j → %s", (schema, expected) => {
  expect(expectationOf(schema)).toBe(expected);
});

it("unsayable: what cannot be said in a few words is null, as is a choice of which one part cannot be said", () => {
  expect(expectationOf({ $ref: "#/$defs/a" })).toBeNull();
  expect(expectationOf({ anyOf: [{ type: "string" }, { $ref: "#/$defs/a" }] })).toBeNull();
  expect(expectationOf(true)).toBeNull();
});

it("unknown-format: a format without words of its own goes by its name", () => {
  expect(expectedFormat("isbn")).toBe("a text of the format `isbn`");
  expect(expectedFormat("constructor")).toBe("a text of the format `constructor`");
});
