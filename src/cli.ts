#!/usr/bin/env node
import { createRequire } from "node:module";
import { main } from "./main.ts";

/** Written in by the build: a hash of everything that the program is made of. */
declare const BUILD: string | undefined;

const { stdin, stdout, stderr, argv, env } = process;
const { version } = createRequire(import.meta.url)("../package.json") as { version: string };

// A reader that stops early (`| head`) is no failure of ours.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.on("SIGINT", () => process.exit(130));

process.exitCode = await main(argv.slice(2), {
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
