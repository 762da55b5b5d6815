import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { UserError } from "../user-error.ts";

/** Where git runs: an absolute folder, and the variables that a hook handed down. */
export interface GitPlace {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What one git call gave back. `code` is negative where git could not be started. */
export interface GitOutput {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Fixed for each call: nothing that a repository or a shell says may change what git reads. */
const hardening = {
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_GRAFT_FILE: "/dev/null",
  GIT_NO_LAZY_FETCH: "1",
  GIT_LITERAL_PATHSPECS: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
} as const;

/** Programs that git would start; simple-git refuses an environment that names them. */
const programs: ReadonlySet<string> = new Set(["EDITOR", "VISUAL", "PAGER", "PREFIX", "SSH_ASKPASS"]);

/** What a git hook hands down and git has to be told again. */
const handedDown = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] as const;

/** The variables of a surrounding git hook that say which repository and index are meant. */
export function hookVariables(ambient: Readonly<NodeJS.ProcessEnv>): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of handedDown) {
    const value = ambient[name];
    if (value !== undefined && value !== "") found[name] = value;
  }
  return found;
}

/** The environment of a git call: the ambient one without any `GIT_*`, then the hardening, then what the place keeps. */
export function gitEnvironment(
  ambient: Readonly<NodeJS.ProcessEnv>,
  kept: Readonly<Record<string, string>>,
): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(ambient)) {
    const upper = name.toUpperCase();
    if (value !== undefined && !upper.startsWith("GIT_") && !programs.has(upper)) env[name] = value;
  }
  return { ...env, ...hardening, ...kept, LC_ALL: "C" };
}

/** Runs git with arguments as they are, no shell. Failing is a code, never a rejection. */
export async function runGit(place: GitPlace, args: readonly string[], input?: string): Promise<GitOutput> {
  const seen: GitOutput[] = [];
  const env = gitEnvironment(process.env, place.env);
  // Where a run is remembered, no more than `askGit` is needed of all this.
  const { simpleGit } = await import("simple-git");
  const git = simpleGit({
    baseDir: place.folder,
    allowEnvironment: Object.keys(env),
    completion: { onClose: true, onExit: false },
    ...(input === undefined ? {} : { input: () => input }),
    // The only way to exit codes and bytes: by default simple-git calls some failures a success and decodes all output.
    errors: (_error, result) => {
      const stderr = Buffer.concat(result.stdErr).toString("utf8");
      seen.push({ code: result.exitCode, stdout: Buffer.concat(result.stdOut), stderr });
      return undefined;
    },
  });
  await git.env(env).raw([...args]);
  return seen[0] ?? { code: -1, stdout: Buffer.alloc(0), stderr: "git gave no answer" };
}

/** Standard output of a git call; rejects with a `UserError` in git's own words where it fails. */
export async function gitBytes(place: GitPlace, args: readonly string[], input?: string): Promise<Buffer> {
  const output = await askGit(place, args, input);
  if (output.code !== 0) throw gitFailure(output, args);
  return output.stdout;
}

/** Like `runGit`, for the questions of every run: nothing has to be loaded for them. */
export function askGit(place: GitPlace, args: readonly string[], input = ""): Promise<GitOutput> {
  const child = startGit(place, args);
  const streams = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  child.stdout.on("data", (chunk: Buffer) => streams.stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => streams.stderr.push(chunk));
  // Where git ends before it has read everything, its exit code says more.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: -1, stdout: Buffer.alloc(0), stderr: error.message }));
    child.on("close", (code) => {
      const stderr = Buffer.concat(streams.stderr).toString("utf8");
      resolve({ code: code ?? -1, stdout: Buffer.concat(streams.stdout), stderr });
    });
  });
}

/** Starts a git process that answers as long as its input is open (`cat-file --batch`). */
export function startGit(place: GitPlace, args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn("git", [...args], {
    cwd: place.folder,
    env: gitEnvironment(process.env, place.env),
    stdio: "pipe",
    windowsHide: true,
  });
}

/** True where git itself is not installed. */
export function isGitMissing(output: GitOutput): boolean {
  return output.code !== 0 && /spawn git ENOENT/u.test(output.stderr);
}

/** What a person is told when git refuses: its reason, and the command that mends it where git names one. */
export function gitFailure(output: GitOutput, args: readonly string[]): UserError {
  const lines = output.stderr.split("\n").map((line) => line.trim());
  const reason = lines.find((line) => /^(?:fatal|error): /u.test(line)) ?? lines.find((line) => line !== "");
  const said = reason?.replace(/^(?:fatal|error): /u, "") ?? `exit code ${output.code}`;
  const command = lines.find((line) => line.startsWith("git "));
  if (/dubious ownership/u.test(said)) {
    return new UserError("git-untrusted", `git does not trust this repository: ${said}`, hinted(command));
  }
  return new UserError("git-failed", `git ${args[0] ?? ""} failed: ${said}`, hinted(command));
}

function hinted(command: string | undefined): { hint?: string } {
  return command === undefined ? {} : { hint: `Run: ${command}` };
}
