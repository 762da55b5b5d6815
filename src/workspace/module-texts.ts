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
  /** True where the names of files that were not read could have led a specifier elsewhere. */
  readonly isOpen: boolean;
}

/** Where specifiers lead that are no relative paths. */
export type Aliases = (from: string, specifier: string) => { readonly path: string | null; readonly isOpen: boolean };

/** Texts of modules for work that cannot wait: what it misses is loaded, and the work is done again. */
export interface ModuleTexts {
  resolve(from: string, specifier: string): string | null;
  /** Decoded text; "" where the file cannot be read, which the run says by itself and ends as "could not judge". */
  text(path: string): Promise<string>;
  /** `aliases` are asked about what relative paths do not tell. */
  with<T>(work: (files: ModuleFiles) => T, aliases?: Aliases): Promise<Recorded<T>>;
}

/** The module texts of a snapshot; each file is read once. */
export function createModuleTexts(
  paths: Pick<ReadonlySet<string>, "has">,
  facts: Pick<FactReader, "text">,
): ModuleTexts {
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
    async with(work, aliases) {
      for (;;) {
        const missing = new Set<string>();
        const seen = new Set<string>();
        const resolved = new Map<string, Resolution>();
        let isOpen = false;
        const value = work({
          resolve(from, specifier) {
            const path = resolve(from, specifier);
            resolved.set(JSON.stringify([from, specifier]), [from, specifier, path]);
            const alias = path === null ? aliases?.(from, specifier) : undefined;
            isOpen ||= alias?.isOpen === true;
            return path ?? alias?.path ?? null;
          },
          text(path) {
            if (!paths.has(path)) return undefined;
            seen.add(path);
            if (!texts.has(path)) missing.add(path);
            return texts.get(path);
          },
        });
        if (missing.size === 0) return { value, seen: [...seen], resolved: [...resolved.values()], isOpen };
        for (const path of missing) await load(path);
      }
    },
  };
}

function emptyWhereUnreadable(error: unknown): string {
  if (error instanceof UserError) return "";
  throw error;
}
