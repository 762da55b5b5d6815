import ts from "typescript";
import { createPlatform } from "../../src/host/platform.ts";
import { createOracle } from "../../src/interface/oracle.ts";
import { createDisk, type OracleDisk } from "../../src/interface/oracle-disk.ts";
import type { TypeOracle } from "../../src/interface/type-oracle.ts";

/** A folder that is not on the disk, so that only the given files can be found in it. */
export const memoryRoot = "/design-lint-memory";

/** A small library keeps the programs of tests small. */
export const smallConfig =
  '{ "compilerOptions": { "strict": true, "lib": ["es2015"], "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "types": [] } }';

/** The given files over the disk. */
export function memoryDisk(files: Readonly<Record<string, string>>): OracleDisk {
  return createDisk(memoryRoot, createPlatform().typeFiles, (path) => files[path]);
}

/** An oracle over files in memory, with a small config unless one is given. */
export function memoryOracle(files: Readonly<Record<string, string>>): TypeOracle {
  const all: Readonly<Record<string, string>> = { "tsconfig.json": smallConfig, ...files };
  const sources = Object.keys(files).filter((path) => /(?<!\.d)\.[cm]?[jt]sx?$/u.test(path));
  const declarations = Object.keys(files).filter((path) => path.endsWith(".d.ts"));
  return createOracle({
    root: memoryRoot,
    files: createPlatform().typeFiles,
    text: (path) => all[path],
    sources,
    declarations,
  });
}

/** A checked program over one text, without any library. */
export function checkedFile(text: string): {
  readonly file: ts.SourceFile;
  readonly checker: ts.TypeChecker;
  readonly program: ts.Program;
} {
  const options: ts.CompilerOptions = {
    noLib: true,
    strict: true,
    declaration: true,
    emitDeclarationOnly: true,
    types: [],
    outDir: "/out",
  };
  const source = ts.createSourceFile("/a.ts", text, ts.ScriptTarget.Latest, true);
  const host: ts.CompilerHost = {
    fileExists: (path) => path === "/a.ts",
    readFile: () => undefined,
    getSourceFile: (path) => (path === "/a.ts" ? source : undefined),
    getDefaultLibFileName: () => "lib.d.ts",
    writeFile: () => undefined,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
  };
  const program = ts.createProgram({ rootNames: ["/a.ts"], options, host });
  const file = program.getSourceFile("/a.ts");
  if (file === undefined) throw new Error("the program lost its file");
  return { file, checker: program.getTypeChecker(), program };
}
