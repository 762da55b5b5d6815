import { expect, it } from "vitest";
import { mergeRules } from "../../src/config/merge.ts";
import { ruleSetting, settingsFor } from "../../src/config/settings.ts";
import { configOf } from "../support/configs.ts";

const components = [{ source: "lib/{path}.ts", design: "design/{path}.md", test: "lib/{path}.test.ts" }];

it("by-entry: rules, types and headings merge by entry", async () => {
  const config = await configOf({
    ".designrc.json": {
      rules: { "structure/missing-test": "warn", "structure/empty-test": "off" },
      headings: { interface: ["Schnittstelle"], states: ["Zustände"] },
      types: { module: { route: "direct" } },
    },
    "a/.designrc.json": {
      rules: { "structure/missing-test": "error" },
      headings: { interface: ["Interfaz"] },
      types: { module: { match: ["x/**"] }, service: { route: "direct" } },
    },
  });
  const { rules, headings, types } = settingsFor(config, "a/x.ts");
  expect(rules["structure/missing-test"]?.severity).toBe("error");
  expect(rules["structure/empty-test"]?.severity).toBe("off");
  expect(headings).toEqual({ interface: ["Interfaz"], states: ["Zustände"] });
  expect(types.module).toMatchObject({ route: "direct", match: ["x/**"], base: "a" });
  expect(types.service?.route).toBe("direct");
  expect(settingsFor(config, "x.ts").types.service?.route).toBe("design");
});

it("lists-replace: lists replace those above, and keep the folder that they are relative to", async () => {
  const config = await configOf({
    ".designrc.json": { components, exempt: [{ files: ["x/**"], reason: "old" }] },
    "a/.designrc.json": { exempt: [{ files: ["./y/**", "z/**"], reason: "new", owes: ["test"] }] },
  });
  const { components: inherited, exempt } = settingsFor(config, "a/x.ts");
  expect(inherited).toMatchObject([{ source: "lib/{path}.ts", base: "" }]);
  expect(exempt).toMatchObject([{ globs: ["y/**", "z/**"], base: "a", owes: ["test"], reason: "new" }]);
  expect(exempt[0]?.places).toHaveLength(2);
});

it("places: patterns and globs know where they stand", async () => {
  const text = JSON.stringify({
    components,
    stories: "s/{path}.md",
    exempt: [{ files: ["x/**"], reason: "r" }],
    overrides: [{ files: ["y/**"], rules: {} }],
  });
  const {
    components: own,
    stories,
    contexts,
    exempt,
    overrides,
  } = settingsFor(await configOf({ ".designrc.json": text }), "");
  const at = (
    { path, range }: { path: string | null; range: { start: number; end: number } } = {
      path: null,
      range: { start: 0, end: 0 },
    },
  ) => `${path} ${text.slice(range.start, range.end)}`;
  expect([at(own[0]?.place), at(stories.place), at(exempt[0]?.places[0]), at(overrides[0]?.places?.[0])]).toEqual([
    '.designrc.json "lib/{path}.ts"',
    '.designrc.json "s/{path}.md"',
    '.designrc.json "x/**"',
    '.designrc.json "y/**"',
  ]);
  expect(contexts.place.path).toBeNull();
});

it("kept-options: a severity alone keeps the options that it inherits", () => {
  const inherited = mergeRules({}, { "evidence/coverage": ["error", { threshold: 0.5 }] });
  expect(mergeRules(inherited, { "evidence/coverage": "warn" })).toEqual({
    "evidence/coverage": { severity: "warn", options: { threshold: 0.5 } },
  });
});

it("nearer-rules: rules of a nested config win over overrides from above", async () => {
  const rule = "structure/missing-test";
  const config = await configOf({
    ".designrc.json": { overrides: [{ files: ["**"], rules: { [rule]: "off" } }] },
    "a/.designrc.json": { rules: { [rule]: "error" } },
    "b/.designrc.json": { rules: { [rule]: "error" }, overrides: [] },
  });
  const severity = (path: string) => ruleSetting(settingsFor(config, path), rule, path, "warn").severity;
  expect(["x.ts", "a/x.ts", "b/x.ts"].map(severity)).toEqual(["off", "error", "error"]);
  expect(settingsFor(config, "b/x.ts").overrides).toEqual([]);
});

it("evidence: routing and evidence are handed on, the latter with its folder", async () => {
  const config = await configOf({
    "a/.designrc.json": { routing: { maxDependencies: 1 }, evidence: { results: ["r.json"] } },
  });
  expect(settingsFor(config, "a/x.ts")).toMatchObject({
    routing: { maxDependencies: 1 },
    evidence: { results: ["r.json"], base: "a" },
  });
  expect(settingsFor(config, "x.ts")).not.toHaveProperty("evidence");
});
