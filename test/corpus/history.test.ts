import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type ts from "typescript";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/engine/report.ts";
import { wholeCompiler } from "../../src/interface/typescript.ts";
import { designLint } from "../support/program.ts";
import { compilerOptions, copySources, type Published, repositoryOf } from "../support/published.ts";
import { commitAll } from "../support/temp-git.ts";
import { explained } from "./history-explained.ts";

/** Packages in versions that follow one another, oldest first. */
const histories: readonly { readonly name: string; readonly versions: readonly string[] }[] = [
  {
    name: "@tanstack/query-core",
    versions: [
      "5.0.0",
      "5.10.0",
      "5.17.0",
      "5.28.0",
      "5.36.0",
      "5.44.0",
      "5.59.0",
      "5.66.0",
      "5.74.0",
      "5.82.0",
    ].concat(["5.90.4", "5.95.0", "5.100.0", "5.104.0", "5.108.0"]),
  },
  {
    name: "rxjs",
    versions: ["7.0.0", "7.1.0", "7.2.0", "7.3.0", "7.4.0", "7.5.0", "7.5.7", "7.6.0", "7.7.0", "7.8.0", "7.8.2"],
  },
  { name: "zod", versions: ["4.0.0", "4.0.10", "4.1.0", "4.2.0", "4.3.0", "4.4.0", "4.5.0", "4.6.0", "4.6.7"] },
];

/**
 * What is deliberately no interface is taken out of emitted declarations: names of parameters, private members, the order of imports,
 * layout. None of it is done by the program's own normal form, which is what is tested.
 */
