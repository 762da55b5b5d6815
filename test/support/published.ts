import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./program.ts";
import { cleanEnvironment, commitAll, type TempFolder, tempRepository } from "./temp-git.ts";

/** A package that publishes its TypeScript sources, and what else has to be installed for its types to be found. */
export interface Published {
  readonly name: string;
  readonly version: string;
  readonly with?: readonly string[];
  /** True where this repository depends on it, so that nothing has to be fetched. */
  readonly own?: boolean;
  /** Compiler options beside the usual ones. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Compiler options under which the sources of a package are read. */
export const compilerOptions = {
  strict: true,
  target: "ES2022",
  lib: ["ES2023", "DOM", "DOM.Iterable"],
  module: "ESNext",
  moduleResolution: "bundler",
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

/** Installs a package beside its dependencies, once; gives the folder that holds its `node_modules`. */
export function installed({ name, version, with: others = [], own = false }: Published): string {
  if (own) return packageRoot;
  const folder = join(packageRoot, "node_modules/.cache/published", `${name}@${version}`.replace("/", "+"));
  if (existsSync(join(folder, "installed"))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--silent"];
  execFileSync("npm", ["install", ...flags, `${name}@${version}`, ...others], {
    cwd: folder,
    env: cleanEnvironment(),
    stdio: "pipe",
  });
  writeFileSync(join(folder, "installed"), "");
  return folder;
}

/** Puts the published sources of a package into `src` of a folder, without tests and settings of their own. */
export function copySources(published: Published, into: TempFolder): void {
  const from = join(installed(published), "node_modules", published.name, "src");
  into.remove("src");
  cpSync(from, join(into.path, "src"), { recursive: true });
  for (const path of readdirSync(join(into.path, "src"), { recursive: true, encoding: "utf8" })) {
    if (/(?:^|\/)(?:tests?|__tests__|benchmarks)$|tsconfig[^/]*\.json$|\.(?:test|spec|test-d|bench)\.tsx?$/u.test(path))
      into.remove(`src/${path}`);
  }
}

/** The published sources of a package as somebody's repository, with its dependencies installed. */
export function repositoryOf(published: Published): TempFolder {
  const repository = tempRepository();
  copySources(published, repository);
  repository.write("package.json", '{ "name": "corpus", "private": true, "devDependencies": { "vitest": "4" } }\n');
  const tsconfig = { compilerOptions: { ...compilerOptions, ...published.options }, include: ["src"] };
  repository.write("tsconfig.json", JSON.stringify(tsconfig));
  repository.write(".gitignore", "node_modules\n");
  symlinkSync(join(installed(published), "node_modules"), join(repository.path, "node_modules"));
  commitAll(repository);
  return repository;
}
