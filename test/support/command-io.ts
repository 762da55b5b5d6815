import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { CommandIo } from "../../src/commands/io.ts";

/** An io without terminal that keeps what a command writes. */
export interface RecordingIo extends CommandIo {
  readonly out: () => string;
  readonly err: () => string;
}

/** Hands a command a folder, and keeps its output. */
export function recordingIo(cwd: string, changes: Partial<CommandIo> = {}): RecordingIo {
  const out: string[] = [];
  const err: string[] = [];
  return {
    cwd,
    stdout: (text) => void out.push(text),
    stderr: (text) => void err.push(text),
    isTTY: false,
    env: {},
    color: false,
    columns: 80,
    ...changes,
    out: () => out.join(""),
    err: () => err.join(""),
  };
}

/** A folder with files, in a git repository of its own unless `git` is false. */
export function projectFolder(files: Readonly<Record<string, string>>, { git = true } = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "design-lint-command-")));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  if (git) {
    const run = (...args: string[]) => execFileSync("git", args, { cwd: folder, stdio: "ignore" });
    run("init", "-q");
    run("add", "-A");
  }
  return folder;
}

/** Reads a file of a folder; undefined where there is none. */
export function fileIn(folder: string, path: string): string | undefined {
  try {
    return readFileSync(join(folder, path), "utf8");
  } catch {
    return undefined; // asked for exactly to see whether it exists
  }
}
