import type ts from "typescript";
import type { ProjectSettings } from "./oracle-config.ts";
import type { OracleDisk } from "./oracle-disk.ts";
import { isOneCompiler, typescript, wholeCompiler } from "./typescript.ts";

/** What the imports of the files of a program led to, by absolute path. */
export interface ImportLog {
  /** File → the files that it imports. */
  readonly resolved: ReadonlyMap<string, ReadonlySet<string>>;
  /** File → those of them that nobody can find by following relative import statements. */
  readonly unfollowed: ReadonlyMap<string, ReadonlySet<string>>;
  /** File → the specifiers that lead to no types. */
  readonly unresolved: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One program and what is known about it. */
export interface OracleProgram {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly imports: ImportLog;
}

/** The files of a program. */
export interface ProgramDisk extends OracleDisk {
  /** Files that programs of the same settings have parsed, by absolute path. */
  readonly parsed?: Map<string, ts.SourceFile>;
  /** A tree of the same text that is parsed already and that no other program has, by absolute path; null where there is none. */
  tree?(path: string): ts.SourceFile | null;
  /** The root-relative path that an import statement leads to for those who follow imports by themselves. */
  follows?(from: string, specifier: string): string | null;
}

/** What specifiers begin with that name one of the project's own files by its root-relative path. */
export const ownScheme = "project:";

/** Makes the one program of a tsconfig for the files that need it; no diagnostics are ever asked for. */
export function createOracleProgram(
  settings: ProjectSettings,
  roots: readonly string[],
  disk: ProgramDisk,
): OracleProgram {
  const ts = wholeCompiler();
  const options = emitOptions(settings.options, roots);
  const resolved = new Map<string, Set<string>>();
  const unfollowed = new Map<string, Set<string>>();
  const unresolved = new Map<string, Set<string>>();
  const log = (file: string, literal: ts.StringLiteralLike, target: string | undefined): void => {
    if (target === undefined) {
      into(unresolved, file).add(literal.text);
      return;
    }
    into(resolved, file).add(target);
    if (disk.relative(target) !== null && !isFollowed(literal, { file, target, disk }))
      into(unfollowed, file).add(target);
  };
  const host = createHost(options, disk, log);
  const program = ts.createProgram({ rootNames: [...settings.ambient, ...roots], options, host });
  return { program, checker: program.getTypeChecker(), imports: { resolved, unfollowed, unresolved } };
}

/** The project's own settings as far as they decide types, and the rest as declarations in memory want it. */
function emitOptions(project: ts.CompilerOptions, roots: readonly string[]): ts.CompilerOptions {
  const { configFilePath: _, outFile: __, plugins: ___, rootDir: ____, tsBuildInfoFile: _____, ...kept } = project;
  return {
    ...kept,
    ...(kept.checkJs === true || roots.some((path) => /\.[cm]?jsx?$/u.test(path)) ? { allowJs: true } : {}),
    checkJs: false,
    composite: false,
    incremental: false,
    isolatedDeclarations: false,
    declaration: true,
    declarationMap: false,
    emitDeclarationOnly: true,
    noEmit: false,
    noEmitOnError: false,
    outDir: "/declarations",
    removeComments: true,
    skipLibCheck: true,
    sourceMap: false,
    inlineSourceMap: false,
    stripInternal: false,
  };
}

function createHost(
  options: ts.CompilerOptions,
  disk: ProgramDisk,
  log: (file: string, literal: ts.StringLiteralLike, target: string | undefined) => void,
): ts.CompilerHost {
  const ts = wholeCompiler();
  const libraries = ts.getDefaultLibFilePath(options);
  const host: ts.CompilerHost = {
    fileExists: disk.fileExists,
    readFile: disk.read,
    directoryExists: disk.directoryExists,
    getDirectories: disk.getDirectories,
    realpath: disk.realpath,
    getCurrentDirectory: () => disk.root,
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    getDefaultLibFileName: () => libraries,
    getDefaultLibLocation: () => libraries.slice(0, Math.max(libraries.lastIndexOf("/"), libraries.lastIndexOf("\\"))),
    writeFile: () => undefined,
    getSourceFile: (path, version) => {
      const known = disk.parsed?.get(path);
      if (known !== undefined) return known;
      const options = parseOptions(path, version);
      const file = adopted(path, options, disk.tree?.(path) ?? null) ?? parsedFile(path, options, disk);
      if (file !== undefined) disk.parsed?.set(path, file);
      return file;
    },
  };
  const cache = ts.createModuleResolutionCache(disk.root, (path) => path, options);
  return {
    ...host,
    resolveModuleNameLiterals: (literals, file, redirect, projectOptions, source) =>
      literals.map((literal) => {
        const mode = ts.getModeForUsageLocation(source, literal, projectOptions);
        const found =
          ownModule(literal.text, disk) ??
          ts.resolveModuleName(literal.text, file, projectOptions, host, cache, redirect, mode);
        log(file, literal, readable(found.resolvedModule, projectOptions));
        return found;
      }),
  };
}

interface Edge {
  readonly file: string;
  readonly target: string;
  readonly disk: ProgramDisk;
}

// Types, calls and augmentations that name a file are seen by the compiler only.
function isFollowed({ parent, text }: ts.StringLiteralLike, { file, target, disk }: Edge): boolean {
  const ts = typescript();
  if (!ts.isImportDeclaration(parent) && !ts.isExportDeclaration(parent)) return false;
  const [from, to] = [disk.relative(file), disk.relative(target)];
  return from !== null && to !== null && disk.follows?.(from, text) === to;
}

function ownModule(specifier: string, disk: OracleDisk): ts.ResolvedModuleWithFailedLookupLocations | null {
  if (!specifier.startsWith(ownScheme)) return null;
  const path = disk.absolute(specifier.slice(ownScheme.length));
  if (!disk.fileExists(path)) return { resolvedModule: undefined };
  const extension = /(?:\.d)?\.[^./]+$/u.exec(path)?.[0] ?? "";
  return { resolvedModule: { resolvedFileName: path, extension, isExternalLibraryImport: false } };
}

/** A module that has only JavaScript in a package counts as not resolved: the compiler would say `any`. */
function readable(module: ts.ResolvedModuleFull | undefined, options: ts.CompilerOptions): string | undefined {
  if (module === undefined) return undefined;
  const script = /\.[cm]?jsx?$/u.test(module.resolvedFileName);
  return script && (module.isExternalLibraryImport === true || options.allowJs !== true)
    ? undefined
    : module.resolvedFileName;
}

function parsedFile(path: string, options: ts.CreateSourceFileOptions, disk: OracleDisk): ts.SourceFile | undefined {
  const text = disk.read(path);
  if (text === undefined) return undefined;
  return (isOneCompiler() ? typescript() : wholeCompiler()).createSourceFile(path, text, options);
}

/**
 * A tree that was parsed for its syntax, as a program would have parsed it: under its absolute path, as the kind of module that the
 * settings make of it. Null for what the parser reads differently under other settings: JavaScript, and files that are modules by settings.
 */
function adopted(path: string, options: ts.CreateSourceFileOptions, tree: ts.SourceFile | null): ts.SourceFile | null {
  const { externalModuleIndicator } = (tree ?? {}) as { readonly externalModuleIndicator?: ts.Node | true };
  if (tree === null || typeof externalModuleIndicator !== "object" || !/\.[cm]?ts$/u.test(path)) return null;
  if (!isOneCompiler()) return null;
  const { languageVersion, impliedNodeFormat, setExternalModuleIndicator } = options;
  Object.assign(tree, { fileName: path, languageVersion, impliedNodeFormat });
  setExternalModuleIndicator?.(tree);
  return tree;
}

/** Comments are of no use here, but in JavaScript they are the types. */
function parseOptions(path: string, version: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.CreateSourceFileOptions {
  const { JSDocParsingMode } = typescript();
  const jsDocParsingMode = /\.[cm]?jsx?$/u.test(path) ? JSDocParsingMode.ParseAll : JSDocParsingMode.ParseNone;
  return { ...(typeof version === "object" ? version : { languageVersion: version }), jsDocParsingMode };
}

function into(map: Map<string, Set<string>>, key: string): Set<string> {
  const found = map.get(key) ?? new Set<string>();
  map.set(key, found);
  return found;
}
