import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder of a test's own, with git in it where asked for. */
export interface TempFolder {
  readonly path: string;
  /** Writes a file, making its folders; gives its absolute path. */
  write(path: string, content: string | Uint8Array): string;
  remove(path: string): void;
  /** Runs git in the folder; gives its standard output. */
  git(...args: string[]): string;
}

/** Nothing of the machine's own configuration, nor of a hook that the tests run in, gets into a test. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
  const identity = { NAME: "Ada", EMAIL: "ada@example.com", DATE: "2026-01-01T00:00:00Z" };
  const people = Object.entries(identity).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  return {
    ...env,
    ...Object.fromEntries(people),
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    LC_ALL: "C",
  };
}

/** An empty temporary folder (its real path). The code under test obeys a surrounding hook, so the tests may not stand in one. */
export function tempFolder(): TempFolder {
  for (const name of ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"]) delete process.env[name];
  const path = realpathSync(mkdtempSync(join(tmpdir(), "design-lint-")));
  return {
    path,
    write: (name, content) => {
      const absolute = join(path, name);
      mkdirSync(dirname(absolute), { recursive: true });
      writeFileSync(absolute, content);
      return absolute;
    },
    remove: (name) => rmSync(join(path, name), { recursive: true, force: true }),
    git: (...args) =>
      execFileSync("git", args, { cwd: path, env: cleanEnvironment(), encoding: "utf8", stdio: "pipe" }),
  };
}

/** A temporary folder that is an empty git repository with the branch `main`. */
export function tempRepository(...options: string[]): TempFolder {
  const folder = tempFolder();
  folder.git("init", "--quiet", "--initial-branch=main", ...options);
  return folder;
}

/** Commits everything in the folder. */
export function commitAll(folder: TempFolder, message = "change"): void {
  folder.git("add", "--all");
  folder.git("commit", "--quiet", "--allow-empty", "--message", message);
}
