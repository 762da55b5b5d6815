import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../../test/support/program.ts";

/** What one run of a Node program took: milliseconds of clock and processor, mebibytes at its peak. */
export interface Usage {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

/** A Node program to be measured: arguments after `node`, and where it runs. */
export interface Command {
  readonly args: readonly string[];
  readonly cwd: string;
  /** Exit codes that are no failure of the measurement. */
  readonly codes?: readonly number[];
  /** Runs before each measured run. */
  readonly before?: () => void;
}

// As CommonJS: an ECMAScript module before the program would make every start half as long again, that of bare Node too.
const preload = fileURLToPath(new URL("usage.cjs", import.meta.url));

/** Where certificates of one's own are named, Node 20 reads them all at each start, for twice the time of a bare one. */
const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...env } = process.env;

/** Runs a program once. Throws where it ends with an exit code that was not expected. */
export function usageOf({ args, cwd, codes = [0], before }: Command): Usage {
  before?.();
  const folder = mkdtempSync(join(tmpdir(), "design-lint-bench-"));
  const file = join(folder, "usage.json");
  const began = performance.now();
  const ran = spawnSync(process.execPath, ["--require", preload, ...args], {
    cwd,
    env: { ...env, BENCH_USAGE: file, NO_COLOR: "1" },
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  const wall = performance.now() - began;
  if (ran.status === null || !codes.includes(ran.status))
    throw new Error(`node ${args.join(" ")} ended with ${ran.status}:\n${ran.stdout.slice(0, 2000)}${ran.stderr}`);
  const used = JSON.parse(readFileSync(file, "utf8")) as Omit<Usage, "wall">;
  rmSync(folder, { recursive: true });
  return { wall, ...used };
}

/** Medians of several runs of each command, taken in turn, so that a busy moment meets all of them. */
export function interleaved<Name extends string>(
  commands: Readonly<Record<Name, Command>>,
  rounds: number,
): Readonly<Record<Name, Usage>> {
  const names = Object.keys(commands) as Name[];
  const runs = new Map<Name, Usage[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) for (const name of names) runs.get(name)?.push(usageOf(commands[name]));
  return Object.fromEntries(names.map((name) => [name, medians(runs.get(name) ?? [])])) as Record<Name, Usage>;
}

function medians(runs: readonly Usage[]): Usage {
  return {
    wall: median(runs.map(({ wall }) => wall)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    memory: median(runs.map(({ memory }) => memory)),
  };
}

/** The middle value; of an even number the lower one of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** Two digits are all that a machine of other people's work can tell. */
export function ratio(a: number, b: number): number {
  return Number((a / b).toPrecision(2));
}

/** The built program. */
export const designLint = join(packageRoot, "dist/cli.cjs");
/** The TypeScript compiler that comes with the program. */
export const tsc = join(packageRoot, "node_modules/typescript/lib/tsc.js");
