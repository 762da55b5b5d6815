import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type ts from "typescript";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/engine/report.ts";
import { resolveExports } from "../../src/interface/export-table.ts";
import { typescript } from "../../src/interface/typescript.ts";
import { resolveRelative } from "../../src/workspace/resolve.ts";
import { designLint, packageRoot } from "../support/program.ts";
import { commitAll, type TempFolder, tempRepository } from "../support/temp-git.ts";

const options = {
  strict: true,
  target: "ES2022",
  lib: ["ES2023", "DOM", "DOM.Iterable"],
  module: "ESNext",
  moduleResolution: "bundler",
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

/** The published sources of a package as somebody's repository, with its dependencies installed. */
function repositoryOf(name: string): TempFolder {
  const repository = tempRepository();
  cpSync(join(packageRoot, "node_modules", name, "src"), join(repository.path, "src"), { recursive: true });
  for (const config of ["tsconfig.json", "tsconfig.base.json"]) repository.remove(`src/${config}`);
  repository.write("package.json", '{ "name": "corpus", "private": true, "devDependencies": { "vitest": "4" } }\n');
  repository.write("tsconfig.json", JSON.stringify({ compilerOptions: options, include: ["src"] }));
  repository.write(".gitignore", "node_modules\n");
  symlinkSync(join(packageRoot, "node_modules"), join(repository.path, "node_modules"));
  commitAll(repository);
  return repository;
}

async function check(cwd: string): Promise<Report> {
  const ran = await designLint(["-f", "json", "--no-cache"], { cwd });
  expect(ran.stderr).toBe("");
  return JSON.parse(ran.stdout) as Report;
}

/** What the compiler says each file exports. */
function compilerExports(root: string, paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const api = typescript();
  const converted = api.convertCompilerOptionsFromJson(
    { ...options, lib: options.lib.map((lib) => lib) },
    root,
  ).options;
  const program = api.createProgram(
    paths.map((path) => join(root, path)),
    converted,
  );
  const checker = program.getTypeChecker();
  return new Map(
    paths.map((path) => {
      const file = program.getSourceFile(join(root, path)) as ts.SourceFile;
      const symbol = checker.getSymbolAtLocation(file);
      const names = symbol === undefined ? [] : checker.getExportsOfModule(symbol).map(({ name }) => name);
      return [path, names.filter((name) => name !== "prototype").sort()];
    }),
  );
}

describe.each(["rxjs", "@tanstack/query-core", "effect"])("%s", (name) => {
  const repository = repositoryOf(name);
  const sources = repository
    .git("ls-files", "-z", "src")
    .split("\0")
    .filter((path) => /\.[cm]?tsx?$/u.test(path));

  it("is set up, scaffolded and checked without a crash or drift, and a second --fix changes nothing", async () => {
    const cwd = repository.path;
    const init = await designLint(["init", "--yes"], { cwd });
    expect(init.code, init.stderr).toBe(0);
    const began = performance.now();
    const fixed = await designLint(["--fix", "--no-cache", "-f", "json"], { cwd });
    const seconds = (performance.now() - began) / 1000;
    expect(fixed.stderr).toBe("");
    const report = await check(cwd);
    const { summary } = report;
    const classes = summary.designed + summary.direct + summary.barrels + summary.types + summary.exempt;
    expect(summary.unclassified).toBe(0);
    expect(summary.sources).toBe(classes);
    expect(summary.sources).toBe(sources.length);
    const drift = report.diagnostics.filter(
      ({ rule }) => rule.startsWith("interface/") && rule !== "interface/undecided",
    );
    expect(drift.map(({ rule, path, message }) => `${rule} ${path} ${message}`)).toEqual([]);
    commitAll(repository);
    await designLint(["--fix", "--no-cache"], { cwd });
    expect(repository.git("status", "--porcelain")).toBe("");
    process.stdout.write(`${name}: ${JSON.stringify({ ...summary, fixSeconds: Number(seconds.toFixed(1)) })}\n`);
  });

  it("has the exported names that the compiler finds, in every file", () => {
    const paths = new Set(repository.git("ls-files", "-z", "src").split("\0"));
    const text = (path: string) => (paths.has(path) ? readFileSync(join(repository.path, path), "utf8") : undefined);
    const files = { text, resolve: (from: string, specifier: string) => resolveRelative(paths, from, specifier) };
    const expected = compilerExports(repository.path, sources);
    for (const path of sources) {
      const table = resolveExports(path, files);
      expect([...(table?.names.keys() ?? [])].sort(), path).toEqual(expected.get(path));
    }
  });
});
