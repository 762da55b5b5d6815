import { defaultSettings, type ProjectSettings, readSettings } from "./oracle-config.ts";
import type { OracleDisk } from "./oracle-disk.ts";

/** Finds the settings of a file by its absolute path; equal configs give the same object. */
export type ProjectFinder = (path: string) => ProjectSettings;

/**
 * The nearest tsconfig above a file counts; where that one only refers to others (`references`), the first of them that
 * includes the file. `known` are the absolute paths that `include` may choose from.
 */
export function createProjectFinder(disk: OracleDisk, known: readonly string[]): ProjectFinder {
  const fallback = defaultSettings();
  const read = memoise((config: string) => readSettings(config, disk, known));
  const nearest = memoise((folder: string): ProjectSettings => {
    const config = `${folder}/tsconfig.json`;
    if (disk.fileExists(config)) return read(config);
    // What lies above the root is not part of what is judged, and is not the same on every machine.
    return folder.length <= disk.root.length ? fallback : nearest(folder.slice(0, folder.lastIndexOf("/")));
  });
  return memoise((path: string) => {
    const own = nearest(path.slice(0, Math.max(path.lastIndexOf("/"), 0)));
    if (own.includes.has(path)) return own;
    const references = own.references.filter(disk.fileExists).map(read);
    return references.find(({ includes }) => includes.has(path)) ?? own;
  });
}

function memoise<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const found = made.get(key);
    if (found !== undefined) return found;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
