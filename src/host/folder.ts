import fs, { type Dirent, lstatSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { glob } from "tinyglobby";
import type { Snapshot } from "../snapshot.ts";
import { diskEntry } from "./blob.ts";
import { assemble, type Found, skipped } from "./listing.ts";
import type { Root } from "./repository.ts";

/** The rules of one `.gitignore`; `base` is its folder relative to the root, "" or ending in `/`. */
interface IgnoreRules {
  readonly base: string;
  readonly rules: Ignore;
}

/** What one walk through the folder collects. */
interface Walk {
  readonly folder: string;
  /** By folder: the rules that hold in it, innermost last. */
  readonly rules: Map<string, readonly IgnoreRules[]>;
  readonly links: Found[];
  readonly unreadable: string[];
}

type ReadCallback = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;

/** The files of a folder outside git, as git would list them: without what `.gitignore` files say, without `node_modules`. No file is opened. */
export async function folderSnapshot(root: Root): Promise<Snapshot> {
  const walk: Walk = { folder: root.folder, rules: new Map(), links: [], unreadable: [] };
  const listed = await glob("**", {
    cwd: root.folder,
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    fs: { ...fs, readdir: readdirOf(walk) },
  });
  const found = listed.map((path) => ({ path, entry: fileEntry(walk, path, "100644") }));
  const { files, notices, unjudged } = assemble([...found, ...walk.links]);
  return {
    root: root.folder,
    files,
    unjudged,
    onDisk: true,
    notices: [
      ...root.notices,
      ...notices,
      ...skipped("unreadable-folders", "Folders that cannot be read are not judged", walk.unreadable),
    ],
  };
}

/** Leaves out what git would not list before tinyglobby goes into it, and keeps what tinyglobby would pass over in silence. */
function readdirOf(walk: Walk): typeof fs.readdir {
  const readdir = (path: string, _options: unknown, callback: ReadCallback) => {
    fs.readdir(path, { withFileTypes: true }, (error, entries) => {
      const folder = relative(walk.folder, path).split(sep).join("/");
      if (error !== null) walk.unreadable.push(folder === "" ? "." : folder);
      callback(error, error === null ? keep(walk, folder, entries) : []);
    });
  };
  return readdir as typeof fs.readdir;
}

function keep(walk: Walk, folder: string, entries: readonly Dirent[]): Dirent[] {
  const base = folder === "" ? "" : `${folder}/`;
  const parent = folder.includes("/") ? folder.slice(0, folder.lastIndexOf("/")) : "";
  const outer = folder === "" ? [] : (walk.rules.get(parent) ?? []);
  const own = entries.some((entry) => entry.name === ".gitignore" && entry.isFile()) ? [readRules(walk, base)] : [];
  const rules = [...outer, ...own];
  walk.rules.set(folder, rules);
  return entries.filter((entry) => {
    if (entry.name === ".git" || (entry.name === "node_modules" && !entry.isFile())) return false;
    const path = base + entry.name;
    if (isIgnored(rules, entry.isDirectory() ? `${path}/` : path)) return false;
    if (entry.isSymbolicLink()) walk.links.push({ path, entry: fileEntry(walk, path, "120000") });
    return entry.isDirectory() || entry.isFile();
  });
}

/** The innermost `.gitignore` that says anything about a path decides. */
function isIgnored(rules: readonly IgnoreRules[], path: string): boolean {
  for (const { base, rules: own } of [...rules].reverse()) {
    const verdict = own.test(path.slice(base.length));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

function readRules(walk: Walk, base: string): IgnoreRules {
  return { base, rules: ignore({ ignorecase: false }).add(textOf(join(walk.folder, base, ".gitignore"))) };
}

function textOf(path: string): string {
  return lstatSync(path).size > 1_000_000 ? "" : readFileSync(path, "utf8");
}

function fileEntry(walk: Walk, path: string, mode: string): Found["entry"] {
  return diskEntry({ path, absolute: join(walk.folder, path), mode, format: "sha1" }, "stat");
}
