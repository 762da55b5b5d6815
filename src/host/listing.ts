import type { FileEntry, Notice, UnjudgedEntry } from "../snapshot.ts";

/** One file as `git ls-files -s -v -z` tells it. `flag` is `H`, `S` (skip-worktree) or a small letter (assume-unchanged). */
export interface IndexRecord {
  readonly flag: string;
  readonly mode: string;
  readonly id: string;
  readonly stage: string;
  readonly path: string;
}

/** One file as `git status --porcelain=v2 -z` tells it; `worktree` is its letter (`.` clean, `D` deleted, `?` untracked, `U` unmerged). */
export interface StatusRecord {
  readonly worktree: string;
  /** Mode on disk, `000000` where there is none, "" where git does not say. */
  readonly mode: string;
  /** Blob id in the index, "" where git does not say. */
  readonly id: string;
  readonly path: string;
}

/** A file that a listing came across, by its name on disk (bytes as UTF-8, with `/`). */
export interface Found {
  readonly path: string;
  readonly entry: FileEntry;
}

/** Splits `-z` output into records. */
export function records(output: Buffer): readonly string[] {
  const text = output.toString("utf8");
  return text === "" ? [] : text.replace(/\0$/u, "").split("\0");
}

/** Reads the output of `git ls-files -s -v -z`. */
export function indexRecords(output: Buffer): readonly IndexRecord[] {
  return records(output).map((record) => {
    const [end, tab] = [record.indexOf(" ", 9), record.indexOf("\t")];
    return {
      flag: record.charAt(0),
      mode: record.slice(2, 8),
      id: record.slice(9, end),
      stage: record.charAt(end + 1),
      path: record.slice(tab + 1),
    };
  });
}

/** Reads the output of `git status --porcelain=v2 -z --no-renames`. */
export function statusRecords(output: Buffer): readonly StatusRecord[] {
  return records(output).flatMap((record): StatusRecord[] => {
    if (record.startsWith("? ")) return [{ worktree: "?", mode: "", id: "", path: record.slice(2) }];
    const kind = record.slice(0, 2);
    const leading = kind === "1 " ? 8 : kind === "u " ? 10 : 0;
    if (leading === 0) return [];
    const fields = record.split(" ", leading);
    const path = record.slice(fields.join(" ").length + 1);
    if (kind === "u ") return [{ worktree: "U", mode: fields[6] ?? "", id: "", path }];
    return [{ worktree: fields[1]?.[1] ?? ".", mode: fields[5] ?? "", id: fields[7] ?? "", path }];
  });
}

/** Nearly all names, which need no further look. */
const ascii = /^[ -~]*$/u;

/** The files of a snapshot, sorted by path in NFC, and what had to be left out. */
export function assemble(found: readonly Found[]): {
  readonly files: ReadonlyMap<string, FileEntry>;
  readonly notices: readonly Notice[];
  readonly unjudged: readonly UnjudgedEntry[];
} {
  const unjudged: UnjudgedEntry[] = [];
  const files = new Map<string, FileEntry>();
  const left = {
    submodules: [] as string[],
    symlinks: [] as string[],
    twins: [] as string[],
    undecodable: [] as string[],
  };
  for (const { path: raw, entry } of found) {
    const isPlain = ascii.test(raw);
    const path = isPlain ? raw : raw.normalize("NFC");
    const reason = leftOut(entry.mode, isPlain ? "" : path);
    if (reason !== null) {
      left[reason].push(path);
      unjudged.push({ path, entry });
    } else if (files.has(path)) left.twins.push(path);
    else files.set(path, entry);
  }
  return {
    files: sorted(files),
    unjudged,
    notices: [
      ...skipped("submodules-skipped", "Files of other repositories inside this one are not judged", left.submodules),
      ...skipped("symlinks-skipped", "Symbolic links are not followed", left.symlinks),
      ...skipped("undecodable-paths", "File names that are not UTF-8 cannot be judged", left.undecodable),
      ...skipped("path-twins", "File names that differ in Unicode normalisation only are judged once", left.twins),
    ],
  };
}

function leftOut(mode: string, odd: string): "submodules" | "symlinks" | "undecodable" | null {
  if (mode === "160000") return "submodules";
  if (mode === "120000") return "symlinks";
  return odd.includes("\u{FFFD}") ? "undecodable" : null;
}

/** Git lists in the order of bytes, which mostly is that of code units already. */
function sorted(files: ReadonlyMap<string, FileEntry>): ReadonlyMap<string, FileEntry> {
  let last = "";
  for (const path of files.keys()) {
    if (path < last) return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
    last = path;
  }
  return files;
}

/** A notice that names the first three of the paths that it is about; none without paths. */
export function skipped(code: string, what: string, paths: readonly string[]): readonly Notice[] {
  if (paths.length === 0) return [];
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : "";
  return [{ code, message: `${what}: ${paths.slice(0, 3).join(", ")}${more}` }];
}
