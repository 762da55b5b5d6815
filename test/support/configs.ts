import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "../../src/config/config.ts";
import { loadConfig } from "../../src/config/load.ts";
import type { Platform } from "../../src/platform.ts";
import { rules } from "../../src/rules/registry.ts";
import { memorySnapshot } from "../../src/snapshot.ts";
import { UserError } from "../../src/user-error.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A platform with packages in memory: specifier → text of its config. */
export function platformWith(packages: Readonly<Record<string, string>> = {}): Platform {
  return {
    shipped: (path) => readFileSync(join(root, path), "utf8"),
    async packageFile(specifier) {
      const text = packages[specifier];
      return text === undefined ? null : { path: `/memory/node_modules/${specifier}/designrc.json`, text };
    },
    typeFiles: {
      fileExists: () => false,
      readFile: () => undefined,
      directoryExists: () => false,
      getDirectories: () => [],
      realpath: (path) => path,
    },
  };
}

/** Config files by path: objects are written as JSON, texts as they are. */
export type ConfigFiles = Readonly<Record<string, string | object>>;

/** The config of files in memory. */
export async function configOf(files: ConfigFiles, packages: Readonly<Record<string, string>> = {}): Promise<Config> {
  return loadConfig(snapshotOf(files), platformWith(packages), { catalogue: rules });
}

/** The error that loading these files ends with, as its message, hint and the text that it points at. */
export async function errorOf(files: ConfigFiles, packages: Readonly<Record<string, string>> = {}) {
  try {
    await configOf(files, packages);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { text, range, path } = error.place ?? {};
    const at = text === undefined || range === undefined ? undefined : text.slice(range.start, range.end);
    return { code: error.code, message: error.message, hint: error.hint, path, at };
  }
  throw new Error("Loaded without an error");
}

/** A snapshot of config files in memory. */
export function snapshotOf(files: ConfigFiles) {
  const texts = Object.entries(files).map(([path, file]) => [
    path,
    typeof file === "string" ? file : JSON.stringify(file),
  ]);
  return memorySnapshot(Object.fromEntries(texts));
}
