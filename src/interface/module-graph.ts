import type ts from "typescript";
import { type Bindings, bindFile } from "./bindings.ts";
import { withCommonJs } from "./commonjs.ts";
import type { ModuleFiles } from "./modules.ts";
import { parseSource } from "./parse.ts";

/** A parsed file with its names. `id` is its path, or something else for a text that is no file. */
export interface Module {
  readonly id: string;
  /** Where its specifiers are resolved from. */
  readonly path: string;
  readonly file: ts.SourceFile;
  readonly bindings: Bindings;
}

/** The modules that one comparison reaches, each parsed once. */
export interface ModuleGraph {
  /** The module at a path; null where it is no code file of the snapshot. */
  module(path: string): Module | null;
  /** The module that a specifier leads to; null for packages and what does not resolve. */
  target(from: Module, specifier: string): Module | null;
  /** A name for what a specifier leads to: the same for all specifiers of one file. */
  identity(from: Module, specifier: string): string;
  /** Paths of the files that were parsed. */
  consulted(): readonly string[];
}

/** Parsed files of one snapshot, kept for the whole of a run; a file whose text has changed is parsed again. */
export interface ModuleCache {
  parsed(path: string, text: string): Module;
  /** The text of a file that is kept. */
  text(path: string): string | undefined;
  /** The tree of a file, for a compiler that leaves its marks on it: once only, and null where it is not kept. */
  lend(path: string): ts.SourceFile | null;
}

const codeFile = /\.[cm]?[jt]sx?$/u;
/** In UTF-16 units of source text; a tree takes about ten times as many bytes. */
const mostText = 32 * 1024 * 1024;

/** A cache that keeps the modules that were used last, up to so much text. */
export function createModuleCache(most: number = mostText): ModuleCache {
  const kept = new Map<string, Module>();
  const lent = new WeakSet<ts.SourceFile>();
  let size = 0;
  const forget = (path: string): void => {
    size -= kept.get(path)?.file.text.length ?? 0;
    kept.delete(path);
  };
  return {
    parsed(path, text) {
      const known = kept.get(path);
      forget(path);
      const module = known?.file.text === text ? known : parsedModule(path, text);
      kept.set(path, module);
      size += text.length;
      for (const oldest of kept.keys()) {
        if (size <= most || oldest === path) break;
        forget(oldest);
      }
      return module;
    },
    text: (path) => kept.get(path)?.file.text,
    lend(path) {
      const file = kept.get(path)?.file;
      if (file === undefined || lent.has(file)) return null;
      lent.add(file);
      return file;
    },
  };
}

function parsedModule(path: string, text: string): Module {
  const file = parseSource(path, text);
  return { id: path, path, file, bindings: withCommonJs(bindFile(file), file) };
}

/** A graph over the files of a snapshot. */
export function createModuleGraph(files: ModuleFiles, cache: ModuleCache = createModuleCache()): ModuleGraph {
  const modules = new Map<string, Module | null>();
  const load = (path: string): Module | null => {
    const text = codeFile.test(path) ? files.text(path) : undefined;
    return text === undefined ? null : cache.parsed(path, text);
  };
  const module = (path: string): Module | null => {
    const known = modules.get(path);
    if (known !== undefined) return known;
    const loaded = load(path);
    modules.set(path, loaded);
    return loaded;
  };
  return {
    module,
    target(from, specifier) {
      const path = files.resolve(from.path, specifier);
      return path === null ? null : module(path);
    },
    identity: (from, specifier) => files.resolve(from.path, specifier) ?? joined(from.path, specifier),
    consulted: () => [...modules].filter(([, loaded]) => loaded !== null).map(([path]) => path),
  };
}

// A relative specifier that leads nowhere still means the same from files of one folder.
function joined(from: string, specifier: string): string {
  if (!/^\.{1,2}(?:\/|$)/u.test(specifier)) return specifier;
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return `./${parts.join("/")}`;
}
