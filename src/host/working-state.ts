import { createHash, type Hash } from "node:crypto";
import { closeSync, existsSync, fstatSync, lstatSync, openSync, readFileSync, readlinkSync, readSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { askGit, type GitPlace, hookVariables } from "./git.ts";
import { records, statusRecords } from "./listing.ts";

/** What a work tree holds at one moment: equal digests mean that git would list the same files with the same bytes. */
export interface WorkingState {
  /** Absolute path of the repository's top folder. */
  readonly root: string;
  readonly digest: string;
}

/** More than these are not worth being read before a run: it reads only those that matter to it. */
const most = { files: 500, bytes: 1 << 22 };

const where = ["rev-parse", "--show-toplevel", "--show-object-format", "--git-path", "index", "--git-path", "shallow"];
const attributes = ["--git-path", "info/attributes"];
// The values that decide whether git stores other bytes than those on disk.
const config = ["config", "-z", "--type=path", "--get-regexp", "^core\\.(autocrlf|attributesfile|bare)$"];
const flags = ["--porcelain=v2", "-z", "--branch", "--no-ahead-behind", "--untracked-files=all", "--no-renames"];
const status = ["status", ...flags, "--ignore-submodules=all"];

/**
 * The state of the work tree around a folder, from HEAD, the index as it stands, `git status` and the bytes of what that names; a
 * process each, all at once, and no file that is as the index says is opened. Null where it is not known: outside git, in a hook
 * that hands down an index, where git refuses, or where too much is uncommitted.
 */
export async function workingState(cwd: string): Promise<WorkingState | null> {
  if (Object.keys(hookVariables(process.env)).length > 0) return null;
  const root = await topFolder(cwd);
  if (root === null) return null;
  const place: GitPlace = { folder: root, env: {} };
  const questions = [[...where, ...attributes], config, status].map((args) => askGit(place, args));
  const [placed, configured, changed] = await Promise.all(questions);
  if (placed?.code !== 0 || configured?.code !== 0 || changed?.code !== 0) return null;
  const [top = "", format, index = "", shallow = "", info = ""] = placed.stdout.toString("utf8").split("\n");
  if (resolve(top) !== root) return null;
  const digest = createHash("sha256").update(`${root}\0${format}\0${changed.stderr}\0`);
  digest.update(configured.stdout).update("\0").update(changed.stdout).update("\0");
  addIndex(digest, resolve(root, index), format === "sha256" ? 32 : 20);
  const besides = [resolve(root, info), "/etc/gitattributes", attributesFile(configured.stdout)];
  for (const path of [resolve(root, shallow), join(root, ".gitattributes"), ...besides]) addFile(digest, path);
  return addChanges(digest, root, changed.stdout) ? { root, digest: digest.digest("hex") } : null;
}

/** Git is asked whether this is right; a guess saves waiting for its answer. */
async function topFolder(cwd: string): Promise<string | null> {
  const start = await realpath(cwd).catch(() => null);
  for (let folder = start; folder !== null; folder = dirname(folder) === folder ? null : dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
  }
  return null;
}

/** An index ends in the hash of all before it; where git was told to leave that out, the bytes are hashed here. */
function addIndex(digest: Hash, path: string, length: number): void {
  if (!existsSync(path)) {
    digest.update("no index");
    return;
  }
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const end = Buffer.alloc(length);
    readSync(file, end, 0, length, Math.max(0, size - length));
    digest.update(`index ${size}\0`).update(end.some((byte) => byte !== 0) ? end : readFileSync(path));
  } finally {
    closeSync(file);
  }
}

/** What stands where the index does not say it: changed and untracked files. False where that is too much. */
function addChanges(digest: Hash, root: string, output: Buffer): boolean {
  const changed = statusRecords(output).filter(({ worktree }) => worktree !== ".");
  if (changed.length > most.files) return false;
  let bytes = 0;
  for (const { path } of changed) {
    bytes += lstatSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0;
    if (bytes > most.bytes) return false;
    addFile(digest, join(root, path));
  }
  return true;
}

/** The kind of what stands at a path, and its bytes; what cannot be read differs from everything that can. */
function addFile(digest: Hash, path: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  const kind = stat?.isFile() ? `file ${stat.mode & 0o100} ${stat.size}` : stat?.isSymbolicLink() ? "link" : "other";
  digest.update(`\0${path}\0${stat === undefined ? "none" : kind}\0`);
  if (stat?.isSymbolicLink()) digest.update(readlinkSync(path));
  if (stat?.isFile()) digest.update(readFileSync(path));
}

function attributesFile(output: Buffer): string {
  const named = records(output).find((record) => record.startsWith("core.attributesfile\n"));
  if (named !== undefined) return named.slice(named.indexOf("\n") + 1);
  const { XDG_CONFIG_HOME: folder } = process.env;
  return join(folder === undefined || folder === "" ? join(homedir(), ".config") : folder, "git", "attributes");
}
