import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { createPlatform } from "../../../src/host/platform.ts";
import { type CompareInput, compareInterface } from "../../../src/interface/compare.ts";
import { createModuleCache } from "../../../src/interface/module-graph.ts";
import { createOracle } from "../../../src/interface/oracle.ts";
import { printInterface } from "../../../src/interface/print.ts";
import type { OracleAnswer, TypeOracle } from "../../../src/interface/type-oracle.ts";
import type { InterfaceFinding } from "../../../src/interface/verdict.ts";
import type { TypeFiles } from "../../../src/platform.ts";
import { resolveRelative } from "../../../src/workspace/resolve.ts";
import { blockOf } from "../../support/interface/compared.ts";
import { packageRoot } from "../../support/program.ts";
import { compilerOptions } from "../../support/published.ts";

/** The sources of a package as a project in memory, its dependencies on the disk. */
export interface Project {
  readonly name: string;
  /** Root-relative path → text of all sources. */
  readonly texts: ReadonlyMap<string, string>;
  /** Paths of the sources that are looked at. */
  readonly chosen: readonly string[];
}

/** A project with some texts exchanged, and one compiler for all questions. */
export interface Variant {
  readonly texts: ReadonlyMap<string, string>;
  readonly oracle: TypeOracle;
  /** What the comparison says of a file and the blocks of its document. */
  compare(path: string, blocks: readonly string[], more?: Partial<CompareInput>): readonly InterfaceFinding[];
}

const config = (types: readonly string[]): string =>
  JSON.stringify({ compilerOptions: { ...compilerOptions, types }, include: ["src"] });

/** Reads the sources of an installed package, or of this repository (`own`); at most so many of them are looked at. */
export function readProject(name: string, most = Number.POSITIVE_INFINITY): Project {
  const folder = name === "own" ? packageRoot : join(packageRoot, "node_modules", name);
  const paths = globSync("src/**/*.{ts,tsx,mts,cts}", { cwd: folder })
    .filter((path) => !/\.d\.[cm]?ts$/u.test(path))
    .sort();
  const texts = new Map(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
  const step = Math.max(1, paths.length / most);
  const chosen = paths.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  return { name, texts: new Map([...texts, ["tsconfig.json", config(name === "own" ? ["node"] : [])]]), chosen };
}

/** The project with other texts in the place of some. */
export function variantOf(project: Project, changed: ReadonlyMap<string, string> = new Map()): Variant {
  const texts = new Map([...project.texts, ...changed]);
  const paths = new Set(texts.keys());
  const root = "/corpus";
  const oracle = remembering(
    createOracle({ root, files: filesBelow(root), text: (path) => texts.get(path), sources: project.chosen }),
  );
  const cache = createModuleCache();
  const files = {
    text: (path: string) => texts.get(path),
    resolve: (from: string, specifier: string) => resolveRelative(paths, from, specifier),
  };
  return {
    texts,
    oracle,
    compare: (path, blocks, more = {}) =>
      compareInterface({
        source: { path, text: texts.get(path) ?? "" },
        document: { path: "docs/design/a.md" },
        blocks: placed(blocks),
        files,
        oracle,
        cache,
        ...more,
      }).findings,
  };
}

/** The Interface block that the scaffold writes for a source. */
export function blockFor(path: string, { texts, oracle }: Pick<Variant, "texts" | "oracle">): string {
  return printInterface({ path, text: texts.get(path) ?? "" }, oracle).text;
}

function placed(blocks: readonly string[]): CompareInput["blocks"] {
  let start = 0;
  return blocks.map((text) => {
    const block = blockOf(text, start);
    start += text.length + 20;
    return block;
  });
}

function remembering(oracle: TypeOracle): TypeOracle {
  const known = new Map<string, OracleAnswer>();
  return {
    ...oracle,
    declarationOf(path, name) {
      const key = `${path} ${name}`;
      const answer = known.get(key) ?? oracle.declarationOf(path, name);
      known.set(key, answer);
      return answer;
    },
  };
}

// Below the root there are only dependencies; everything else is the compiler's own.
function filesBelow(root: string): TypeFiles {
  const { typeFiles } = createPlatform();
  const real = (path: string): string | null => {
    if (path !== root && !path.startsWith(`${root}/`)) return path;
    return path.startsWith(`${root}/node_modules/`) ? join(packageRoot, path.slice(root.length)) : null;
  };
  const on = <T>(path: string, use: (path: string) => T, otherwise: T): T => {
    const place = real(path);
    return place === null ? otherwise : use(place);
  };
  return {
    fileExists: (path) => on(path, typeFiles.fileExists, false),
    readFile: (path) => on(path, typeFiles.readFile, undefined),
    directoryExists: (path) => on(path, typeFiles.directoryExists, path === `${root}/node_modules`),
    getDirectories: (path) => on<string[]>(path, typeFiles.getDirectories, []),
    realpath: (path) => on(path, typeFiles.realpath, path),
  };
}
