import { expect, it } from "vitest";
import { surveySchema } from "../../src/schema/survey.ts";

it("finds formats and x- keywords wherever they stand", () => {
  const survey = surveySchema({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    properties: { a: { format: "isbn" }, b: { anyOf: [{ "x-heading": "B" }] } },
  });
  expect(survey).toEqual({ problem: null, formats: new Set(["isbn"]), extensions: new Set(["x-heading"]) });
});

it("other-dialect: a schema of another draft is refused by name", () => {
  const { problem } = surveySchema({ $schema: "http://json-schema.org/draft-07/schema#" });
  expect(problem).toContain('Unexpected `$schema` "http://json-schema.org/draft-07/schema#"');
});

it("asynchronous: a schema that asks to be asynchronous is refused at any depth", () => {
  expect(surveySchema({ properties: { a: { $async: true } } }).problem).toContain("`$async`");
});

it("too-deep: hostile nesting is refused without recursion", () => {
  let schema: object = {};
  for (let depth = 0; depth < 100_000; depth++) schema = { not: schema };
  expect(surveySchema(schema).problem).toContain("nested more than");
});
