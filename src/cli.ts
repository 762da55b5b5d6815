#!/usr/bin/env node
import { createRequire } from "node:module";
import { join } from "node:path";
import { isatty } from "node:tty";
import type { CodeCache } from "./host/code-cache.ts";
import type { Program } from "./start.ts";

/** Written in by the build: a hash of everything that the program is made of. */
declare const BUILD: string | undefined;

/** What the build makes of `main`: one CommonJS file, whose machine code can be kept, unlike that of ECMAScript modules. */
const program = "./program.cjs";

const { stdout, stderr, argv, env } = process;
const require = createRequire(import.meta.url);
const { version } = require("../package.json") as { version: string };
const words = argv.slice(2);

// A reader that stops early (`| head`) is no failure of ours; a report that cannot be written is not given.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") return;
  stderr.write(`design-lint: the output cannot be written: ${error.message}\n`);
  process.exit(2);
});
// There is nowhere left to say it, and the report and its exit code stand.
stderr.on("error", () => undefined);
process.on("SIGINT", () => process.exit(130));

// For its version a program loads nothing else.
if (words.length === 1 && (words[0] === "--version" || words[0] === "-V")) stdout.write(`${version}\n`);
else void run();

async function run(): Promise<void> {
  const { start } = await import("./start.ts");
  const io = {
    cwd: process.cwd(),
    version,
    ...(typeof BUILD === "string" ? { build: BUILD } : {}),
    stdout: (text: string) => stdout.write(text),
    stderr: (text: string) => stderr.write(text),
    isTTY: isatty(0) && stdout.isTTY === true,
    stdoutIsTTY: stdout.isTTY === true,
    stderrIsTTY: stderr.isTTY === true,
    progressStream: stderr,
    env,
    columns: stdout.columns ?? 80,
  };
  const code = await keptCode();
  process.exitCode = await start(words, io, () => require(program) as Program);
  code?.flush();
}

/** Under CI nothing that lies about decides what runs. */
async function keptCode(): Promise<CodeCache | null> {
  if ((env.CI ?? "") !== "" || words.includes("--no-cache")) return null;
  const { userCacheFolder } = await import("./host/cache-folder.ts");
  const { useCodeCache } = await import("./host/code-cache.ts");
  const files = /[\\/](?:program|syntax|designrc|packages[\\/][\w-]+|typescript[\\/]lib[\\/]typescript)\.c?js$/u;
  const folder = join(userCacheFolder(env), "code");
  return useCodeCache(folder, files);
}
