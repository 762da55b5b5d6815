import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const registry = "src/rules/registry.ts";

const scripts = ["scripts/new-rule.mjs", "scripts/new-rule-texts.mjs"];
const program = [
  "src",
  "schemas",
  "templates",
  "docs/design/rules",
  "package.json",
  "tsconfig.json",
  "vitest.config.ts",
];

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder with copies of these files and folders. */
function copyOf(paths: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "design-lint-new-rule-"));
  folders.push(folder);
  for (const path of paths) cpSync(join(root, path), join(folder, path), { recursive: true });
  return folder;
}

/** A folder with what the script reads, and the formatter's config. */
function workshop(): string {
  return copyOf([...scripts, registry, "biome.json", ".gitignore"]);
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

  it("leaves a repository whose tests pass, also with a rule that is a warning, has options and is lowered for adopters", () => {
    const folder = copyOf([...scripts, ...program, "test/rules", "test/support"]);
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    for (const id of ["structure/plain-title", "zoo/lion"]) expect(newRule(folder, id).status).toBe(0);
    const lion = join(folder, "src/rules/zoo/lion.ts");
    const changed = readFileSync(lion, "utf8")
      .replace('severity: "error"', 'severity: "warning"')
      .replace(
        "adopt: false,",
        'adopt: true,\n  options: { type: "object", properties: { size: { type: "number" } } },',
      );
    writeFileSync(lion, changed);
    const test = join(folder, "test/rules/zoo/lion.test.ts");
    const config = `configText('  "rules": { "zoo/lion": ["warn", { "size": 1 }] }, "exempt"`;
    writeFileSync(test, readFileSync(test, "utf8").replace(`configText('  "exempt"`, config));
    const tests = ["registry", "structure/plain-title", "zoo/lion"].map((name) => `test/rules/${name}.test.ts`);
    const outcome = runTests(folder, tests);
    expect(outcome.failed, outcome.text).toEqual([]);
    expect(outcome.passed.filter((title) => /^(?:structure\/plain-title|zoo\/lion) /u.test(title))).toHaveLength(6);
    expect(outcome.passed.filter((title) => title.startsWith("registry "))).not.toEqual([]);
  }, 120_000);
});

interface Outcome {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  readonly text: string;
}

/** Runs test files of a copy in a process of their own; files that do not load count as failed. */
function runTests(folder: string, files: readonly string[]): Outcome {
  const report = join(folder, "report.json");
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--root", folder, "--reporter=json", `--outputFile=${report}`, ...files];
  // Without the variables by which the workers of the run around this one know that they are workers.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST")));
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", env });
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as VitestReport;
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const titled = (passed: boolean) =>
    all.filter(({ status }) => (status === "passed") === passed).map(({ fullName }) => fullName);
  const broken = testResults.filter((file) => file.status !== "passed" && file.assertionResults.length === 0);
  return {
    passed: titled(true),
    failed: [...titled(false), ...broken.map(({ name }) => name)],
    text: `${run.stdout}${run.stderr}${testResults.map(({ message }) => message).join("\n")}`,
  };
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}
