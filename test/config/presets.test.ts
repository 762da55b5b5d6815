import { expect, it } from "vitest";
import type { Catalogue } from "../../src/config/catalogue.ts";
import { presetNames, presetRules } from "../../src/config/presets.ts";
import { listedRuleIds } from "../../src/config/rule-ids.ts";
import { platformWith } from "../support/configs.ts";

const catalogue: Catalogue = [
  { id: "a/firm", severity: "error", adopt: false },
  { id: "a/hard", severity: "error", adopt: true },
  { id: "a/soft", severity: "warning", adopt: false },
  { id: "a/spoken", severity: "info", adopt: false },
];

it("names only rules to come that the config schema knows", () => {
  const known = listedRuleIds(platformWith());
  for (const name of presetNames) {
    for (const rule of Object.keys(presetRules(name, []) ?? {})) expect(known).toContain(rule);
  }
});

it("directions: strict raises, adopt lowers, recommended changes nothing", () => {
  const severities = (name: string) =>
    Object.fromEntries(Object.entries(presetRules(name, catalogue) ?? {}).filter(([id]) => id.startsWith("a/")));
  expect(severities("design-lint/strict")).toEqual({ "a/soft": "error" });
  expect(severities("design-lint/adopt")).toEqual({ "a/hard": "warn" });
  expect(presetRules("design-lint/recommended", catalogue)).toEqual({});
  expect(presetRules("design-lint/strict", catalogue)).toMatchObject({ "trace/uncovered": "error" });
  expect(presetRules("design-lint/adopt", catalogue)).toMatchObject({ "approval/missing": "warn" });
});

it("built: what a rule that runs says of itself wins over the lists of rules to come", () => {
  const built: Catalogue = [
    { id: "trace/uncovered", severity: "error", adopt: false },
    { id: "approval/missing", severity: "error", adopt: false },
  ];
  expect(presetRules("design-lint/strict", built)).not.toHaveProperty(["trace/uncovered"]);
  expect(presetRules("design-lint/adopt", built)).not.toHaveProperty(["approval/missing"]);
});

it("no-preset: any other name gives nothing", () => {
  for (const name of ["design-lint/loose", "strict", "toString"]) expect(presetRules(name, catalogue)).toBeUndefined();
  for (const name of presetNames) expect(presetRules(name, catalogue)).toBeDefined();
});