function plain(file: ts.SourceFile): string {
  const api = wholeCompiler();
  const { transformed } = api.transform(file, [(context) => (root) => withoutNames(root, context)]);
  const lines = (transformed[0] ?? file).statements.map((statement) =>
    api
      .createPrinter({ removeComments: true })
      .printNode(api.EmitHint.Unspecified, statement, file)
      .replace(/\s+/gu, " ")
      .replaceAll("'", '"')
      .replace(/([=:?(<,]) \| /gu, "$1 "),
  );
  const isImport = (line: string) => line.startsWith("import ");
  return [...lines.filter(isImport).sort(), ...lines.filter((line) => !isImport(line))].join("\n");
}

/** Parameters become `a0`, `a1`, …; private members go. */
function withoutNames(file: ts.SourceFile, context: ts.TransformationContext): ts.SourceFile {
  const api = wholeCompiler();
  const { factory } = context;
  const isPrivate = (node: ts.ClassElement): boolean =>
    api.canHaveModifiers(node) &&
    (api.getModifiers(node) ?? []).some(({ kind }) => kind === api.SyntaxKind.PrivateKeyword);
  const visit = (node: ts.Node): ts.Node | undefined => {
    if (api.isClassElement(node) && isPrivate(node)) return undefined;
    const visited = api.visitEachChild(node, visit, context);
    if (!api.isParameter(node) || !api.isParameter(visited)) return visited;
    if (api.isIdentifier(visited.name) && visited.name.text === "this") return visited;
    const { modifiers, dotDotDotToken, questionToken, type } = visited;
    const name = `a${node.parent.parameters.indexOf(node)}`;
    return factory.updateParameterDeclaration(visited, modifiers, dotDotDotToken, name, questionToken, type, undefined);
  };
  return api.visitEachChild(file, visit, context);
}

/** The declarations that TypeScript emits for each source, without comments. */
function declarations(root: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const api = wholeCompiler();
  const wanted = {
    ...compilerOptions,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    removeComments: true,
  };
  const { options } = api.convertCompilerOptionsFromJson({ ...wanted, rootDir: "." }, root);
  const program = api.createProgram(
    paths.map((path) => join(root, path)),
    options,
  );
  const texts = new Map<string, string>();
  for (const path of paths) {
    const source = program.getSourceFile(join(root, path));
    program.emit(
      source,
      (name, text) => {
        const file = api.createSourceFile(name, text, api.ScriptTarget.Latest, true);
        texts.set(path, plain(file));
      },
      undefined,
      true,
    );
  }
  return texts;
}

function sourcesOf(path: string, listed: string): readonly string[] {
  return listed.split("\0").filter((name) => /\.[cm]?tsx?$/u.test(name) && existsSync(join(path, name)));
}

interface Step {
  readonly unchanged: number;
  readonly changed: number;
  /** Unchanged declarations, and yet a finding. */
  readonly falseAlarms: readonly string[];
  /** Changed declarations, and no finding. */
  readonly missed: readonly string[];
}

/** Designs of one version, sources of the next. */
async function step(before: Published, after: Published): Promise<Step> {
  const repository = repositoryOf(before);
  const cwd = repository.path;
  const list = () =>
    sourcesOf(cwd, repository.git("ls-files", "-z", "--cached", "--others", "--exclude-standard", "src"));
  expect((await designLint(["init", "--yes"], { cwd })).code).toBe(0);
  await designLint(["--fix", "--no-cache"], { cwd });
  const old = declarations(cwd, list());
  commitAll(repository);
  copySources(after, repository);
  const now = declarations(cwd, list());
  const ran = await designLint(["-f", "json", "--no-cache"], { cwd });
  expect(ran.stderr).toBe("");
  const told = findingsBySource(JSON.parse(ran.stdout) as Report);
  const falseAlarms: string[] = [];
  const missed: string[] = [];
  const both = [...now].filter(([path]) => old.has(path) && hasDesign(cwd, path));
  for (const [path, text] of both) {
    const drift = told.get(path) ?? [];
    const isSame = old.get(path) === text;
    if (isSame)
      falseAlarms.push(
        ...drift.filter((line) => !line.startsWith("interface/undecided")).map((line) => `${path}: ${line}`),
      );
    else if (drift.length === 0) {
      missed.push(path);
      process.stdout.write(`${path} changed, and nothing was said:\n${changedLines(old.get(path) ?? "", text)}\n`);
    }
  }
  const unchanged = both.filter(([path, text]) => old.get(path) === text).length;
  return { unchanged, changed: both.length - unchanged, falseAlarms, missed };
}

/** The lines that only one of two texts has: for people who explain a miss. */
function changedLines(before: string, after: string): string {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const gone = old.filter((line) => !now.includes(line)).map((line) => `- ${line}`);
  return [...gone, ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`)].join("\n");
}

function hasDesign(cwd: string, path: string): boolean {
  const design = path.replace(/^src\//u, "docs/design/").replace(/\.[cm]?tsx?$/u, ".md");
  return existsSync(join(cwd, design)) && readFileSync(join(cwd, design), "utf8").includes("## Interface");
}

function findingsBySource({ diagnostics }: Report): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { rule, path, message, related } of diagnostics) {
    if (!rule.startsWith("interface/")) continue;
    const design = [path, ...(related ?? []).map((place) => place.path)].find((name) => name.endsWith(".md")) ?? "";
    for (const extension of ["ts", "tsx"]) {
      const source = design.replace(/^docs\/design\//u, "src/").replace(/\.md$/u, `.${extension}`);
      found.set(source, [...(found.get(source) ?? []), `${rule} ${message}`]);
    }
  }
  return found;
}

// Only on a machine without other work are ten steps of a large package a matter of a few minutes.
const longest = 1_800_000;

describe.each(histories)("$name", ({ name, versions }) => {
  it("raises no false alarm, and misses no change that is not explained", { timeout: longest }, async () => {
    let [unchanged, changed] = [0, 0];
    const falseAlarms: string[] = [];
    const missed: string[] = [];
    for (const [index, version] of versions.slice(1).entries()) {
      const before = versions[index] ?? version;
      const found = await step({ name, version: before }, { name, version });
      const label = `${name} ${before} → ${version}`;
      process.stdout.write(`${label}: ${JSON.stringify(found)}\n`);
      unchanged += found.unchanged;
      changed += found.changed;
      falseAlarms.push(...found.falseAlarms.map((line) => `${label} ${line}`));
      missed.push(...found.missed.map((path) => `${label} ${path}`));
    }
    process.stdout.write(
      `${name}: ${JSON.stringify({ unchanged, changed, falseAlarms: falseAlarms.length, missed })}\n`,
    );
    expect(falseAlarms).toEqual([]);
    expect(missed.filter((line) => !explained.has(line))).toEqual([]);
  });
});
