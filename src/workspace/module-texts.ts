import type { ModuleFiles } from "../interface/modules.ts";
import { UserError } from "../user-error.ts";
import type { FactReader } from "./facts.ts";
import { resolveRelative } from "./resolve.ts";

/** Where a specifier of a file led to. */
export type Resolution = readonly [from: string, specifier: string, path: string | null];

/** What came out of some work, and what it depended on. */
export interface Recorded<T> {
  readonly value: T;
  /** Paths of the files whose texts were asked for. */
  readonly seen: readonly string[];
  readonly resolved: readonly Resolution[];
}

/** Texts of modules for work that cannot wait: what it misses is loaded, and the work is done again. */
export interface ModuleTexts {
  resolve(from: string, specifier: string): string | null;
  /** Decoded text; "" where the file cannot be read, which the run says by itself and ends as "could not judge". */
  text(path: string): Promise<string>;
  with<T>(work: (files: ModuleFiles) => T): Promise<Recorded<T>>;
}

/** The module texts of a snapshot; each file is read once. */
export function createModuleTexts(paths: ReadonlySet<string>, facts: Pick<FactReader, "text">): ModuleTexts {
  const texts = new Map<string, string>();
  const resolve = (from: string, specifier: string) => resolveRelative(paths, from, specifier);
  const load = async (path: string): Promise<string> => {
    const text = texts.get(path) ?? (await facts.text(path).catch(emptyWhereUnreadable));
    texts.set(path, text);
    return text;
  };
  return {
    resolve,
    text: load,
    async with(work) {
      for (;;) {
        const missing = new Set<string>();
        const seen = new Set<string>();
        const resolved = new Map<string, Resolution>();
        const value = work({
          resolve(from, specifier) {
            const path = resolve(from, specifier);
            resolved.set(JSON.stringify([from, specifier]), [from, specifier, path]);
            return path;
          },
          text(path) {
            if (!paths.has(path)) return undefined;
            seen.add(path);
            if (!texts.has(path)) missing.add(path);
            return texts.get(path);
          },
        });
        if (missing.size === 0) return { value, seen: [...seen], resolved: [...resolved.values()] };
        for (const path of missing) await load(path);
      }
    },
  };
}

function emptyWhereUnreadable(error: unknown): string {
  if (error instanceof UserError) return "";
  throw error;
}
