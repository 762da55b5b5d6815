import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import type ts from "typescript";
import { describe, expect, it } from "vitest";
import { exportedEntity, resolveExports, writtenLength } from "../../src/interface/export-table.ts";
import { sourceFacts } from "../../src/interface/facts.ts";
import { createModuleGraph } from "../../src/interface/module-graph.ts";
import { wholeCompiler } from "../../src/interface/typescript.ts";
import { filesOf } from "../support/interface/compared.ts";

const namesIn = (path: string, texts: Readonly<Record<string, string>>): readonly string[] =>
  [...(resolveExports(path, filesOf(texts))?.names.keys() ?? [])].sort();

describe("resolveExports", () => {
  it("star-chain: names come through any number of stars, `default` through none", () => {
    const texts = {
      "a.ts": `export * from "./b";\nexport const a = 1;`,
      "b.ts": `export * from "./c";\nexport default 1;`,
      "c.ts": "export const c = 1;\nexport type T = 1;",
    };
    expect(namesIn("a.ts", texts)).toEqual(["T", "a", "c"]);
  });

  it("star-cycle: modules that star each other end", () => {
    const texts = {
      "a.ts": `export * from "./b";\nexport const a = 1;`,
      "b.ts": `export * from "./a";\nexport const b = 1;`,
    };
    expect(namesIn("a.ts", texts)).toEqual(["a", "b"]);
    expect(namesIn("b.ts", texts)).toEqual(["a", "b"]);
  });

  it("star-of-package: names that are not known are said to be so", () => {
    const table = resolveExports("a.ts", filesOf({ "a.ts": `export * from "rxjs";\nexport const a = 1;` }));
    expect([...(table?.names.keys() ?? [])]).toEqual(["a"]);
    expect(table?.unknownStars.map(({ specifier }) => specifier)).toEqual(["rxjs"]);
  });

  it("local-name-wins: a name of the file's own hides the same name behind a star", () => {
    const table = resolveExports(
      "a.ts",
      filesOf({ "a.ts": `export * from "./b";\nexport const a = 1;`, "b.ts": "export const a = 2;" }),
    );
    expect(table?.names.get("a")?.star).toBeNull();
  });

  it("no-such-file: a path without a file has no table", () => {
    expect(resolveExports("none.ts", filesOf({}))).toBeNull();
  });

  it("written-length: what is declared in several places is as long as all of them", () => {
    const text = "export interface A{}export interface A{}export default 1;export * as p from 'p';";
    const graph = createModuleGraph(filesOf({ "a.ts": text }));
    const module = graph.module("a.ts");
    const length = (name: string) => (module === null ? null : writtenLength(exportedEntity(module, name, graph)));
    expect(["A", "default", "p", "none"].map(length)).toEqual([40, 2, 0, 0]);
  });
});

const packages = [
  { name: "rxjs", root: "node_modules/rxjs/src" },
  { name: "@tanstack/query-core", root: "node_modules/@tanstack/query-core/src" },
];

describe.each(packages)("the sources of $name", ({ root }) => {
  const texts = textsUnder(root);
  const paths = Object.keys(texts);

  it("facts-of-real-code: facts are read without problems", () => {
    expect(paths.length).toBeGreaterThan(20);
    const problems = paths.flatMap((path) => sourceFacts(texts[path] ?? "", path).problems);
    expect(problems).toEqual([]);
  });

  it("same-names-as-compiler: the exported names of each file are the compiler's own", () => {
    const ours = Object.fromEntries(paths.map((path) => [path, namesIn(path, texts)]));
    expect(ours).toEqual(compilerNames(texts));
  });
});

function textsUnder(root: string): Readonly<Record<string, string>> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter(
    (entry) => entry.isFile() && /\.tsx?$/u.test(entry.name) && !entry.parentPath.includes("__tests__"),
  );
  return Object.fromEntries(
    files.map((entry) => {
      const path = posix.join(entry.parentPath, entry.name);
      return [path, readFileSync(path, "utf8")];
    }),
  );
}

// A program without libraries and packages: names need no more than the files themselves.
function compilerNames(texts: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  const compiler = wholeCompiler();
  const host: ts.CompilerHost = {
    getSourceFile: (path, options) => {
      const text = texts[path];
      return text === undefined ? undefined : compiler.createSourceFile(path, text, options, true);
    },
    getDefaultLibFileName: () => "lib.d.ts",
    writeFile: () => undefined,
    getCurrentDirectory: () => "",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (path) => path in texts,
    readFile: (path) => texts[path],
  };
  const { ModuleKind, ModuleResolutionKind } = compiler;
  const options = { noLib: true, types: [], module: ModuleKind.ESNext, moduleResolution: ModuleResolutionKind.Bundler };
  const program = compiler.createProgram(Object.keys(texts), options, host);
  const checker = program.getTypeChecker();
  return Object.fromEntries(
    Object.keys(texts).map((path) => {
      const file = program.getSourceFile(path);
      const symbol = file === undefined ? undefined : checker.getSymbolAtLocation(file);
      return [path, (symbol === undefined ? [] : checker.getExportsOfModule(symbol)).map(({ name }) => name).sort()];
    }),
  );
}
