import { existsSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Notice } from "../snapshot.ts";
import { UserError } from "../user-error.ts";
import type { ObjectFormat } from "./blob.ts";
import { askGit, type GitOutput, type GitPlace, gitFailure, hookVariables, isGitMissing } from "./git.ts";

/** The git repository that a root lies in. Git always runs in its top folder. */
export interface Repository {
  readonly place: GitPlace;
  /** Path from the top to the root, "" or ending in `/`. */
  readonly prefix: string;
  readonly format: ObjectFormat;
  /** Absolute path of `info/attributes`, which need not exist. */
  readonly attributes: string;
}

/** The folder that a run judges, absolute and without symlinks; `repository` is null outside git. */
export interface Root {
  readonly folder: string;
  readonly repository: Repository | null;
  readonly notices: readonly Notice[];
}

interface Found {
  readonly top: string;
  readonly format: ObjectFormat;
  readonly attributes: string;
}

const question = [
  "rev-parse",
  "--is-bare-repository",
  "--is-inside-git-dir",
  "--show-object-format",
  "--git-path",
  "info/attributes",
  "--show-toplevel",
] as const;

/** The root of a run: the folder of `configFile` where given, else git's top folder, else the nearest folder upwards with a `.designrc.json`, else `cwd`. */
export async function findRoot(cwd: string, configFile?: string): Promise<Root> {
  const start = realFolder(configFile === undefined ? resolve(cwd) : dirname(resolve(cwd, configFile)));
  const handed = hookVariables(process.env);
  const env = (await ownsHook(start, handed)) ? handed : indexOnly(handed);
  const output = await askGit({ folder: start, env }, question);
  if (isGitMissing(output)) return plainRoot(start, configFile, [gitMissing]);
  const found = readAnswer(output, start);
  if (found === null) return plainRoot(start, configFile, []);
  const folder = configFile === undefined ? found.top : start;
  const path = relative(found.top, folder).split(sep).join("/");
  const repository: Repository = {
    place: { folder: found.top, env },
    prefix: path === "" ? "" : `${path}/`,
    format: found.format,
    attributes: found.attributes,
  };
  return { folder, repository, notices: [] };
}

const gitMissing: Notice = {
  code: "git-missing",
  message: "git is not installed, so the files are those of the folder and nothing is known of their history",
};

/** Git takes the current folder for the top where only GIT_DIR is set, which is wrong below it: then git's own search is better. */
async function ownsHook(folder: string, handed: Readonly<Record<string, string>>): Promise<boolean> {
  const { GIT_DIR: gitDir, GIT_WORK_TREE: workTree } = handed;
  if (gitDir === undefined || workTree !== undefined) return true;
  const search = await askGit({ folder, env: {} }, ["rev-parse", "--absolute-git-dir"]);
  if (search.code !== 0) return true;
  const named = resolve(folder, gitDir);
  if (!existsSync(named)) return isAbsolute(gitDir);
  return realpathSync(named) !== realpathSync(search.stdout.toString("utf8").replace(/\n$/u, ""));
}

function indexOnly(handed: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { GIT_INDEX_FILE } = handed;
  return GIT_INDEX_FILE === undefined ? {} : { GIT_INDEX_FILE };
}

function readAnswer(output: GitOutput, start: string): Found | null {
  const [bare, inside, format, attributes = "", ...rest] = output.stdout
    .toString("utf8")
    .replace(/\n$/u, "")
    .split("\n");
  if (bare === "true" || (inside === "true" && output.code !== 0)) {
    throw new UserError("bare-repository", `${start} is a git repository without a work tree, so there are no files`, {
      hint: "Run inside a clone or a worktree: git worktree add ../checkout",
    });
  }
  if (output.code === 0) {
    const top = realpathSync(rest.join("\n"));
    return { top, format: format === "sha256" ? "sha256" : "sha1", attributes: resolve(start, attributes) };
  }
  // The form with a colon and a path ("not a git repository: /gone") is a repository that is broken.
  if (/not a git repository \(or any/u.test(output.stderr)) return null;
  throw gitFailure(output, question);
}

function plainRoot(start: string, configFile: string | undefined, notices: readonly Notice[]): Root {
  if (configFile !== undefined) return { folder: start, repository: null, notices };
  let folder = start;
  while (!existsSync(join(folder, ".designrc.json"))) {
    const parent = dirname(folder);
    if (parent === folder) return { folder: start, repository: null, notices };
    folder = parent;
  }
  return { folder, repository: null, notices };
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError("no-such-folder", `${folder} cannot be entered: ${reason}`);
  }
}
