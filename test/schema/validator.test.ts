import { describe, expect, it } from "vitest";
import { compileSchema, prepareCompiler, validateWith } from "../../src/schema/validator.ts";
import { errorsOf } from "../support/schemas.ts";

describe("compileSchema", () => {
  it("all-errors: every failure is reported, with the schema and the value that it is about", async () => {
    const schema = { type: "object", required: ["a"], properties: { b: { type: "string" } } };
    expect(await errorsOf(schema, { b: 1 })).toEqual([
      {
        keyword: "required",
        pointer: "",
        path: "#/required",
        params: { missingProperty: "a" },
        schema,
        value: { b: 1 },
      },
      {
        keyword: "type",
        pointer: "/b",
        path: "#/properties/b/type",
        params: { type: "string" },
        schema: { type: "string" },
        value: 1,
      },
    ]);
    expect(await errorsOf(schema, { a: 1, b: "" })).toEqual([]);
  });

  it.each([
    ["no schema", { type: "txt" }],
    ["a misspelt keyword", { requred: ["a"] }],
    ["a broken pattern", { type: "string", pattern: "(" }],
    ["an extension with a name that cannot be one", { "x-a b": 1 }],
  ])("broken-schema: %s is a value with a message", async (_, schema) => {
    const validator = await compileSchema(schema);
    expect(validator).toMatchObject({ ok: false, message: expect.stringMatching(/\w/u) });
  });

  it("remote-reference: a $ref that leads out of the file is refused, never fetched", async () => {
    const validator = await compileSchema({ $ref: "https://example.com/schema.json" });
    expect(validator).toEqual({
      ok: false,
      message: "Cannot resolve `$ref` to https://example.com/schema.json, only references inside the file are followed",
    });
    const local = { $defs: { id: { type: "string" } }, properties: { a: { $ref: "#/$defs/id" } } };
    expect(await errorsOf(local, { a: 1 })).toHaveLength(1);
  });

  it("unknown-format: a format that nobody knows holds for every text, and x- keywords for every value", async () => {
    const schema = { properties: { a: { type: "string", format: "isbn", "x-heading": "A" } } };
    expect(await errorsOf(schema, { a: "anything" })).toEqual([]);
    expect(await errorsOf({ type: "string", format: "date" }, "31.1.2026")).toMatchObject([{ keyword: "format" }]);
  });

  it("endless-schema: a schema that refers to itself without a step gives an error, not an exception", async () => {
    expect(await errorsOf({ $ref: "#" }, { a: 1 })).toMatchObject([{ keyword: "$ref", pointer: "" }]);
  });
});

describe("validateWith", () => {
  it("property-name: an error about a key carries the key", async () => {
    const errors = await errorsOf({ propertyNames: { pattern: "^a" } }, { b: 1 });
    expect(errors.find(({ keyword }) => keyword === "pattern")).toMatchObject({ key: "b", pointer: "" });
  });

  it("gives no errors where the function says true", () => {
    expect(validateWith(() => true)(1)).toEqual([]);
  });
});

describe("prepareCompiler", () => {
  it("can give the source of a module", async () => {
    const schema = { type: "string" };
    const { ajv } = await prepareCompiler(schema, { source: true, esm: true });
    expect(ajv.compile(schema).source?.validateCode).toContain("string");
  });
});
