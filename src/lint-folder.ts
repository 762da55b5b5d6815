import { createRequire } from "node:module";
import type { Report } from "./engine/report.ts";
import { createPlatform } from "./host/platform.ts";
import { findRoot } from "./host/repository.ts";
import { worktreeSnapshot } from "./host/worktree.ts";
import { type JudgeOptions, lint } from "./lint.ts";
import { overlay } from "./snapshot.ts";

const { version } = createRequire(import.meta.url)("../package.json") as { version: string };

export interface FolderOptions extends Pick<JudgeOptions, "rules" | "only" | "strict" | "paths"> {
  /** Texts that stand in place of the files on disk (unsaved editor buffers), by path relative to the root. */
  readonly texts?: ReadonlyMap<string, string>;
}

/**
 * Judges the project around a folder as `design-lint` does, for programs in Node: nothing is printed, written or cached. Paths in
 * options and report are relative to the project's root. Rejects with a `UserError` (`code`, `message`, `hint`) where no judgement is possible.
 */
export async function lintFolder(folder: string, options: FolderOptions = {}): Promise<Report> {
  const { texts, ...rest } = options;
  const snapshot = await worktreeSnapshot(await findRoot(folder));
  const judged = texts === undefined ? snapshot : overlay(snapshot, texts);
  return lint(judged, createPlatform(), { ...rest, version });
}
