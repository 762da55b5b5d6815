import type { UserError } from "../user-error.ts";
import type { ConfigPlace } from "./config.ts";
import type { ConfigFile } from "./parse.ts";
import { configError } from "./parse.ts";
import type { RawConfig } from "./raw-config.ts";

/** One config file as it takes part in the settings of a folder. */
export interface ConfigSource {
  /** Path of the file that it was read from: relative to the root, absolute in a package. */
  readonly path: string;
  readonly raw: RawConfig;
  /** Folder that its patterns, globs and paths are relative to: that of the config that it serves, "" for the root. */
  readonly base: string;
  /** The place of a value, in a file of the repository: for a file of a package that of the `extends` that names it. */
  place(pointer: string): ConfigPlace;
  /** A `UserError` of code `config-invalid` at a value of this very file. */
  error(pointer: string, message: string, hint?: string): UserError;
}

/** What a config file contributes to the settings of `base`; `via` is the place of the `extends` that leads out of the repository. */
export function sourceOf(file: ConfigFile, base: string, via: ConfigPlace | null): ConfigSource {
  return {
    path: file.path,
    raw: file.raw,
    base,
    place: (pointer) => via ?? { path: file.path, range: file.places.value(pointer) },
    error(pointer, message, hint) {
      const range = file.places.value(pointer);
      return configError(file, [hint === undefined ? { message, range } : { message, range, hint }]);
    },
  };
}
