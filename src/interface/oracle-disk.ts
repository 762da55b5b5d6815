import type { TypeFiles } from "../platform.ts";

/** Snapshot and disk as one file system for the compiler: absolute paths with `/`, the snapshot's text first. */
export interface OracleDisk {
  /** Absolute path of the root, with `/` and without a final one. */
  readonly root: string;
  read(path: string): string | undefined;
  fileExists(path: string): boolean;
  directoryExists(path: string): boolean;
  getDirectories(path: string): string[];
  realpath(path: string): string;
  absolute(path: string): string;
  /** Root-relative path; null for what lies outside the root or in `node_modules`. */
  relative(path: string): string | null;
}

/** Lays the snapshot (`text`, by root-relative path; undefined where it has no such file) over the disk. */
export function createDisk(root: string, files: TypeFiles, text: (path: string) => string | undefined): OracleDisk {
  const base = slashes(root).replace(/\/+$/u, "");
  const relative = (path: string): string | null => {
    const inside = path.startsWith(`${base}/`) ? path.slice(base.length + 1) : null;
    return inside === null || /(?:^|\/)node_modules\//u.test(inside) ? null : inside;
  };
  const fromSnapshot = (path: string): string | undefined => {
    const inside = relative(path);
    return inside === null ? undefined : text(inside);
  };
  return {
    root: base,
    read: (path) => fromSnapshot(path) ?? files.readFile(path),
    fileExists: (path) => fromSnapshot(path) !== undefined || files.fileExists(path),
    // A folder of the snapshot need not be on the disk, and the snapshot cannot be asked for folders.
    directoryExists: (path) => path === base || relative(`${path}/`) !== null || files.directoryExists(path),
    getDirectories: (path) => files.getDirectories(path),
    realpath: (path) => (fromSnapshot(path) === undefined ? slashes(files.realpath(path)) : path),
    absolute: (path) => `${base}/${path}`,
    relative,
  };
}

function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}
