// Compares random and mutated TypeScript, 100,000 pairs unless told otherwise:
// node scripts/fuzz.mjs [--seed n] [--from n] [--inputs n]
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { globSync } from "tinyglobby";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const syntax = join(root, "dist/syntax.cjs");
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "20261122" },
    from: { type: "string", default: "0" },
    inputs: { type: "string", default: "100000" },
  },
});
const [seed, from, inputs] = [values.seed, values.from, values.inputs].map(Number);
// By the clock, as nobody asks the worker while it works: on a busy machine it gets a small part of it.
const longestSilence = 300_000;
const mostMegabytes = 768;
const slowest = { share: 0.0001, milliseconds: 5000 };

const cache = join(root, "node_modules", ".cache");
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, "fuzz-"));
try {
  process.exitCode = await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main() {
  await build({
    absWorkingDir: root,
    stdin: { contents: worker(), resolveDir: root, sourcefile: "fuzz-worker.ts", loader: "ts" },
    outfile: join(folder, "worker.mjs"),
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    external: ["typescript"],
    // As the program parses, once it is built.
    define: existsSync(syntax) ? { SYNTAX: JSON.stringify(syntax) } : {},
    banner: { js: 'import { createRequire as __r } from "node:module"; const require = __r(import.meta.url);' },
    logLevel: "warning",
  });
  const real = globSync(
    ["src/**/*.ts", "node_modules/rxjs/src/**/*.ts", "node_modules/@tanstack/query-core/src/*.ts"],
    {
      cwd: root,
    },
  )
    .sort()
    .map((path) => readFileSync(join(root, path), "utf8"))
    .filter((text) => text.length < 6000);
  writeFileSync(join(folder, "real.json"), JSON.stringify(real));
  const ran = await watched();
  return ran.report === null ? died(ran) : told(ran.report);
}

/** The fuzzing itself, in a process of its own with little memory. */
function worker() {
  return `
    import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
    import { fuzz, shownFailure } from "./test/fuzz/run.ts";
    const folder = process.argv[2] ?? "";
    const [seed = 0, from = 0, to = 0] = process.argv.slice(3).map(Number);
    const place = openSync(folder + "/at", "w");
    const real = JSON.parse(readFileSync(folder + "/real.json", "utf8"));
    const at = (index: number): void => { writeSync(place, String(index).padEnd(12), 0); };
    const report = fuzz({ seed, from, to, real, at });
    closeSync(place);
    const failures = report.failures.map((failure) => shownFailure(seed, failure));
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    writeFileSync(folder + "/report.json", JSON.stringify({ ...report, failures, megabytes }));
  `;
}

function watched() {
  const limits = [`--max-old-space-size=${mostMegabytes / 2}`, join(folder, "worker.mjs"), folder];
  const child = spawn(process.execPath, [...limits, seed, from, from + inputs].map(String), { stdio: "inherit" });
  // A worker that outlives this process would go on for nobody.
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
      process.exit(2);
    });
  }
  let last = { at: "", time: Date.now() };
  const timer = setInterval(() => {
    const at = textOf("at");
    if (at !== last.at) last = { at, time: Date.now() };
    else if (Date.now() - last.time > longestSilence) child.kill("SIGKILL");
  }, 1000);
  return new Promise((resolve) => {
    child.on("close", (code) => {
      clearInterval(timer);
      resolve({ code, at: textOf("at").trim(), report: code === 0 ? JSON.parse(textOf("report.json")) : null });
    });
  });
}

function textOf(name) {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch {
    return "";
  }
}

function died({ code, at }) {
  console.error(
    `The process ended (${code}) at input ${at}: node scripts/fuzz.mjs --seed ${seed} --from ${at} --inputs 1`,
  );
  return 1;
}

function told({ failures, ...report }) {
  for (const failure of failures) console.error(failure);
  const perInput = report.totalMs / report.inputs;
  console.log(
    JSON.stringify({ ...report, totalMs: Math.round(report.totalMs), msPerInput: Number(perInput.toFixed(2)) }),
  );
  const tooSlow =
    report.slow > Math.ceil(report.inputs * slowest.share) || (report.slowest[0]?.ms ?? 0) > slowest.milliseconds;
  if (tooSlow) console.error(`Too slow: ${report.slow} inputs above 250 ms`);
  if (report.megabytes > mostMegabytes) console.error(`Too much memory: ${report.megabytes} MB`);
  return failures.length > 0 || tooSlow || report.megabytes > mostMegabytes ? 1 : 0;
}
