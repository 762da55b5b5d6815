import type { FileEntry, FileTable } from "../snapshot.ts";

/** A list of files as bytes, sorted by path; all paths are printable ASCII. */
export interface FileList {
  /** Tells this list from all others. */
  readonly name: string;
  /** Each path with a zero byte before and after it. */
  readonly paths: Buffer;
  /** Where each path begins; one more for the end. */
  readonly starts: Uint32Array;
  /** The ids as text, one after the other, all of one length. */
  readonly ids: Buffer;
  /** A letter for each mode: `x` for what may be executed, else `-`. */
  readonly modes: Buffer;
}

/** What stands at a path: mode and id; null where there is nothing. */
export type Place = { readonly mode: string; readonly id: string } | null;

/** Makes the entry of a file. */
export type EntryMaker = (path: string, file: NonNullable<Place>) => FileEntry;

const names = { x: "100755", "-": "100644" } as const;

/** The letter of a mode; null for what is no ordinary file. */
export function modeLetter(mode: string): "x" | "-" | null {
  return mode === names.x ? "x" : mode === names["-"] ? "-" : null;
}

/** A list with some places that differ from it, as a table of files that are made when they are asked for. */
export function packedFiles(list: FileList, places: ReadonlyMap<string, Place>, make: EntryMaker): FileTable {
  const count = list.starts.length - 1;
  const changed = new Map([...places].filter(([path, place]) => !isAsListed(list, path, place)));
  const added = [...changed].filter(([path, place]) => place !== null && indexIn(list, path) < 0);
  const gone = [...changed].filter(([path, place]) => place === null && indexIn(list, path) >= 0);
  const made = new Map<string, FileEntry>();
  const get = (path: string): FileEntry | undefined => {
    const known = made.get(path);
    if (known !== undefined) return known;
    const place = changed.has(path) ? changed.get(path) : listed(list, indexIn(list, path));
    if (place === undefined || place === null) return undefined;
    const entry = make(path, place);
    made.set(path, entry);
    return entry;
  };
  let whole: ReadonlyMap<string, FileEntry> | null = null;
  const all = (): ReadonlyMap<string, FileEntry> => {
    whole ??= unpacked([...pathsOf(list), ...added.map(([path]) => path)], get);
    return whole;
  };
  return {
    size: count + added.length - gone.length,
    get,
    has: (path) => (changed.has(path) ? changed.get(path) !== null : indexIn(list, path) >= 0),
    forEach: (call, self) => all().forEach(call, self),
    keys: () => all().keys(),
    values: () => all().values(),
    entries: () => all().entries(),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
    containing: (text) =>
      [
        ...listedContaining(list, text).filter((path) => changed.get(path) !== null),
        ...added.map(([path]) => path).filter((path) => path.includes(text)),
      ].sort(),
    holds: (folder) =>
      added.some(([path]) => path.slice(0, Math.max(0, path.lastIndexOf("/"))) === folder) ||
      holdsFile(list, folder, (path) => changed.get(path) === null),
    since: { list: list.name, paths: [...changed.keys()] },
  };
}

/** In the order of code units, as all tables are. */
function unpacked(
  paths: readonly string[],
  get: (path: string) => FileEntry | undefined,
): ReadonlyMap<string, FileEntry> {
  const files = new Map<string, FileEntry>();
  for (const path of [...paths].sort()) {
    const entry = get(path);
    if (entry !== undefined) files.set(path, entry);
  }
  return files;
}

function isAsListed(list: FileList, path: string, place: Place): boolean {
  const found = listed(list, indexIn(list, path));
  return found?.id === place?.id && found?.mode === place?.mode;
}

function listed({ ids, modes, starts }: FileList, index: number): Place {
  if (index < 0) return null;
  const length = ids.length / (starts.length - 1);
  const mode = names[modes[index] === 120 ? "x" : "-"];
  return { mode, id: ids.toString("latin1", index * length, (index + 1) * length) };
}

function pathAt({ paths, starts }: FileList, index: number): string {
  return paths.toString("latin1", starts[index], (starts[index + 1] ?? 0) - 1);
}

function pathsOf({ paths }: FileList): readonly string[] {
  return paths.length < 2 ? [] : paths.toString("latin1", 1, paths.length - 1).split("\0");
}

function indexIn(list: FileList, path: string): number {
  const index = firstFrom(list, path);
  return index < list.starts.length - 1 && pathAt(list, index) === path ? index : -1;
}

/** The index of the first path that does not come before a text. */
function firstFrom({ paths, starts }: FileList, text: string): number {
  const wanted = Buffer.from(text);
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = paths.compare(wanted, 0, wanted.length, starts[middle], (starts[middle + 1] ?? 0) - 1);
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True where a file that is not gone stands in the folder itself; folders inside it are passed over as a whole. */
function holdsFile(list: FileList, folder: string, isGone: (path: string) => boolean): boolean {
  const base = folder === "" ? "" : `${folder}/`;
  for (let index = firstFrom(list, base); index < list.starts.length - 1; ) {
    const path = pathAt(list, index);
    if (!path.startsWith(base)) return false;
    const slash = path.indexOf("/", base.length);
    if (slash < 0 && !isGone(path)) return true;
    // The zero comes right after the slash.
    index = slash < 0 ? index + 1 : firstFrom(list, `${path.slice(0, slash)}0`);
  }
  return false;
}

/** The bytes are searched, which takes no more time than reading them. */
function listedContaining(list: FileList, text: string): readonly string[] {
  if (text === "") return pathsOf(list);
  const found: string[] = [];
  for (let at = list.paths.indexOf(text); at >= 0; ) {
    const end = list.paths.indexOf(0, at);
    const start = list.paths.lastIndexOf(0, at) + 1;
    found.push(list.paths.toString("latin1", start, end));
    at = list.paths.indexOf(text, end);
  }
  return found;
}
