import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { presetRules } from "../../src/config/presets.ts";
import { listedRuleIds } from "../../src/config/rule-ids.ts";
import { createPlatform } from "../../src/host/platform.ts";
import { rules } from "../../src/rules/registry.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { loadShipped } from "../../src/schema/shipped.ts";
import { memorySnapshot } from "../../src/snapshot.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const ids = rules.map(({ id }) => id);

/** The ids that the files of a folder stand for: `<folder>/<name>` for each file with the suffix. */
function idsIn(folder: string, suffix: string): readonly string[] {
  const folders = readdirSync(`${root}${folder}`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .flatMap(({ name }) => readdirSync(`${root}${folder}/${name}`).map((file) => `${name}/${file}`))
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort();
}

describe("registry", () => {
  it("one-name: file, id, page, test and entry have one name", async () => {
    expect(idsIn("src/rules", ".ts")).toEqual(ids);
    expect(idsIn("docs/design/rules", ".md")).toEqual(ids);
    expect(idsIn("test/rules", ".test.ts")).toEqual(ids);
    for (const rule of rules) {
      const module: { readonly rule: Rule } = await import(/* @vite-ignore */ `${root}src/rules/${rule.id}.ts`);
      expect(module.rule).toBe(rule);
      const page = readFileSync(`${root}docs/design/rules/${rule.id}.md`, "utf8");
      expect(page, rule.id).toContain(`\n# ${rule.id}\n`);
    }
  });

  it("sorted: the list is sorted by id", () => {
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("says in one line what each rule finds", () => {
    for (const { id, summary } of rules) expect(summary, id).toMatch(/^[^\n]{10,120}[^.\n]$/u);
  });

  it("known-to-configs: configs may name every rule, whether the config schema lists it or not", async () => {
    const settings = Object.fromEntries(ids.map((id) => [id, "warn"]));
    const snapshot = memorySnapshot({ ".designrc.json": JSON.stringify({ version: 1, rules: settings }) });
    const { scopes } = await loadConfig(snapshot, createPlatform(), { catalogue: rules });
    expect(Object.keys(scopes[0]?.settings.rules ?? {}).sort()).toEqual(ids);
  });

  it("known-to-presets: the strict preset raises every warning, the adopt preset lowers the rules that say so", () => {
    const named = (preset: string) => Object.keys(presetRules(preset, rules) ?? {}).filter((id) => ids.includes(id));
    expect(named("design-lint/adopt").sort()).toEqual(rules.filter(({ adopt }) => adopt).map(({ id }) => id));
    const warnings = rules.filter(({ severity }) => severity === "warning").map(({ id }) => id);
    expect(named("design-lint/strict").sort()).toEqual(warnings);
  });

  it("same-options: where the config schema lists a rule, it knows the options that the rule has, and no others", async () => {
    const platform = createPlatform();
    const validate = await loadShipped(platform, "designrc");
    const listed = listedRuleIds(platform);
    for (const { id, options = {} } of rules.filter((rule) => listed.has(rule.id))) {
      const names = Object.keys(propertiesOf(options));
      const errors = validate({ rules: { [id]: ["warn", { "no such option": 1 }] } });
      const known = errors.flatMap(({ keyword, schema }) =>
        keyword === "additionalProperties" ? Object.keys(propertiesOf(schema)) : [],
      );
      expect(known.sort(), id).toEqual(names.sort());
    }
  });

  it("ships the pages", () => {
    expect(existsSync(`${root}docs/design/rules`)).toBe(true);
    const manifest: { readonly files: readonly string[] } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
    expect(manifest.files).toContain("docs/design/rules");
  });
});

function propertiesOf({ properties }: Readonly<Record<string, unknown>>): object {
  return typeof properties === "object" && properties !== null ? properties : {};
}
