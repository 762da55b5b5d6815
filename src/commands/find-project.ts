import { relative, resolve, sep } from "node:path";
import type { Config } from "../config/config.ts";
import { loadConfig } from "../config/load.ts";
import { createPlatform } from "../host/platform.ts";
import { findRoot } from "../host/repository.ts";
import { worktreeSnapshot } from "../host/worktree.ts";
import type { Platform } from "../platform.ts";
import { rules } from "../rules/registry.ts";
import type { Snapshot } from "../snapshot.ts";

/** The project that a command works on: its files as they stand on disk, and the config that says what they are. */
export interface Project {
  /** Absolute path of the root. */
  readonly root: string;
  readonly snapshot: Snapshot;
  readonly config: Config;
  readonly platform: Platform;
}

/** Reads the project around a folder; `config` is the value of `--config`, null for the usual place. Rejects with a `UserError`. */
export async function findProject(cwd: string, config: string | null): Promise<Project> {
  const root = await (config === null ? findRoot(cwd) : findRoot(cwd, config));
  const snapshot = await worktreeSnapshot(root);
  const platform = createPlatform();
  const file = config === null ? null : relative(root.folder, resolve(cwd, config)).split(sep).join("/");
  const options = { catalogue: rules, ...(file === null ? {} : { file }) };
  return { root: root.folder, snapshot, platform, config: await loadConfig(snapshot, platform, options) };
}
