import { expect, it } from "vitest";
import { expandBranches } from "../../src/schema/expand.ts";

const $defs = { id: { type: "string" } };
const reference = { $ref: "#/$defs/id" };

it("writes references below anyOf and oneOf out, at any depth", () => {
  expect(expandBranches({ $defs, anyOf: [reference, { items: reference }] })).toEqual({
    $defs,
    anyOf: [{ type: "string" }, { items: { type: "string" } }],
  });
});

it("list-elements: a reference that a list's elements go by is written out", () => {
  expect(expandBranches({ $defs, properties: { a: { items: reference } } })).toMatchObject({
    properties: { a: { items: { type: "string" } } },
  });
});

it("elsewhere: references outside of branches stay", () => {
  const schema = { $defs, properties: { a: reference } };
  expect(expandBranches(schema)).toEqual(schema);
});

it("beside-reference: what stands beside a reference holds too", () => {
  expect(
    expandBranches({
      $defs,
      anyOf: [
        { ...reference, maxLength: 2 },
        { ...reference, type: ["string", "null"] },
      ],
    }),
  ).toEqual({
    $defs,
    anyOf: [
      { type: "string", maxLength: 2 },
      { type: ["string", "null"], allOf: [{ type: "string" }] },
    ],
  });
});

it("circle: a reference that leads back to itself stays", () => {
  const tree = {
    $defs: { tree: { anyOf: [{ type: "string" }, { items: { $ref: "#/$defs/tree" } }] } },
    $ref: "#/$defs/tree",
  };
  expect(JSON.stringify(expandBranches(tree))).toContain('"$ref":"#/$defs/tree"');
});

it("other-base: a schema with several $id is left alone", () => {
  const schema = { $id: "https://a.example/", $defs: { id: { $id: "b", type: "string" } }, anyOf: [reference] };
  expect(expandBranches(schema)).toBe(schema);
});

it("data: values that look like schemas are left alone", () => {
  const schema = { anyOf: [{ const: reference }], $defs };
  expect(expandBranches(schema)).toEqual(schema);
});

it("explosion: references that double at each step are written out a bounded number of times", () => {
  const steps = Array.from({ length: 30 }, (_, index) => {
    const next = { $ref: `#/$defs/s${index + 1}` };
    return [`s${index}`, { anyOf: [next, next] }];
  });
  const schema = { $defs: { ...Object.fromEntries(steps), s30: {} }, $ref: "#/$defs/s0" };
  expect(JSON.stringify(expandBranches(schema)).length).toBeLessThan(100_000);
});
