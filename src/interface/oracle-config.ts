import type ts from "typescript";
import type { OracleDisk } from "./oracle-disk.ts";
import { typescript } from "./typescript.ts";

/** How one tsconfig wants its files read. */
export interface ProjectSettings {
  /** Absolute path of the tsconfig; "" where there is none. */
  readonly config: string;
  readonly options: ts.CompilerOptions;
  /** Absolute paths of the `.d.ts` files that belong to every file of the project. */
  readonly ambient: readonly string[];
  readonly references: readonly string[];
  /** Root-relative configs that were read. */
  readonly consulted: readonly string[];
  /** Absolute paths of the known files that the config includes. */
  readonly includes: ReadonlySet<string>;
  /** Why the settings are not known in full; null where they are. */
  readonly problem: string | null;
}

/** "There are no inputs", "the files list is empty": true of solution configs, and no matter here. */
const harmless = new Set([18002, 18003]);
/** Options of another version of the compiler: unknown, deprecated or with values of their own. */
const foreignOption = new Set([5023, 5024, 5025, 5069, 5101, 5102, 5107, 5108, 6046]);

/** Reads one tsconfig with all that it extends. `known` are absolute paths of the files that `include` may choose from. */
export function readSettings(config: string, disk: OracleDisk, known: readonly string[]): ProjectSettings {
  const ts = typescript();
  const read = new Set<string>();
  const readFile = (path: string): string | undefined => {
    read.add(path);
    return disk.read(path);
  };
  const host: ts.ParseConfigHost = {
    useCaseSensitiveFileNames: true,
    fileExists: disk.fileExists,
    readFile,
    readDirectory: (folder, extensions, exclude, include) => choose(known, { folder, extensions, exclude, include }),
  };
  const file = ts.readJsonConfigFile(config, readFile);
  const parsed = ts.parseJsonSourceFileConfigFileContent(
    file,
    host,
    config.slice(0, config.lastIndexOf("/")),
    undefined,
    config,
  );
  const error = parsed.errors.find(({ code }) => !harmless.has(code) && !foreignOption.has(code));
  return {
    config,
    options: { ...legacyDefaults(config, disk), ...parsed.options },
    ambient: parsed.fileNames.filter((path) => /\.d\.[cm]?ts$/u.test(path)),
    references: (parsed.projectReferences ?? []).map((reference) => ts.resolveProjectReferencePath(reference)),
    consulted: [...read].map(disk.relative).filter((path) => path !== null),
    includes: new Set(parsed.fileNames),
    problem: error === undefined ? null : problemText(config, error, disk),
  };
}

/** What holds where no tsconfig stands above a file. */
export function defaultSettings(): ProjectSettings {
  const { JsxEmit, ModuleKind, ModuleResolutionKind, ScriptTarget } = typescript();
  const options: ts.CompilerOptions = {
    strict: true,
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.Bundler,
    resolveJsonModule: true,
    esModuleInterop: true,
    allowJs: true,
    jsx: JsxEmit.Preserve,
    types: ["*"],
  };
  return { config: "", options, ambient: [], references: [], consulted: [], includes: new Set(), problem: null };
}

/** Version 6 of the compiler has other defaults than the version that the project may be written for. */
function legacyDefaults(config: string, disk: OracleDisk): ts.CompilerOptions {
  const anyTypes = { types: ["*"] };
  for (let folder = parent(config); folder !== ""; folder = parent(folder)) {
    const text = disk.read(`${folder}/node_modules/typescript/package.json`);
    const major = text === undefined ? null : /"version"\s*:\s*"(\d+)\./u.exec(text);
    if (major !== null) return Number(major[1]) < 6 ? { strict: false, ...anyTypes } : anyTypes;
  }
  return anyTypes;
}

function parent(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

function problemText(config: string, error: ts.Diagnostic, disk: OracleDisk): string {
  const message = typescript().flattenDiagnosticMessageText(error.messageText, " ").replace(/\.$/u, "");
  return `${disk.relative(config) ?? config} cannot be read in full: ${message.replaceAll(`${disk.root}/`, "")}`;
}

interface Choice {
  readonly folder: string;
  readonly extensions: readonly string[];
  readonly exclude: readonly string[] | undefined;
  readonly include: readonly string[];
}

/** The compiler's own matching of `include` and `exclude`, over a list of files instead of a disk. */
function choose(known: readonly string[], { folder, extensions, exclude, include }: Choice): string[] {
  const { matchFiles } = typescript();
  const entries = listing(known);
  const list = (path: string) => entries.get(path) ?? { files: [], directories: [] };
  return matchFiles(folder, extensions, exclude, include, true, folder, undefined, list, (path) => path);
}

/** Folder → what stands in it, from a list of absolute paths. */
function listing(known: readonly string[]): ReadonlyMap<string, { files: string[]; directories: string[] }> {
  const folders = new Map<string, { files: string[]; directories: string[] }>();
  const add = (path: string, kind: "files" | "directories"): void => {
    const folder = parent(path);
    const entry = folders.get(folder);
    if (entry !== undefined) entry[kind].push(path.slice(folder.length + 1));
    else {
      folders.set(folder, { files: [], directories: [], [kind]: [path.slice(folder.length + 1)] });
      if (folder !== "") add(folder, "directories");
    }
  };
  for (const path of new Set(known)) add(path, "files");
  return folders;
}
