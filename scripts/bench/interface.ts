// Ratios of the drift check: to parsing alone, to `tsc --noEmit`, to API Extractor. Medians of interleaved runs on published sources.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareInterface } from "../../src/interface/compare.ts";
import { createModuleCache } from "../../src/interface/module-graph.ts";
import { parseSource } from "../../src/interface/parse.ts";
import { resolveRelative } from "../../src/workspace/resolve.ts";
import { installed, type Published, repositoryOf } from "../../test/support/published.ts";
import { commitAll, type TempFolder, tempFolder } from "../../test/support/temp-git.ts";
import { designLint, interleaved, median, ratio, tsc } from "./measure.ts";

const packages: readonly Published[] = [
  { name: "rxjs", version: "7.8.2" },
  { name: "zod", version: "4.6.7" },
];
const extractor: Published = { name: "@microsoft/api-extractor", version: "7.60.1" };
const rounds = Number(process.argv[2] ?? 5);

/** The package with a design for every source, committed. */
function designed(published: Published): TempFolder {
  const repository = repositoryOf(published);
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [designLint, ...args], { cwd: repository.path, stdio: "pipe" });
  run("init", "--yes");
  try {
    run("--fix", "--no-cache");
  } catch {
    // Placeholders for people stay, and are findings.
  }
  commitAll(repository);
  return repository;
}

interface Pair {
  readonly path: string;
  readonly text: string;
  readonly document: string;
  readonly block: string;
}

/** Every source with the text of its Interface block. */
function pairsOf(repository: TempFolder): readonly Pair[] {
  const files = repository.git("ls-files", "-z").split("\0");
  const known = new Set(files);
  return files.flatMap((path) => {
    const document = path.replace(/^src\//u, "docs/design/").replace(/\.[cm]?[jt]sx?$/u, ".md");
    if (!path.startsWith("src/") || !known.has(document)) return [];
    const markdown = readFileSync(join(repository.path, document), "utf8");
    const block = /^## Interface\n[\s\S]*?^```ts\n([\s\S]*?)^```/mu.exec(markdown)?.[1];
    if (block === undefined) return [];
    return [{ path, document, block, text: readFileSync(join(repository.path, path), "utf8") }];
  });
}

/** Processor time of the comparison without a compiler program, over that of parsing the same sources. */
function tierOne(repository: TempFolder): { readonly ratio: number; readonly parse: number; readonly compare: number } {
  const pairs = pairsOf(repository);
  const known = new Set(repository.git("ls-files", "-z").split("\0"));
  const kept = new Map<string, string>();
  const text = (path: string): string | undefined => {
    if (!known.has(path)) return undefined;
    const loaded = kept.get(path) ?? readFileSync(join(repository.path, path), "utf8");
    kept.set(path, loaded);
    return loaded;
  };
  const files = { text, resolve: (from: string, specifier: string) => resolveRelative(known, from, specifier) };
  const parse = () => {
    for (const pair of pairs) parseSource(pair.path, pair.text);
  };
  const compare = () => {
    const cache = createModuleCache();
    for (const pair of pairs) {
      const range = { start: 0, end: pair.block.length };
      const block = { section: ["interface"], lang: "ts", text: pair.block, range, lines: lineStarts(pair.block) };
      compareInterface({
        source: pair,
        document: { path: pair.document },
        blocks: [block],
        files,
        oracle: null,
        cache,
      });
    }
  };
  const times = { parse: [] as number[], compare: [] as number[] };
  for (let round = 0; round < rounds * 2; round++) {
    times.parse.push(cpuOf(parse));
    times.compare.push(cpuOf(compare));
  }
  const [parsed, compared] = [median(times.parse), median(times.compare)];
  return { ratio: ratio(compared, parsed), parse: parsed, compare: compared };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
}

function cpuOf(work: () => void): number {
  globalThis.gc?.();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** API Extractor on the declarations of the package's entry point, as a program of its own. */
function extractorCommand(repository: TempFolder): readonly string[] {
  const folder = tempFolder();
  const emit = ["--declaration", "--emitDeclarationOnly", "--noEmit", "false", "--outDir", join(folder.path, "types")];
  try {
    execFileSync(process.execPath, [tsc, "-p", ".", "--rootDir", ".", ...emit], {
      cwd: repository.path,
      stdio: "pipe",
    });
  } catch {
    // Errors in the sources of a package do not keep the compiler from writing declarations.
  }
  mkdirSync(join(folder.path, "report"), { recursive: true });
  folder.write("package.json", '{ "name": "measured", "version": "1.0.0", "types": "types/src/index.d.ts" }\n');
  folder.write(
    "tsconfig.json",
    readFileSync(join(repository.path, "tsconfig.json"), "utf8").replace('"src"', '"types"'),
  );
  const config = {
    projectFolder: folder.path,
    mainEntryPointFilePath: join(folder.path, "types/src/index.d.ts"),
    compiler: { tsconfigFilePath: join(folder.path, "tsconfig.json") },
    apiReport: { enabled: true, reportFolder: "report", reportTempFolder: "report", reportFileName: "api.md" },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    messages: { extractorMessageReporting: { default: { logLevel: "none" } } },
  };
  const file = folder.write("api-extractor.json", JSON.stringify(config));
  const bin = join(installed(extractor), "node_modules/@microsoft/api-extractor/bin/api-extractor");
  return [bin, "run", "--local", "--config", file];
}

/** Changes the largest source in a way that its importers may see, another one each time. */
function toucher(repository: TempFolder): () => void {
  const [largest] = [...pairsOf(repository)].sort((a, b) => b.text.length - a.text.length);
  if (largest === undefined) throw new Error("the package has no sources");
  let round = 0;
  return () => {
    repository.write(largest.path, `${largest.text}\nfunction touched${round++}(): void {}\n`);
  };
}

const results = packages.map((published) => {
  const repository = designed(published);
  const cwd = repository.path;
  const tier = tierOne(repository);
  const touch = toucher(repository);
  const measured = interleaved(
    {
      node: { args: ["-e", "0"], cwd },
      check: { args: [designLint, "--no-cache", "-f", "json"], cwd, codes: [0, 1] },
      tsc: { args: [tsc, "-p", ".", "--noEmit"], cwd, codes: [0, 1, 2] },
      extractor: { args: extractorCommand(repository), cwd, codes: [0, 1] },
      again: { args: [designLint, "-f", "json"], cwd, codes: [0, 1] },
      touched: { args: [designLint, "-f", "json"], cwd, codes: [0, 1], before: touch },
    },
    rounds,
  );
  const { check, tsc: compiler, extractor: rival, node, again, touched } = measured;
  return {
    package: `${published.name}@${published.version}`,
    sources: pairsOf(repository).length,
    tierOneToParse: tier.ratio,
    checkToTscCpu: ratio(check.cpu, compiler.cpu),
    checkToTscMemory: ratio(check.memory, compiler.memory),
    extractorToCheckWall: ratio(rival.wall, check.wall),
    extractorToCheckCpu: ratio(rival.cpu, check.cpu),
    extractorToTouchedWall: ratio(rival.wall, touched.wall),
    extractorToAgainWall: ratio(rival.wall, again.wall),
    checkToNodeWall: ratio(check.wall, node.wall),
    medians: { ...measured, parseCpu: tier.parse, compareCpu: tier.compare },
  };
});
for (const { medians: _medians, ...shown } of results) process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
const out = tempFolder().write("interface.json", JSON.stringify(results, null, 2));
process.stdout.write(`Medians of ${rounds} interleaved runs: ${out}\n`);
