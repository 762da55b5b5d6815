import { createHash } from "node:crypto";
import { type BigIntStats, lstatSync, readFileSync, readlinkSync } from "node:fs";
import type { FileEntry } from "../snapshot.ts";
import { UserError } from "../user-error.ts";

/** The hash that a repository names its objects by. */
export type ObjectFormat = "sha1" | "sha256";

/** A file on disk: `path` is what people are shown, `absolute` what is opened. */
export interface DiskFile {
  readonly path: string;
  readonly absolute: string;
  readonly mode: string;
  readonly format: ObjectFormat;
}

/** Where the id of a file on disk comes from: git's index says it, or the bytes, or (without opening it) its stat data. */
export type Identity = { readonly blob: string } | "bytes" | "stat";

/** Coarse file clocks: a file younger than this may change again without its times changing. */
const racyMilliseconds = 2000;

/** The id that git gives a file of these bytes. */
export function blobId(bytes: Uint8Array, format: ObjectFormat): string {
  return createHash(format).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** A file on disk whose bytes always fit its id: `read` rejects where the file changed after the id was taken. */
export function diskEntry(file: DiskFile, identity: Identity): FileEntry {
  const { mode } = file;
  // Nearly all files of a run are of this kind, so it is kept as small as it can be.
  if (typeof identity === "object") return { id: identity.blob, mode, read: async () => readAs(file, identity.blob) };
  let known: string | undefined;
  const id = (): string => {
    known ??= identity === "stat" ? statId(file) : bytesId(file);
    return known;
  };
  return {
    get id() {
      return id();
    },
    mode,
    read: async () => readAs(file, id()),
  };
}

function readAs(file: DiskFile, id: string): Uint8Array {
  const bytes = bytesOf(file);
  const actual = id.startsWith("stat:") ? statId(file) : blobId(bytes, file.format);
  if (actual === id) return bytes;
  throw new UserError("unreadable", `${file.path} changed while it was read`, {
    hint: "Run again when nothing writes to it",
    place: { path: file.path },
  });
}

/** The error of a file that cannot be read, with the reason of the system. */
export function unreadable(path: string, error: unknown): UserError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UserError("unreadable", `${path} cannot be read: ${reason}`, {
    hint: `Make ${path} readable, or leave it out with .gitignore`,
    place: { path },
  });
}

/** Changes whenever the bytes can have changed; its prefix keeps it apart from every blob id. */
function statId(file: DiskFile): string {
  const stat = statOf(file);
  if (stat === undefined) return missingId(file);
  const changed = Math.max(Number(stat.ctimeMs), Number(stat.mtimeMs));
  if (Date.now() - changed < racyMilliseconds) return bytesId(file);
  return `stat:${stat.size}:${stat.mtimeNs}:${stat.ctimeNs}:${stat.ino}:${file.absolute}`;
}

function statOf(file: DiskFile): BigIntStats | undefined {
  try {
    return lstatSync(file.absolute, { bigint: true, throwIfNoEntry: false });
  } catch {
    // A folder above it is locked; `read` tells the reason.
    return undefined;
  }
}

/** Synchronously: for many small files that takes a tenth of the time. */
function bytesOf(file: DiskFile): Uint8Array {
  try {
    return file.mode === "120000" ? Buffer.from(readlinkSync(file.absolute)) : readFileSync(file.absolute);
  } catch (error) {
    throw unreadable(file.path, error);
  }
}

function bytesId(file: DiskFile): string {
  try {
    return blobId(bytesOf(file), file.format);
  } catch {
    // `read` tells the reason; an id only has to be one that no cached fact belongs to.
    return missingId(file);
  }
}

function missingId(file: DiskFile): string {
  return `unreadable:${file.absolute}`;
}
