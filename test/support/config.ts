import type { ComponentPatterns, Config, Exemption, Scope, Settings } from "../../src/config/config.ts";

const nowhere = { path: null, range: { start: 0, end: 0 } };
const codeExtensions = "{ts,tsx,mts,cts,js,jsx,mjs,cjs}";

/** The default layout, with whatever a test says otherwise. */
export function settingsWith(changes: Partial<Settings> = {}): Settings {
  return {
    components: [componentEntry()],
    stories: { pattern: "docs/stories/{path}.md", base: "", place: nowhere },
    contexts: { pattern: "docs/architecture/{path}.md", base: "", place: nowhere },
    types: {},
    exempt: [],
    rules: {},
    overrides: [],
    headings: {},
    idPrefix: "",
    ...changes,
  };
}

/** One entry of `components`: the default layout, with whatever a test says otherwise. */
export function componentEntry(changes: Partial<ComponentPatterns> = {}): ComponentPatterns {
  return {
    source: `src/{path}.${codeExtensions}`,
    design: "docs/design/{path}.md",
    test: `test/{path}.{test,spec}.${codeExtensions}`,
    base: "",
    place: nowhere,
    ...changes,
  };
}

/** One entry of `exempt`. */
export function exemption(globs: readonly string[], changes: Partial<Exemption> = {}): Exemption {
  return { globs, reason: "for the test", owes: [], base: "", places: globs.map(() => nowhere), ...changes };
}

/** A config of a root scope and nested ones. */
export function configOf(settings: Settings = settingsWith(), nested: readonly Scope[] = []): Config {
  return { scopes: [...nested, { folder: "", file: null, settings }], notices: [] };
}
