import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { runGit } from "./git.ts";
import type { Repository } from "./repository.ts";

/** A commit hook: its path as git names it, its text, and whether git may run it. */
export interface CommitHook {
  readonly path: string;
  readonly text: string;
  readonly isExecutable: boolean;
}

/** The hook that git runs before a commit, wherever `core.hooksPath` puts it; null where there is none that can be read. */
export async function commitHook({ place }: Repository): Promise<CommitHook | null> {
  const output = await runGit(place, ["rev-parse", "--git-path", "hooks/pre-commit"]);
  const path = output.stdout.toString("utf8").replace(/\n$/u, "");
  if (output.code !== 0 || path === "") return null;
  try {
    const file = resolve(place.folder, path);
    const isExecutable = process.platform === "win32" || ((await stat(file)).mode & 0o111) !== 0;
    return { path, text: await readFile(file, "utf8"), isExecutable };
  } catch {
    return null; // a hook that is not there, or that git could not read either, does not run
  }
}
