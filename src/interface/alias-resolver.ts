import type ts from "typescript";
import type { OracleDisk } from "./oracle-disk.ts";
import type { ProjectFinder } from "./oracle-settings.ts";
import { typescript } from "./typescript.ts";

/** Where a specifier leads that is no relative path: a root-relative path, null for packages. */
export interface AliasTarget {
  readonly path: string | null;
  /** True where other files could lead it elsewhere. */
  readonly isOpen: boolean;
}

/** Finds what names of a project's own settings stand for: `paths` and `baseUrl`, `imports` and the own name of a package, `rootDirs`. */
export interface AliasResolver {
  resolve(from: string, specifier: string): AliasTarget;
  /** Root-relative paths of the configs that decide about a file, with all that they extend. */
  configs(from: string): readonly string[];
}

/** What the resolver sees: configs through `disk`, and of the files those of the snapshot alone. */
export interface AliasInput {
  readonly disk: OracleDisk;
  readonly settingsOf: ProjectFinder;
  /** True for the root-relative paths of the snapshot. */
  has(path: string): boolean;
}

const nowhere: AliasTarget = { path: null, isOpen: false };

/** A resolver with the nearest tsconfig of each file; nothing outside the snapshot is looked for, so that packages stay names. */
export function createAliasResolver(input: AliasInput): AliasResolver {
  const known = new Map<string, AliasTarget>();
  const host = hostOver(input);
  return {
    resolve(from, specifier) {
      const key = JSON.stringify([from.slice(0, from.lastIndexOf("/") + 1), /\.[^.]*$/u.exec(from)?.[0], specifier]);
      const found = known.get(key) ?? resolved(from, specifier, { ...input, host });
      known.set(key, found);
      return found;
    },
    configs: (from) => input.settingsOf(input.disk.absolute(from)).consulted,
  };
}

interface Resolving extends AliasInput {
  readonly host: ts.ModuleResolutionHost;
}

function resolved(from: string, specifier: string, { disk, settingsOf, host }: Resolving): AliasTarget {
  const ts = typescript();
  const file = disk.absolute(from);
  const { options } = settingsOf(file);
  if (!mayLead(specifier, options) && !isOwnName(specifier, file, { disk, host })) return nowhere;
  const mode = ts.getImpliedNodeFormatForFile(file, undefined, host, options);
  const { resolvedModule } = ts.resolveModuleName(specifier, file, options, host, undefined, undefined, mode);
  const path = resolvedModule === undefined ? null : disk.relative(resolvedModule.resolvedFileName);
  return { path, isOpen: true };
}

function mayLead(specifier: string, { baseUrl, paths, rootDirs }: ts.CompilerOptions): boolean {
  if (/^\.{1,2}(?:\/|$)/u.test(specifier)) return rootDirs !== undefined;
  if (specifier.startsWith("#") || baseUrl !== undefined) return true;
  return Object.keys(paths ?? {}).some((pattern) => {
    const [before = "", after] = pattern.split("*");
    return after === undefined ? specifier === pattern : specifier.startsWith(before) && specifier.endsWith(after);
  });
}

// A package may import itself by its name.
function isOwnName(specifier: string, file: string, { disk, host }: Pick<Resolving, "disk" | "host">): boolean {
  const name = /^(?:@[^/]+\/)?[^/]+/u.exec(specifier)?.[0];
  for (let folder = parent(file); folder.length >= disk.root.length; folder = parent(folder)) {
    const text = host.readFile(`${folder}/package.json`);
    if (text !== undefined) return /"name"\s*:\s*"([^"]*)"/u.exec(text)?.[1] === name;
  }
  return false;
}

function parent(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

function hostOver({ disk, has }: AliasInput): ts.ModuleResolutionHost {
  const fileExists = (path: string): boolean => {
    const inside = disk.relative(path);
    return inside !== null && has(inside);
  };
  return {
    fileExists,
    readFile: (path) => (fileExists(path) ? disk.read(path) : undefined),
    getCurrentDirectory: () => disk.root,
    useCaseSensitiveFileNames: true,
  };
}
