import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cleanEnvironment, commitAll, type TempFolder, tempFolder, tempRepository } from "./temp-git.ts";

/** Absolute path of this repository. */
export const packageRoot = fileURLToPath(new URL("../..", import.meta.url));

const bin = join(packageRoot, "dist/cli.cjs");

/** What the program keeps for its user, whatever the repository. */
export const userCache = join(packageRoot, "node_modules/.cache/test-user");

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Kills the program with SIGKILL after so many milliseconds. */
  readonly killAfter?: number;
}

/** Runs a program to its end; GIT_* and CI of the surrounding run are not handed on. */
export function runCommand(command: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  const { CI: _ci, FORCE_COLOR: _force, NO_COLOR: _no, npm_config_package: _package, ...outer } = cleanEnvironment();
  const child = spawn(command, [...args], {
    cwd: options.cwd,
    env: { ...outer, XDG_CACHE_HOME: userCache, ...options.env },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  // A program that reads nothing may have ended before it is given anything.
  child.stdin.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  child.stdin.end(options.input ?? "");
  const timer =
    options.killAfter === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), options.killAfter);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
}

/** Runs the built program. */
export function designLint(args: readonly string[], options: RunOptions): Promise<Ran> {
  return runCommand(process.execPath, [bin, ...args], options);
}

/** A new folder with these files, outside git. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = tempFolder();
  for (const [path, content] of Object.entries(files)) folder.write(path, content);
  return folder.path;
}

/** A new git repository with these files, committed. */
export function repositoryWith(files: Readonly<Record<string, string | Uint8Array>>): TempFolder {
  const folder = tempRepository();
  for (const [path, content] of Object.entries(files)) folder.write(path, content);
  commitAll(folder);
  return folder;
}
