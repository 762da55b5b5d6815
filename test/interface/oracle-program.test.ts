import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/interface/oracle-config.ts";
import { createOracleProgram, ownScheme } from "../../src/interface/oracle-program.ts";
import { parseSource } from "../../src/interface/parse.ts";
import { memoryDisk, memoryRoot, smallConfig } from "../support/oracle.ts";

function make(files: Readonly<Record<string, string>>, root: string) {
  const disk = memoryDisk({ "tsconfig.json": smallConfig, ...files });
  const settings = readSettings(`${memoryRoot}/tsconfig.json`, disk, []);
  return createOracleProgram(settings, [`${memoryRoot}/${root}`], disk);
}

describe("createOracleProgram", () => {
  it("imports: what imports lead to is remembered, and what leads nowhere", () => {
    const { imports } = make(
      { "src/a.ts": 'import "./b.js"; import type { X } from "nowhere";', "src/b.ts": "export {};" },
      "src/a.ts",
    );
    expect([...(imports.resolved.get(`${memoryRoot}/src/a.ts`) ?? [])]).toEqual([`${memoryRoot}/src/b.ts`]);
    expect([...(imports.unresolved.get(`${memoryRoot}/src/a.ts`) ?? [])]).toEqual(["nowhere"]);
  });

  it("untyped-package: a package that has only JavaScript counts as unresolved", () => {
    const { imports } = make({ "src/a.ts": 'import "./b.js";', "src/b.js": "exports.b = 1;" }, "src/a.ts");
    expect([...(imports.unresolved.get(`${memoryRoot}/src/a.ts`) ?? [])]).toEqual(["./b.js"]);
  });

  it("javascript: files in JavaScript are read with their comments", () => {
    const { program, checker } = make(
      { "src/a.js": "/** @type {string} */\nexport const a = JSON.parse('');\n" },
      "src/a.js",
    );
    const file = program.getSourceFile(`${memoryRoot}/src/a.js`);
    const symbol = file && checker.getSymbolAtLocation(file);
    const [exported] = symbol === undefined ? [] : checker.getExportsOfModule(symbol);
    expect(exported && checker.typeToString(checker.getTypeOfSymbol(exported))).toBe("string");
  });

  it("own-scheme: `project:src/a.ts` is the project's own file, wherever it is imported from", () => {
    const { imports } = make(
      {
        "src/deep/a.ts": 'type A = import("project:src/b.ts").B; type C = import("project:src/c.ts").C;',
        "src/b.ts": "",
      },
      "src/deep/a.ts",
    );
    expect([...(imports.resolved.get(`${memoryRoot}/src/deep/a.ts`) ?? [])]).toEqual([`${memoryRoot}/src/b.ts`]);
    expect([...(imports.unresolved.get(`${memoryRoot}/src/deep/a.ts`) ?? [])]).toEqual([`${ownScheme}src/c.ts`]);
  });

  it("shared-files: programs of the same settings parse a file once", () => {
    const disk = { ...memoryDisk({ "tsconfig.json": smallConfig, "src/a.ts": "" }), parsed: new Map() };
    const settings = readSettings(`${memoryRoot}/tsconfig.json`, disk, []);
    const files = [1, 2].map(() =>
      createOracleProgram(settings, [`${memoryRoot}/src/a.ts`], disk).program.getSourceFile(`${memoryRoot}/src/a.ts`),
    );
    expect(files[0]).toBeDefined();
    expect(files[0]).toBe(files[1]);
  });

  it("unfollowed: what only the compiler finds is told apart from what relative import statements lead to", () => {
    const texts = {
      "src/a.ts": [
        'import type { B } from "./b.js";',
        'import type { C } from "@/c.js";',
        'export * from "./d.js";',
        'export type E = import("./e.js").E;',
        'declare module "./f.js" { interface F { more: B | C } }',
      ].join("\n"),
      ...Object.fromEntries(["b", "c", "d", "e", "f"].map((name) => [`src/${name}.ts`, "export {};"])),
    };
    const config = { compilerOptions: { module: "NodeNext", paths: { "@/*": ["./src/*"] } } };
    const files = memoryDisk({ "tsconfig.json": JSON.stringify(config), ...texts });
    const settings = readSettings(`${memoryRoot}/tsconfig.json`, files, []);
    const unfollowed = (follows?: (from: string, specifier: string) => string | null) => {
      const disk = follows === undefined ? files : { ...files, follows };
      const { imports } = createOracleProgram(settings, [`${memoryRoot}/src/a.ts`], disk);
      return [...(imports.unfollowed.get(`${memoryRoot}/src/a.ts`) ?? [])].map(files.relative).sort();
    };
    const bySpecifier = (_: string, specifier: string) => specifier.replace(/^\.\/(.*)\.js$/u, "src/$1.ts");
    expect(unfollowed(bySpecifier)).toEqual(["src/c.ts", "src/e.ts", "src/f.ts"]);
    expect(
      unfollowed((from, specifier) => (specifier === "./d.js" ? "src/other.ts" : bySpecifier(from, specifier))),
    ).toEqual(["src/c.ts", "src/d.ts", "src/e.ts", "src/f.ts"]);
    expect(unfollowed()).toEqual(["src/b.ts", "src/c.ts", "src/d.ts", "src/e.ts", "src/f.ts"]);
  });

  it("lent-trees: a tree that was parsed already serves, where settings make the same of it", () => {
    const texts = { "src/a.ts": 'export * from "./b.js";', "src/b.js": "export {};", "src/c.ts": "const script = 1;" };
    const trees = new Map(Object.entries(texts).map(([path, text]) => [path, parseSource(path, text)]));
    const asked: string[] = [];
    const files = memoryDisk({ "tsconfig.json": smallConfig, ...texts });
    const tree = (path: string) => {
      asked.push(path);
      return trees.get(files.relative(path) ?? "") ?? null;
    };
    const settings = readSettings(`${memoryRoot}/tsconfig.json`, files, []);
    const roots = Object.keys(texts).map((path) => `${memoryRoot}/${path}`);
    const { program } = createOracleProgram(settings, roots, { ...files, tree });
    const used = Object.keys(texts).map((path) => program.getSourceFile(`${memoryRoot}/${path}`) === trees.get(path));
    expect(asked).toContain(`${memoryRoot}/src/a.ts`);
    expect(used).toEqual([true, false, false]);
    expect(trees.get("src/a.ts")?.fileName).toBe(`${memoryRoot}/src/a.ts`);
  });

  it("emit-settings: whatever the project emits, declarations are written in full", () => {
    const { program } = make({ "src/a.ts": "" }, "src/a.ts");
    expect(program.getCompilerOptions()).toMatchObject({
      declaration: true,
      stripInternal: false,
      strict: true,
      skipLibCheck: true,
    });
  });
});
