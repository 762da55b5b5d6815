import { lstat, readdir, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { UserError } from "../user-error.ts";

/** A place to write to: its absolute path by the names on disk, and whether a file stands there. */
export interface WritePath {
  readonly path: string;
  readonly absolute: string;
  readonly exists: boolean;
}

/**
 * Where a snapshot path (relative, `/`, NFC) lies on disk below `root`. Rejects with a `UserError` of code `unsafe-path` where it is
 * absolute, climbs out, goes through a symlink that leaves the root, ends in a symlink, or lies in `.git`.
 */
export async function writePath(root: string, path: string): Promise<WritePath> {
  const segments = path.split("/");
  const home = await realpath(root);
  if (segments.some(isUnsafe) || segments[0]?.toLowerCase() === ".git") throw unsafe(path, "it leaves the root");
  let folder = home;
  for (const [index, segment] of segments.entries()) {
    const absolute = join(folder, await nameOnDisk(folder, segment));
    const stat = await statOf(absolute);
    if (stat === null) return { path, absolute: join(absolute, ...segments.slice(index + 1)), exists: false };
    const last = index === segments.length - 1;
    if (last && stat.isSymbolicLink()) throw unsafe(path, "it is a symbolic link");
    if (last && !stat.isFile()) throw unsafe(path, "it is no file");
    folder = stat.isSymbolicLink() ? await realpath(absolute) : absolute;
    if (folder !== home && !folder.startsWith(home + sep)) throw unsafe(path, "a symbolic link leads out of the root");
  }
  return { path, absolute: folder, exists: true };
}

function isUnsafe(segment: string): boolean {
  return (
    segment === "" || segment === "." || segment === ".." || /[\\\0]/u.test(segment) || /^[A-Za-z]:$/u.test(segment)
  );
}

/** Snapshots name files in NFC; a disk may hold the same name decomposed. */
async function nameOnDisk(folder: string, segment: string): Promise<string> {
  if (segment.normalize("NFD") === segment.normalize("NFC") || (await statOf(join(folder, segment))) !== null)
    return segment;
  const names = await readdir(folder).catch(() => []);
  return names.find((name) => name.normalize("NFC") === segment.normalize("NFC")) ?? segment;
}

async function statOf(path: string): Promise<Awaited<ReturnType<typeof lstat>> | null> {
  try {
    return await lstat(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function unsafe(path: string, reason: string): UserError {
  return new UserError("unsafe-path", `${path} is not written: ${reason}`, { place: { path } });
}
