import { existsSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Platform, TypeFiles } from "../platform.ts";
import { evaluateProbe } from "./probes.ts";

/** The machine that this program runs on: its own package's files, installed packages, and what TypeScript reads. */
export function createPlatform(): Platform {
  const home = packageRoot(dirname(fileURLToPath(import.meta.url)));
  return {
    shipped: (path) => readFileSync(inside(home, path), "utf8"),
    packageFile: async (specifier, folder) => packageFile(specifier, folder),
    typeFiles,
  };
}

/** Sources and the built program lie at different depths below it. */
function packageRoot(start: string): string {
  let folder = start;
  for (;;) {
    const manifest = readJson(join(folder, "package.json"));
    if (isRecord(manifest) && manifest.name === "design-lint") return folder;
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package.json of design-lint above ${start}`);
    folder = parent;
  }
}

function inside(folder: string, path: string): string {
  const file = resolve(folder, path);
  if (!file.startsWith(folder + sep)) throw new Error(`${path} is not inside ${folder}`);
  return file;
}

/** Looked up as Node looks up packages, but nothing is executed: the answer is a JSON file or nothing. */
function packageFile(specifier: string, folder: string): { readonly path: string; readonly text: string } | null {
  const match = /^((?:@[^@/\\]+\/)?[^@/\\.][^/\\]*)(?:\/(.+))?$/u.exec(specifier);
  const name = match?.[1];
  if (name === undefined) return null;
  for (let place = resolve(folder); ; place = dirname(place)) {
    const home = join(place, "node_modules", name);
    const path = existsSync(home) ? jsonOf(home, match?.[2]) : null;
    if (path !== null) return { path, text: readFileSync(path, "utf8") };
    if (dirname(place) === place) return null;
  }
}

/** The JSON file that a package offers: the sub path itself or by `exports`; else `exports`, `designrc.json` or `main`. */
function jsonOf(home: string, subpath: string | undefined): string | null {
  const manifest = readJson(join(home, "package.json"));
  const { exports: exported, main } = isRecord(manifest) ? manifest : {};
  const key = subpath === undefined ? "." : `./${subpath}`;
  const keyed = isRecord(exported) && Object.keys(exported).some((name) => name.startsWith("."));
  const listed = target(keyed ? exported[key] : key === "." ? exported : undefined);
  const candidates = subpath === undefined ? [listed, "designrc.json", ".designrc.json", main] : [listed, subpath];
  for (const candidate of candidates) {
    if (typeof candidate !== "string" || !/\.jsonc?$/u.test(candidate)) continue;
    const path = resolve(home, candidate);
    if (path.startsWith(home + sep) && isFile(path)) return path;
  }
  return null;
}

/** A target of `exports`: a string, or conditions of which the first that leads somewhere counts. */
function target(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (!isRecord(value)) return null;
  for (const condition of ["default", "node", "import", "require"]) {
    const found = value[condition];
    if (typeof found === "string") return found;
  }
  return null;
}

const typeFiles: TypeFiles = {
  fileExists: isFile,
  readFile: (path) => (isFile(path) ? readFileSync(path, "utf8") : undefined),
  directoryExists: (path) => statOf(path)?.isDirectory() ?? false,
  getDirectories: (path) => (typeFiles.directoryExists(path) ? foldersIn(path) : []),
  realpath: (path) => (existsSync(path) ? realpathSync.native(path) : path),
  probe: evaluateProbe,
};

function foldersIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() || (entry.isSymbolicLink() && typeFiles.directoryExists(join(path, entry.name))),
    )
    .map((entry) => entry.name)
    .sort();
}

function isFile(path: string): boolean {
  return statOf(path)?.isFile() ?? false;
}

/** What may not be looked at (a locked folder, a loop of links) is not there, as everywhere in TypeScript. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function readJson(path: string): unknown {
  if (!isFile(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // A manifest that does not parse offers nothing; the caller says that nothing was found.
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
