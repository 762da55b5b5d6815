import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { FileEntry, Snapshot } from "../snapshot.ts";
import { diskEntry, type Identity } from "./blob.ts";
import { type Conversions, conversions } from "./conversion.ts";
import { foreignCache } from "./foreign-cache.ts";
import { assemble, type Found, type IndexRecord, type StatusRecord, skipped } from "./listing.ts";
import { moves } from "./moves.ts";
import { type ObjectReader, openObjects } from "./objects.ts";
import type { Repository, Root } from "./repository.ts";
import { listIndex, listStatus } from "./state.ts";

/** What the listing of one run is made from. */
interface Listed {
  readonly repository: Repository;
  readonly index: readonly IndexRecord[];
  readonly status: ReadonlyMap<string, StatusRecord>;
  readonly conversions: Conversions;
  readonly objects: ObjectReader;
}

/** The files of the work tree: tracked ones and untracked ones that git does not ignore. Outside git those of the folder. */
export async function worktreeSnapshot(root: Root): Promise<Snapshot> {
  const { repository } = root;
  if (repository === null) return (await import("./folder.ts")).folderSnapshot(root);
  const listing = listIndex(repository);
  const tracked = listing.then((index) => index.map((record) => record.path));
  const [index, status, converted] = await Promise.all([
    listing,
    listStatus(repository),
    conversions(repository, tracked),
  ]);
  const byPath = new Map(status.records.map((record) => [record.path, record]));
  const objects = openObjects(repository);
  const { files, notices, unjudged } = assemble(
    findFiles({ repository, index, status: byPath, conversions: converted, objects }),
  );
  return {
    root: root.folder,
    files,
    unjudged,
    notices: [
      ...root.notices,
      ...notices,
      ...foreignCache(index.map((record) => record.path)),
      ...skipped("unreadable-folders", "Folders that cannot be read are not judged", status.unreadable),
    ],
    onDisk: !index.some((record) => record.flag.toUpperCase() === "S"),
    followsGit: !converted.all && converted.paths.size === 0 && index.every(({ flag }) => flag === "H" || flag === "M"),
    moves: () => moves(repository, files, { from: "worktree" }),
  };
}

function findFiles(listed: Listed): readonly Found[] {
  const { prefix } = listed.repository;
  const found: Found[] = [];
  const seen = new Set<string>();
  for (const record of listed.index) {
    if (seen.has(record.path)) continue;
    seen.add(record.path);
    const entry = trackedEntry(record, listed);
    if (entry !== null) found.push({ path: record.path.slice(prefix.length), entry });
  }
  for (const record of listed.status.values()) {
    if (record.worktree !== "?") continue;
    const entry = untrackedEntry(record.path, listed.repository);
    if (entry !== null) found.push({ path: record.path.slice(prefix.length), entry });
  }
  return found;
}

function trackedEntry(record: IndexRecord, listed: Listed): FileEntry | null {
  const { path } = record;
  const status = listed.status.get(path);
  const hidden = record.flag !== "H" && record.flag !== "M";
  if (record.mode === "160000") return onDisk(path, record.mode, "bytes", listed.repository);
  if (hidden) return hiddenEntry(record, listed);
  if (status === undefined || status.worktree === ".") {
    const converted = listed.conversions.all || listed.conversions.paths.has(path);
    return onDisk(path, record.mode, converted ? "stat" : { blob: record.id }, listed.repository);
  }
  if (status.worktree === "D" || status.mode === "000000") return null;
  return onDisk(path, status.mode, "bytes", listed.repository);
}

/** Git does not look at these files, so the disk is asked; one that a sparse checkout left out is read from its object. */
function hiddenEntry(record: IndexRecord, listed: Listed): FileEntry | null {
  const entry = untrackedEntry(record.path, listed.repository);
  if (entry !== null || record.flag.toUpperCase() !== "S") return entry;
  return { id: record.id, mode: record.mode, read: () => listed.objects.read(record.id, record.path) };
}

function untrackedEntry(path: string, repository: Repository): FileEntry | null {
  if (path.endsWith("/")) return onDisk(path, "160000", "bytes", repository);
  const stat = lstatSync(join(repository.place.folder, path), { throwIfNoEntry: false });
  if (stat?.isSymbolicLink()) return onDisk(path, "120000", "bytes", repository);
  if (!stat?.isFile()) return null;
  return onDisk(path, (stat.mode & 0o100) === 0 ? "100644" : "100755", "bytes", repository);
}

function onDisk(path: string, mode: string, identity: Identity, repository: Repository): FileEntry {
  const absolute = `${repository.place.folder}/${path}`;
  return diskEntry({ path: path.slice(repository.prefix.length), absolute, mode, format: repository.format }, identity);
}
