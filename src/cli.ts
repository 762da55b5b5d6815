#!/usr/bin/env node
import { createRequire } from "node:module";
import { join } from "node:path";
import { userCacheFolder } from "./host/cache-folder.ts";
import { useCodeCache } from "./host/code-cache.ts";

/** Written in by the build: a hash of everything that the program is made of. */
declare const BUILD: string | undefined;

/** What the build makes of `main`: one CommonJS file, whose machine code can be kept, unlike that of ECMAScript modules. */
const program = "./program.cjs";

const { stdin, stdout, stderr, argv, env } = process;
const require = createRequire(import.meta.url);
const { version } = require("../package.json") as { version: string };
const words = argv.slice(2);

// A reader that stops early (`| head`) is no failure of ours.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.on("SIGINT", () => process.exit(130));

if (words.length === 1 && (words[0] === "--version" || words[0] === "-V")) stdout.write(`${version}\n`);
else await run();

async function run(): Promise<void> {
  // Under CI nothing that lies about decides what runs.
  const isKept = (env.CI ?? "") === "" && !words.includes("--no-cache");
  const files = /[\\/](?:program|designrc|typescript[\\/]lib[\\/]typescript)\.c?js$/u;
  const code = isKept ? useCodeCache(join(userCacheFolder(env), "code"), files) : null;
  const { main } = require(program) as typeof import("./main.ts");
  process.exitCode = await main(words, {
    cwd: process.cwd(),
    version,
    ...(typeof BUILD === "string" ? { build: BUILD } : {}),
    stdout: (text) => stdout.write(text),
    stderr: (text) => stderr.write(text),
    isTTY: stdin.isTTY === true && stdout.isTTY === true,
    stdoutIsTTY: stdout.isTTY === true,
    stderrIsTTY: stderr.isTTY === true,
    progressStream: stderr,
    env,
    columns: stdout.columns ?? 80,
  });
  code?.flush();
}
