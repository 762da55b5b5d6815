import { readFileSync } from "node:fs";
import { join } from "node:path";
import type ts from "typescript";
import { expect, it } from "vitest";
import type { Report } from "../../../src/engine/report.ts";
import { resolveExports } from "../../../src/interface/export-table.ts";
import { wholeCompiler } from "../../../src/interface/typescript.ts";
import { resolveRelative } from "../../../src/workspace/resolve.ts";
import { designLint } from "../../support/program.ts";
import { compilerOptions, type Published, repositoryOf } from "../../support/published.ts";
import { commitAll } from "../../support/temp-git.ts";

async function check(cwd: string): Promise<Report> {
  const ran = await designLint(["-f", "json", "--no-cache"], { cwd });
  expect(ran.stderr).toBe("");
  return JSON.parse(ran.stdout) as Report;
}

/** The exported names of one file, as the compiler finds them. */
interface CompilerExports {
  readonly all: readonly string[];
  /** Those that are declared in an installed package. */
  readonly foreign: ReadonlySet<string>;
}

/** What the compiler says each file exports; a file that is no module (global declarations only) is left out. */
function compilerExports(root: string, paths: readonly string[]): ReadonlyMap<string, CompilerExports> {
  const api = wholeCompiler();
  const { options } = api.convertCompilerOptionsFromJson({ ...compilerOptions, jsx: "react-jsx" }, root);
  const program = api.createProgram(
    paths.map((path) => join(root, path)),
    options,
  );
  const checker = program.getTypeChecker();
  const definition = (symbol: ts.Symbol): ts.Symbol =>
    (symbol.flags & api.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  const isForeign = (symbol: ts.Symbol): boolean =>
    (definition(symbol).declarations ?? []).some((node) => /\/node_modules\//u.test(node.getSourceFile().fileName));
  const found = new Map<string, CompilerExports>();
  for (const path of paths) {
    const symbol = checker.getSymbolAtLocation(program.getSourceFile(join(root, path)) as ts.SourceFile);
    if (symbol === undefined) continue;
    const symbols = checker.getExportsOfModule(symbol).filter(({ name }) => name !== "prototype");
    const foreign = new Set(symbols.filter(isForeign).map(({ name }) => name));
    found.set(path, { all: symbols.map(({ name }) => name).sort(), foreign });
  }
  return found;
}

function told({ diagnostics }: Report, wanted: (rule: string) => boolean): readonly string[] {
  return diagnostics.filter(({ rule }) => wanted(rule)).map(({ rule, path, message }) => `${rule} ${path} ${message}`);
}

/** The tests of a package: it is scaffolded without drift, and its exports are the compiler's. */
export function packageSuite(published: Published): void {
  const repository = repositoryOf(published);
  const files = repository.git("ls-files", "-z", "src").split("\0");
  const sources = files.filter((path) => /\.[cm]?[jt]sx?$/u.test(path));
  const typed = sources.filter((path) => /\.[cm]?tsx?$/u.test(path));
  const exported = compilerExports(repository.path, typed);
  const exports = [...exported.values()].flatMap(({ all }) => all).length;

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
    const undecided = told(report, (rule) => rule === "interface/undecided");
    const figures = { exports, ...summary, fixSeconds: Number(seconds.toFixed(1)) };
    process.stdout.write(`${published.name}: ${JSON.stringify(figures)}\n${undecided.join("\n")}\n`);
    expect(summary.unclassified).toBe(0);
    expect(summary.sources).toBe(classes);
    expect(summary.sources).toBe(sources.length);
    expect(told(report, (rule) => rule.startsWith("interface/") && rule !== "interface/undecided")).toEqual([]);
    expect(summary.undecided).toBeLessThan(exports / 100);
    commitAll(repository);
    await designLint(["--fix", "--no-cache"], { cwd });
    expect(repository.git("status", "--porcelain")).toBe("");
  });

  it("has the exported names that the compiler finds, in every file", () => {
    const paths = new Set(files);
    const text = (path: string) => (paths.has(path) ? readFileSync(join(repository.path, path), "utf8") : undefined);
    const resolve = (from: string, specifier: string) => resolveRelative(paths, from, specifier);
    for (const [path, { all, foreign }] of exported) {
      const table = resolveExports(path, { text, resolve });
      const names = new Set(table?.names.keys());
      // `export *` of a package: which names it brings is not known from syntax, and the table says so.
      const behindStar = (name: string) =>
        (table?.unknownStars.length ?? 0) > 0 && foreign.has(name) && !names.has(name);
      expect([...names].sort(), path).toEqual(all.filter((name) => !behindStar(name)));
    }
  });
}
