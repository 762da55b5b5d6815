import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Notice } from "../snapshot.ts";
import { isPlainName } from "./index-changes.ts";
import { isOlder, keepFile } from "./kept-files.ts";
import { type FileList, modeLetter, type Place } from "./packed-files.ts";

/** Where lists of files are kept: a folder of the user's own, so that no repository can bring one along. */
export interface ListPlace {
  readonly folder: string;
  /** Names the program that made the list, and the files that it is a list of. */
  readonly key: string;
}

/** What the index held at one time, told so that git can say what it holds else now. */
export interface KeptList {
  readonly list: FileList;
  /** The tree that the index was compared with then. */
  readonly tree: string;
  /** The places in which it differed, with what the tree has there. */
  readonly before: ReadonlyMap<string, Place>;
  readonly notices: readonly Notice[];
}

/** A list that no run was glad of in so many days is dropped. */
const keptDays = 7;

interface Head extends Pick<KeptList, "tree" | "notices"> {
  readonly before: readonly (readonly [path: string, place: Place])[];
  readonly count: number;
  readonly pathBytes: number;
}

/** The list of an earlier run; null where there is none, or where it is damaged or of another program. */
export function readList(place: ListPlace): KeptList | null {
  const bytes = bytesOf(fileOf(place));
  const end = bytes.indexOf(10);
  const body = bytes.subarray(end + 1);
  const name = nameOf(place, body);
  if (end < 0 || bytes.toString("latin1", 0, end) !== `${magic}${name}`) return null;
  const after = body.indexOf(10);
  const head = JSON.parse(body.toString("utf8", 0, after)) as Head;
  const { count, pathBytes } = head;
  const starts = new Uint32Array(new Uint8Array(body.subarray(after + 1, after + 1 + 4 * (count + 1))).buffer);
  const rest = body.subarray(after + 1 + 4 * (count + 1));
  const paths = rest.subarray(0, pathBytes);
  const modes = rest.subarray(pathBytes, pathBytes + count);
  const list = { name, starts, paths, modes, ids: rest.subarray(pathBytes + count) };
  return { list, tree: head.tree, notices: head.notices, before: new Map(head.before) };
}

/** One file that is listed. */
export interface ListedFile {
  readonly path: string;
  readonly mode: string;
  readonly id: string;
}

/**
 * Keeps a list of files, sorted by path; gives its name, or null where it cannot be kept: where a name is not plain, or a file no
 * ordinary one. Never rejects because of the disk.
 */
export async function writeList(
  place: ListPlace,
  files: readonly ListedFile[],
  known: Omit<KeptList, "list">,
): Promise<string | null> {
  const modes = files.map(({ mode }) => modeLetter(mode));
  const [first] = files;
  const isPlain = files.every(({ path, id }) => isPlainName(path) && id.length === first?.id.length);
  if (first === undefined || !isPlain || modes.includes(null)) return null;
  const paths = Buffer.from(`\0${files.map(({ path }) => path).join("\0")}\0`, "latin1");
  const starts = new Uint32Array(files.length + 1);
  for (const [index, { path }] of files.entries()) starts[index + 1] = (starts[index] || 1) + path.length + 1;
  starts[0] = 1;
  const { tree, notices, before } = known;
  const head: Head = { tree, notices, before: [...before], count: files.length, pathBytes: paths.length };
  const body = Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    new Uint8Array(starts.buffer),
    paths,
    Buffer.from(modes.join(""), "latin1"),
    Buffer.from(files.map(({ id }) => id).join(""), "latin1"),
  ]);
  const name = nameOf(place, body);
  await keepFile(fileOf(place), Buffer.concat([Buffer.from(`${magic}${name}\n`), body]), keptDays);
  return name;
}

const magic = "design-lint list 1 ";

function fileOf({ folder, key }: ListPlace): string {
  return join(folder, `${createHash("sha256").update(key).digest("hex").slice(0, 24)}.list`);
}

/** Numbers are in the machine's own byte order, so that the machine is part of the name. */
function nameOf({ key }: ListPlace, body: Uint8Array): string {
  const made = JSON.stringify([key, process.version, process.arch]);
  return createHash("sha256").update(made).update("\0").update(body).digest("hex");
}

function bytesOf(path: string): Buffer {
  try {
    return isOlder(path, keptDays) ? Buffer.alloc(0) : readFileSync(path);
  } catch {
    // Not written yet, or not ours to read: nothing is known either way.
    return Buffer.alloc(0);
  }
}
