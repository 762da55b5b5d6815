import { describe, expect, it } from "vitest";
import { collapse, knownKeys } from "../../src/schema/collapse.ts";
import { errorsOf } from "../support/schemas.ts";

async function collapsed(schema: object, value: unknown) {
  return collapse(await errorsOf(schema, value)).map(({ keyword, pointer }) => `${keyword} ${pointer}`);
}

const severity = { type: "string", enum: ["off", "warn"] };
const rule = { anyOf: [severity, { type: "array", prefixItems: [severity, { additionalProperties: false }] }] };

describe("anyOf and oneOf", () => {
  it("meant-branch: the branch whose type fits is kept, without the others", async () => {
    expect(await collapsed(rule, "wran")).toEqual(["enum "]);
    expect(await collapsed(rule, ["warn", { a: 1 }])).toEqual(["additionalProperties /1"]);
    expect(await collapsed({ oneOf: rule.anyOf }, ["wran"])).toEqual(["enum /0"]);
  });

  it("no-branch: where no type fits, the composite speaks for all", async () => {
    expect(await collapsed(rule, 5)).toEqual(["anyOf "]);
  });

  it("discriminated: of objects the one with the right constant is kept", async () => {
    const kinds = ["a", "b"].map((kind) => ({ properties: { kind: { const: kind } }, required: [kind] }));
    expect(await collapsed({ anyOf: kinds }, { kind: "b" })).toEqual(["required "]);
  });

  it("referred: branches behind a $ref are told apart too", async () => {
    const schema = {
      $defs: { severity },
      anyOf: [{ $ref: "#/$defs/severity" }, { type: "array", prefixItems: [{ $ref: "#/$defs/severity" }] }],
    };
    expect(await collapsed(schema, "wran")).toEqual(["enum "]);
    expect(await collapsed(schema, ["wran"])).toEqual(["enum /0"]);
    expect(await collapsed(schema, 5)).toEqual(["anyOf "]);
  });

  it("neighbours: errors beside the composite stay", async () => {
    expect(await collapsed({ required: ["x"], properties: { a: rule } }, { a: "wran" })).toEqual([
      "required ",
      "enum /a",
    ]);
    expect(await collapsed({ maximum: 1, anyOf: [{ type: "string" }] }, 5)).toEqual(["anyOf ", "maximum "]);
  });
});

it("condition: the error that says that a condition applied is left out", async () => {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  expect(await collapsed({ if: { required: ["a"] }, then: { required: ["b"] } }, { a: 1 })).toEqual(["required "]);
});

it("contained: with one element its own errors are kept, else that none fits", async () => {
  const schema = { contains: { properties: { lang: { const: "ts" } } } };
  expect(await collapsed(schema, [{ lang: "js" }])).toEqual(["const /0/lang"]);
  expect(await collapsed(schema, [{ lang: "js" }, { lang: "py" }])).toEqual(["contains "]);
  expect(await collapsed({ contains: { const: "to" } }, ["from"])).toEqual(["contains "]);
});

it("names: an error about a key stands once", async () => {
  expect(await collapsed({ propertyNames: { pattern: "^a" } }, { b: 1 })).toEqual(["pattern "]);
  expect(await collapsed({ propertyNames: false }, { b: 1 })).toEqual(["false schema "]);
});

it("echo: a key that a failed branch knows is not called unknown as well", async () => {
  const schema = { anyOf: [{ properties: { a: { type: "string" } }, required: ["a"] }], unevaluatedProperties: false };
  expect(await collapsed(schema, { a: 1, z: 1 })).toEqual(["type /a", "unevaluatedProperties "]);
});

it("finds the keys that any branch knows", () => {
  const schema = {
    properties: { a: {} },
    allOf: [{ properties: { b: {} } }],
    if: { properties: { c: {} } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: true,
  };
  expect([...knownKeys(schema)].sort()).toEqual(["a", "b", "c"]);
});
