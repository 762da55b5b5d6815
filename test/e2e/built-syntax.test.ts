import { cpSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import type { Syntax } from "../../src/interface/syntax.ts";
import { folderWith, packageRoot, runCommand } from "../support/program.ts";

// What the build cuts out of the compiler has to read every text as the whole compiler reads it.

const cut = createRequire(import.meta.url)(join(packageRoot, "dist/syntax.cjs")) as Syntax;

/** Every node of a tree with its kind, place and flags, and what the parser had to say. */
function told(syntax: Pick<Syntax, "createSourceFile">, path: string, text: string): string {
  const options = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseAll };
  const file = syntax.createSourceFile(path, text, options, true);
  const lines: string[] = [];
  const visit = (node: ts.Node): void => {
    const { text: word } = node as ts.Node & { readonly text?: string };
    const own = word === undefined || ts.isSourceFile(node) ? "" : JSON.stringify(word);
    const jsDoc = ts.getJSDocCommentsAndTags(node).length;
    lines.push([node.kind, node.pos, node.end, node.flags, node.getStart(file), jsDoc, own].join(" "));
    ts.forEachChild(node, visit);
  };
  visit(file);
  const { parseDiagnostics } = file as ts.SourceFile & {
    readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[];
  };
  const problems = parseDiagnostics.map(({ start, length, code, messageText }) => [start, length, code, messageText]);
  const { externalModuleIndicator } = file as ts.SourceFile & { readonly externalModuleIndicator?: ts.Node };
  return `${lines.join("\n")}\n${JSON.stringify([problems, externalModuleIndicator?.pos, file.isDeclarationFile])}`;
}

function expectSame(path: string, text: string): void {
  // Compared by hand: a difference of megabytes is not worth being drawn.
  if (told(cut, path, text) !== told(ts, path, text)) throw new Error(`${path} is read differently`);
}

function filesIn(folder: string, pattern: RegExp): readonly string[] {
  const names = readdirSync(join(packageRoot, folder), { recursive: true }) as string[];
  return names.filter((name) => pattern.test(name)).map((name) => join(packageRoot, folder, name));
}

it("files: sources, declarations and scripts give the same trees", () => {
  const files = [
    ...filesIn("src", /\.ts$/u),
    ...filesIn("node_modules/rxjs/src", /\.ts$/u),
    ...filesIn("node_modules/@tanstack/query-core/src", /\.tsx?$/u),
    ...filesIn("node_modules/typescript/lib", /^lib\.(?:es|decorators).*\.d\.ts$/u),
    ...filesIn("node_modules/ajv/dist", /\.js$/u),
  ];
  expect(files.length).toBeGreaterThan(900);
  for (const file of files) expectSame(file, readFileSync(file, "utf8"));
});

it("broken: what does not parse gives the same trees and the same words", () => {
  const text = readFileSync(join(packageRoot, "src/host/git.ts"), "utf8");
  for (let at = 0; at < text.length; at += 41) {
    expectSame("a.ts", text.slice(0, at));
    expectSame("a.tsx", `${text.slice(0, at)}<${text.slice(at + 3)}`);
    expectSame("a.js", `${text.slice(0, at)} @ ${text.slice(at + 1)}`);
  }
  const odd = [
    "/[/u; /(?<a>b)(?<a>c)/v",
    "1_; 0b2; 1n.x; `${`",
    "let 𠮷 = '\\u{110000}'",
    "<<<<<<< a\n=======\n>>>>>>> b\n",
  ];
  for (const one of odd) expectSame("a.ts", one);
});

it("methods: nodes have the methods of the language service's", () => {
  const file = cut.createSourceFile("a.ts", " let a = b . c", { languageVersion: ts.ScriptTarget.Latest }, true);
  const [statement] = file.statements;
  expect([statement?.getText(), statement?.getStart(), statement?.getSourceFile() === file]).toEqual([
    "let a = b . c",
    1,
    true,
  ]);
  expect(file.getLineAndCharacterOfPosition(3)).toEqual({ line: 0, character: 3 });
});

it("resolution: specifiers and configs lead where the whole compiler leads them", () => {
  const host = { fileExists: ts.sys.fileExists, readFile: ts.sys.readFile };
  const options = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
  const from = join(packageRoot, "src/main.ts");
  for (const specifier of [
    "./fix.ts",
    "./fix.js",
    "typescript",
    "unified",
    "ajv/dist/2020.js",
    "#none",
    "node:fs",
    "./none",
  ]) {
    const [own, whole] = [cut, ts].map(
      (syntax) => syntax.resolveModuleName(specifier, from, options, host).resolvedModule,
    );
    expect(own, specifier).toEqual(whole);
  }
  const path = join(packageRoot, "tsconfig.json");
  const [own, whole] = [cut, ts].map((syntax) => {
    const file = syntax.readJsonConfigFile(path, ts.sys.readFile);
    const parsed = syntax.parseJsonSourceFileConfigFileContent(file, ts.sys, packageRoot, undefined, path);
    return { options: { ...parsed.options, configFile: null }, files: parsed.fileNames, errors: parsed.errors.length };
  });
  expect(own).toEqual(whole);
});

it("another-version: where another compiler was installed by force, the report is the same", async () => {
  const whole = JSON.stringify(join(packageRoot, "node_modules/typescript/lib/typescript.js"));
  const { version } = ts;
  const home = folderWith({
    "node_modules/typescript/package.json": '{ "main": "index.js" }',
    "node_modules/typescript/index.js": `const whole = require(${whole});
let made = 0;
const createSourceFile = (...args) => { made++; return whole.createSourceFile(...args); };
process.on("exit", () => process.stderr.write(made + " parsed\\n"));
module.exports = { ...whole, createSourceFile, version: process.env.OTHER_VERSION };`,
  });
  for (const part of ["dist", "schemas", "package.json"])
    cpSync(join(packageRoot, part), join(home, part), { recursive: true });
  const cwd = folderWith({
    "tsconfig.json": '{ "compilerOptions": { "strict": true, "types": [] } }',
    "src/part.ts": "export const part = (size: number) => ({ size, half: size / 2 });\n",
    "src/a.ts": 'import { part } from "./part.ts";\nexport const a = part(2);\n',
    "docs/design/a.md":
      "---\ntype: module\ndependsOn: [part]\nstatus: implemented\n---\n\n# A\n\nOne.\n\n## Interface\n\n```ts\nexport declare const a: { size: number; half: string };\n```\n\n## Edge cases\n\nNone: it is constant.\n",
  });
  const run = (other: string) =>
    runCommand(process.execPath, [join(home, "dist/cli.cjs"), "--no-cache", "-f", "json"], {
      cwd,
      env: { OTHER_VERSION: other },
    });
  const [same, forced] = [await run(version), await run("5.9.0")];
  expect(same.stdout).toContain("half");
  expect(forced.stdout).toBe(same.stdout);
  // The sources, which were read before, are read once more.
  const parsed = ({ stderr }: { readonly stderr: string }) => Number(/(\d+) parsed/u.exec(stderr)?.[1]);
  expect(parsed(same)).toBe(0);
  expect(parsed(forced)).toBeGreaterThan(1);
});
