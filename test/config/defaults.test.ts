import { expect, it } from "vitest";
import { builtIn, defaultSettings } from "../../src/config/defaults.ts";
import { partnerProblem, patternProblem } from "../../src/config/pattern-check.ts";

it("is the default layout, and one that configs may write too", () => {
  const { components, stories, contexts, idPrefix } = defaultSettings("");
  expect(components).toEqual([
    {
      source: "src/{path}.{ts,tsx,mts,cts,js,jsx,mjs,cjs}",
      design: "docs/design/{path}.md",
      test: "test/{path}.{test,spec}.{ts,tsx,mts,cts,js,jsx,mjs,cjs}",
      base: "",
      place: builtIn,
    },
  ]);
  expect([stories.pattern, contexts.pattern, idPrefix]).toEqual([
    "docs/stories/{path}.md",
    "docs/architecture/{path}.md",
    "",
  ]);
  for (const { source, design, test } of components) {
    expect([patternProblem(source), partnerProblem(design, source), partnerProblem(test, source)]).toEqual([
      null,
      null,
      null,
    ]);
  }
});

it("folder: the layout may stand in a folder, and ids begin with it", () => {
  const settings = defaultSettings("packages/a");
  expect([settings.components[0]?.base, settings.stories.base, settings.idPrefix]).toEqual(Array(3).fill("packages/a"));
});

it("routes: shipped types have the routes of the convention, stories and contexts none", () => {
  const { types } = defaultSettings("");
  const direct = Object.values(types).filter(({ route }) => route === "direct");
  expect(direct.map(({ name }) => name)).toEqual(["policy", "serializer"]);
  expect(types.story).toMatchObject({ route: null, schema: null, template: null });
  expect(Object.keys(types)).toHaveLength(12);
});
