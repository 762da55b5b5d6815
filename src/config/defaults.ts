import type { ConfigPlace, Settings, TypeSettings } from "./config.ts";

/** The place of everything that no file says. */
export const builtIn: ConfigPlace = { path: null, range: { start: 0, end: 0 } };

const extensions = "{ts,tsx,mts,cts,js,jsx,mjs,cjs}";

/** Shipped types and the route that each has by default; stories and contexts have none. */
const routes: Readonly<Record<string, "design" | "direct" | null>> = {
  algorithm: "design",
  context: null,
  module: "design",
  policy: "direct",
  repository: "design",
  serializer: "direct",
  service: "design",
  "state-machine": "design",
  story: null,
  sync: "design",
  types: "design",
  "ui-component": "design",
};

/** The settings of a folder that no config speaks of, with the default layout below it ("" is the root). */
export function defaultSettings(folder: string): Settings {
  return {
    components: [
      {
        source: `src/{path}.${extensions}`,
        design: "docs/design/{path}.md",
        test: `test/{path}.{test,spec}.${extensions}`,
        base: folder,
        place: builtIn,
      },
    ],
    stories: { pattern: "docs/stories/{path}.md", base: folder, place: builtIn },
    contexts: { pattern: "docs/architecture/{path}.md", base: folder, place: builtIn },
    types: Object.fromEntries(Object.entries(routes).map(([name, route]) => [name, shippedType(name, route)])),
    exempt: [],
    rules: {},
    overrides: [],
    headings: {},
    idPrefix: folder,
  };
}

function shippedType(name: string, route: "design" | "direct" | null): TypeSettings {
  return { name, route, match: [], base: "", schema: null, template: null, place: builtIn };
}
