import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { presets } from "../../src/config/presets.ts";

it("names rules that the config schema knows", () => {
  const schema = JSON.parse(readFileSync(new URL("../../schemas/designrc.schema.json", import.meta.url), "utf8"));
  const known = Object.keys(schema.$defs.rules.properties);
  for (const rules of Object.values(presets)) for (const rule of Object.keys(rules)) expect(known).toContain(rule);
});

it("directions: strict raises, adopt lowers, recommended changes nothing, and no rule is in both", () => {
  expect(presets["design-lint/recommended"]).toEqual({});
  expect(new Set(Object.values(presets["design-lint/strict"] ?? {}))).toEqual(new Set(["error"]));
  expect(new Set(Object.values(presets["design-lint/adopt"] ?? {}))).toEqual(new Set(["warn"]));
  expect(presets["design-lint/strict"]).toMatchObject({ "interface/undecided": "error" });
  expect(presets["design-lint/adopt"]).toMatchObject({ "structure/missing-test": "warn" });
  expect(Object.keys({ ...presets["design-lint/strict"], ...presets["design-lint/adopt"] })).toHaveLength(23);
});
