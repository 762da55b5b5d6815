import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const registry = "src/rules/registry.ts";

/** A folder with what the script reads, and the formatter's config. */
function workshop(): string {
  const folder = mkdtempSync(join(tmpdir(), "design-lint-new-rule-"));
  for (const path of ["scripts/new-rule.mjs", "scripts/new-rule-texts.mjs", registry, "biome.json", ".gitignore"]) {
    cpSync(join(root, path), join(folder, path));
  }
  return folder;
}

function newRule(
  folder: string,
  ...args: readonly string[]
): { readonly status: number | null; readonly stderr: string } {
  return spawnSync(process.execPath, [join(folder, "scripts/new-rule.mjs"), ...args], { encoding: "utf8" });
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}

describe("npm run new-rule", () => {
  it("makes rule, page and test, adds one entry to the registry, and touches nothing else", () => {
    const folder = workshop();
    const before = filesIn(folder);
    expect(newRule(folder, "structure/plain-title").status).toBe(0);
    expect(filesIn(folder).filter((path) => !before.includes(path))).toEqual([
      "docs/design/rules/structure/plain-title.md",
      "src/rules/structure/plain-title.ts",
      "test/rules/structure/plain-title.test.ts",
    ]);
    const lines = readFileSync(join(root, registry), "utf8").split("\n");
    const added = readFileSync(join(folder, registry), "utf8")
      .split("\n")
      .filter((line) => !lines.includes(line));
    expect(added).toEqual([
      'import { rule as structurePlainTitle } from "./structure/plain-title.ts";',
      "  structurePlainTitle,",
    ]);
  });

  it("keeps the registry sorted wherever the rule belongs, and everything formatted", () => {
    const folder = workshop();
    for (const id of ["zoo/last", "aaa/first", "structure/plain-title"]) expect(newRule(folder, id).status).toBe(0);
    const paths = [...readFileSync(join(folder, registry), "utf8").matchAll(/"\.\/(.+)\.ts"/gu)].map(
      (match) => match[1],
    );
    expect(paths.filter((path) => path !== "rule")).toEqual(paths.filter((path) => path !== "rule").sort());
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    execFileSync("git", ["init", "-q", folder]);
    const biome = spawnSync("npx", ["biome", "check", "--error-on-warnings", "src", "test", "scripts"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(biome.status, biome.stdout + biome.stderr).toBe(0);
  });

  it("refuses names that are no rule ids, and never overwrites", () => {
    const folder = workshop();
    for (const args of [[], ["plain"], ["structure/Plain"], ["../x/y"], ["structure/a.b"]]) {
      expect(newRule(folder, ...args)).toMatchObject({ status: 2, stderr: expect.stringContaining("usage") });
    }
    newRule(folder, "structure/plain-title");
    const before = readFileSync(join(folder, registry), "utf8");
    expect(newRule(folder, "structure/plain-title")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("exists already"),
    });
    expect(readFileSync(join(folder, registry), "utf8")).toBe(before);
  });
});
