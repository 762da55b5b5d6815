import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, link, mkdir, open, readFile, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { applySplices, type Edit, type Splice } from "../edit.ts";
import type { Snapshot } from "../snapshot.ts";
import { UserError } from "../user-error.ts";
import { type WritePath, writePath } from "./write-path.ts";

/** What was written: paths of files that were changed, and of files that are new. */
export interface WriteResult {
  readonly changed: readonly string[];
  readonly created: readonly string[];
}

/** One file and all that happens to it. */
interface Job {
  readonly target: WritePath;
  readonly content: Uint8Array;
}

/** All that is wanted of one file. */
interface Wanted {
  readonly path: string;
  readonly edits: readonly Edit[];
  readonly judged: Snapshot | undefined;
}

type Replace = Extract<Edit, { kind: "replace" }>;

/**
 * Applies edits to the files below `root`. All are checked before the first is written; each file is written whole or not at all, and
 * none that stands is replaced by a new one. With `judged`, a file that no longer has the bytes that were judged is refused. Rejects
 * with a `UserError` that names the file, the reason, and what was written before.
 */
export async function writeEdits(root: string, edits: readonly Edit[], judged?: Snapshot): Promise<WriteResult> {
  const jobs: Job[] = [];
  for (const [path, own] of byPath(edits)) jobs.push(await jobOf(root, { path, edits: own, judged }));
  const done: Job[] = [];
  for (const job of jobs) {
    try {
      await write(job);
    } catch (error) {
      throw after(failure(error, job.target.path), done);
    }
    done.push(job);
  }
  const paths = (exists: boolean) => done.filter((job) => job.target.exists === exists).map((job) => job.target.path);
  return { changed: paths(true), created: paths(false) };
}

/** Moves a file below `root`, making folders, never onto a file that stands. Rejects with a `UserError`. */
export async function moveFile(root: string, from: string, to: string): Promise<void> {
  try {
    const source = await writePath(root, from);
    const target = await writePath(root, to);
    if (!source.exists) throw new UserError("no-such-file", `${from} does not exist`, { place: { path: from } });
    if (target.exists && !(await isSameFile(source, target))) throw occupied(to);
    await mkdir(dirname(target.absolute), { recursive: true });
    if (target.exists) await rename(source.absolute, target.absolute);
    else await publish(source.absolute, target.absolute);
  } catch (error) {
    throw failure(error, to);
  }
}

/** A change of case only, on a disk that does not tell the two apart. */
async function isSameFile(a: WritePath, b: WritePath): Promise<boolean> {
  if (a.absolute === b.absolute || a.path.toLowerCase() !== b.path.toLowerCase()) return false;
  const [first, second] = await Promise.all([stat(a.absolute), stat(b.absolute)]);
  return first.dev === second.dev && first.ino === second.ino;
}

function byPath(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
  const grouped = new Map<string, Edit[]>();
  for (const edit of edits) grouped.set(edit.path, [...(grouped.get(edit.path) ?? []), edit]);
  return new Map([...grouped].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What has to be written for one file, with everything checked that can be beforehand. */
async function jobOf(root: string, wanted: Wanted): Promise<Job> {
  try {
    const target = await writePath(root, wanted.path);
    return { target, content: await contentOf(target, wanted) };
  } catch (error) {
    throw failure(error, wanted.path);
  }
}

async function contentOf(target: WritePath, { edits, judged }: Wanted): Promise<Uint8Array> {
  const create = edits.find((edit) => edit.kind === "create");
  if (create !== undefined && target.exists) throw occupied(target.path);
  if (create !== undefined) return new TextEncoder().encode(create.text);
  const bytes = await readFile(target.absolute);
  const seen = await judged?.files.get(target.path)?.read();
  if (seen !== undefined && !bytes.equals(seen)) {
    throw new UserError("changed-meanwhile", `${target.path} changed since it was read`, { hint: "Run again" });
  }
  const splices = edits
    .filter((edit): edit is Replace => edit.kind === "replace")
    .map(({ range, text }): Splice => ({ range, text }));
  return new TextEncoder().encode(applySplices(decode(bytes, target.path), splices));
}

/** With its byte order mark, so that encoding it again gives the same bytes. */
function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UserError("not-utf8", `${path} is not valid UTF-8, so it is not edited`, {
      hint: `Save ${path} as UTF-8`,
      place: { path },
    });
  }
}

async function write({ target, content }: Job): Promise<void> {
  if (target.exists) {
    await writeFileAtomic(target.absolute, Buffer.from(content.buffer, content.byteOffset, content.length));
    return;
  }
  const folder = dirname(target.absolute);
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${basename(target.absolute).slice(0, 100)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const file = await open(draft, "wx");
    await file.writeFile(content).finally(() => file.close());
    await publish(draft, target.absolute);
  } finally {
    await unlink(draft).catch(ignoreMissing);
  }
}

/** Gives a complete file its name; unlike a rename, a link never takes the place of another file. */
async function publish(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    // File systems without hard links; the copy refuses to overwrite as well.
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(codeOf(error))) throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
  await unlink(from);
}

function ignoreMissing(error: unknown): void {
  if (codeOf(error) !== "ENOENT") throw error;
}

const remedies: Readonly<Record<string, string>> = {
  EACCES: "Give yourself the right to write there",
  EPERM: "Give yourself the right to write there",
  EROFS: "The file system is mounted read-only: mount it writable, or work in a copy",
  ENOSPC: "The disk is full: make room, then run again",
  EDQUOT: "The disk quota is used up: make room, then run again",
  EEXIST: "A file stands where a folder is needed: move it away",
  ENOTDIR: "A file stands where a folder is needed: move it away",
  ENOENT: "The file is gone: run again",
};

/** Errors of the system as user errors; anything else is a bug and stays what it is. */
function failure(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (!(error instanceof Error) || code === "") return error;
  if (code === "EEXIST" && !error.message.includes("mkdir")) return occupied(path);
  const hint = remedies[code] ?? "Mend that, then run again";
  return new UserError("unwritable", `${path} cannot be written: ${error.message}`, { hint, place: { path } });
}

/** The same error, saying what was written before it. */
function after(error: unknown, done: readonly Job[]): unknown {
  if (!(error instanceof UserError) || done.length === 0) return error;
  const { code, message, hint, place } = error;
  const written = done.map((job) => job.target.path).join(", ");
  return new UserError(code, `${message}; written before that: ${written}`, {
    ...(hint === undefined ? {} : { hint }),
    ...(place === undefined ? {} : { place }),
  });
}

function occupied(path: string): UserError {
  return new UserError("file-exists", `${path} stands already and is not overwritten`, {
    hint: "Move it away, or choose another path",
    place: { path },
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && !(error instanceof UserError) && "code" in error ? String(error.code) : "";
}
