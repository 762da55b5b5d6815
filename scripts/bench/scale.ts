// What a run costs on repositories of growing size: warm, staged, cold. First it proves that the tool judges them rightly.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../src/engine/report.ts";
import { packageRoot } from "../../test/support/program.ts";
import type { TempFolder } from "../../test/support/temp-git.ts";
import { componentPath, generatedRepository, needsInference } from "./generate.ts";
import { type Command, designLint, interleaved, ratio, tsc, type Usage } from "./measure.ts";

const sizes = (process.argv[2] ?? "100,1000,10000").split(",").map(Number);
const rounds = Number(process.argv[3] ?? 5);

interface Told {
  readonly errors: number;
  readonly rules: readonly string[];
}

function judged(cwd: string, ...args: string[]): Told {
  const ran = spawnSync(process.execPath, [designLint, "-f", "json", ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (ran.status === null || ran.status > 1) throw new Error(`design-lint ended with ${ran.status}: ${ran.stderr}`);
  const { summary, diagnostics } = JSON.parse(ran.stdout) as Report;
  return { errors: summary.errors, rules: diagnostics.map(({ rule, path }) => `${rule} ${path}`) };
}

/** One mistake in one file, and what has to be said of it. */
interface Mistake {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly rule: string;
}

const written = 7;
const inferred = 5;

const mistakes: readonly Mistake[] = [
  {
    path: `src/${componentPath(written)}.ts`,
    from: "find(id: string)",
    to: "find(id: number)",
    rule: "interface/changed",
  },
  {
    path: `src/${componentPath(written)}.ts`,
    from: "export type Order",
    to: "type Order",
    rule: "interface/missing-export",
  },
  {
    path: `src/${componentPath(written)}.ts`,
    from: "export class",
    to: "export const extra = 1;\n\nexport class",
    rule: "interface/undeclared-export",
  },
  { path: `src/${componentPath(inferred)}.ts`, from: "count * 2", to: "String(count)", rule: "interface/changed" },
  {
    path: `docs/design/${componentPath(written)}.md`,
    from: "## Edge cases",
    to: "## Corner cases",
    rule: "document/schema",
  },
];

/** Refuses to measure a program that misses a mistake or finds one that is none. */
function prove(repository: TempFolder): void {
  const cwd = repository.path;
  const expectNothing = (...args: string[]): void => {
    const { errors, rules } = judged(cwd, ...args);
    if (errors > 0) throw new Error(`a clean repository has findings: ${rules.join(", ")}`);
  };
  expectNothing("--no-cache");
  expectNothing();
  expectNothing("--staged");
  for (const { path, from, to, rule } of mistakes) {
    const file = join(cwd, path);
    const text = readFileSync(file, "utf8");
    if (!text.includes(from)) throw new Error(`${path} lacks ${from}`);
    writeFileSync(file, text.replace(from, to));
    const told = [judged(cwd), judged(cwd, "--no-cache")];
    repository.git("add", path);
    told.push(judged(cwd, "--staged"), judged(cwd, "--staged", "--no-cache"));
    for (const { rules } of told) {
      if (!rules.some((line) => line.startsWith(`${rule} `)))
        throw new Error(`${rule} was not found: ${rules.join(", ")}`);
    }
    writeFileSync(file, text);
    repository.git("add", path);
  }
  expectNothing();
}

/** No two touches write the same, or the later one would find what is known of the earlier one. */
let touches = 0;

/** Changes a comment of a source, or the prose of a design: work for the tool, and nothing to find. */
function touch(repository: TempFolder, path: string, staged: boolean): () => void {
  return () => {
    const file = join(repository.path, path);
    const text = readFileSync(file, "utf8");
    const marker = path.endsWith(".md") ? "Keeps the items" : "/** Makes an item";
    writeFileSync(
      file,
      text.replace(new RegExp(`${marker.replaceAll("*", "\\*")}( again \\d+)?`, "u"), `${marker} again ${touches++}`),
    );
    if (staged) repository.git("add", path);
  };
}

/** The figures of one size: ratios, and the medians behind them. */
interface Scale {
  readonly components: number;
  readonly warmToGitStatus: number;
  readonly stagedSourceToNode: number;
  readonly stagedSourceToNodeCpu: number;
  readonly stagedDocumentToNode: number;
  readonly stagedDocumentToNodeCpu: number;
  readonly coldToTscCpu: number;
  readonly coldToTscMemory: number;
  readonly touchedToColdCpu: number;
  readonly versionToNode: number;
  readonly usage: { readonly cold: Usage; readonly version: Usage } & Readonly<Record<string, Usage>>;
}

function measured(components: number): Scale {
  const repository = generatedRepository(components);
  const cwd = repository.path;
  mkdirSync(join(cwd, "node_modules"));
  symlinkSync(join(packageRoot, "node_modules/vitest"), join(cwd, "node_modules/vitest"));
  prove(repository);
  const program = (...args: string[]): Command => ({ args: [designLint, "-f", "concise", ...args], cwd });
  const source = `src/${componentPath(written)}.ts`;
  const document = `docs/design/${componentPath(written)}.md`;
  const quick = interleaved(
    {
      node: { args: ["-e", "0"], cwd },
      version: { args: [designLint, "--version"], cwd },
      warm: program(),
    },
    rounds * 2,
  );
  const gitStatus = gitTime(cwd, rounds * 2);
  const touched = interleaved({ touched: { ...program(), before: touch(repository, source, false) } }, rounds);
  repository.git("checkout", "--", ".");
  judged(cwd);
  judged(cwd, "--staged");
  const staged = interleaved({ source: { ...program("--staged"), before: touch(repository, source, true) } }, rounds);
  repository.git("reset", "--hard", "--quiet");
  const stagedDocument = interleaved(
    { document: { ...program("--staged"), before: touch(repository, document, true) } },
    rounds,
  );
  repository.git("reset", "--hard", "--quiet");
  const slow = interleaved(
    { cold: program("--no-cache"), tsc: { args: [tsc, "-p", ".", "--noEmit"], cwd } },
    Math.max(1, Math.min(rounds, Math.ceil(20_000 / components))),
  );
  const { node } = quick;
  return {
    components,
    warmToGitStatus: ratio(quick.warm.wall, gitStatus),
    stagedSourceToNode: ratio(staged.source.wall, node.wall),
    stagedSourceToNodeCpu: ratio(staged.source.cpu, node.cpu),
    stagedDocumentToNode: ratio(stagedDocument.document.wall, node.wall),
    stagedDocumentToNodeCpu: ratio(stagedDocument.document.cpu, node.cpu),
    coldToTscCpu: ratio(slow.cold.cpu, slow.tsc.cpu),
    coldToTscMemory: ratio(slow.cold.memory, slow.tsc.memory),
    touchedToColdCpu: ratio(touched.touched.cpu, slow.cold.cpu),
    versionToNode: ratio(quick.version.wall, node.wall),
    usage: { ...quick, ...touched, ...staged, ...stagedDocument, ...slow },
  };
}

function gitTime(cwd: string, times: number): number {
  const walls: number[] = [];
  for (let time = 0; time < times; time++) {
    const began = performance.now();
    execFileSync("git", ["status", "--porcelain=v2", "-z"], { cwd, stdio: "pipe" });
    walls.push(performance.now() - began);
  }
  return walls.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}

if (!needsInference(inferred) || needsInference(written)) throw new Error("the mistakes stand in the wrong components");
const results = sizes.map(measured);
for (const { usage: _usage, ...shown } of results) process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
const [small, large] = [results.at(-2), results.at(-1)];
if (small !== undefined && large !== undefined) {
  const cpu = ({ usage }: Scale): number => usage.cold.cpu - usage.version.cpu;
  const exponent = Math.log(cpu(large) / cpu(small)) / Math.log(large.components / small.components);
  process.stdout.write(`exponent of cold processor time: ${exponent.toFixed(2)}\n`);
}
const folder = join(packageRoot, "reports");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "bench-scale.json"), JSON.stringify(results, null, 2));
