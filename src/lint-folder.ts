import { createRequire } from "node:module";
import { surroundingsOf } from "./commands/approval-surroundings.ts";
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
  /** The protected ref, as `--policy-ref` names it; by default the one that git or the variables of CI in `process.env` tell. */
  readonly policyRef?: string;
}

/**
 * Judges the project around a folder as `design-lint` does, approvals included, for programs in Node: nothing is printed, written or cached. Paths in
 * options and report are relative to the project's root. Rejects with a `UserError` (`code`, `message`, `hint`) where no judgement is possible.
 */
export async function lintFolder(folder: string, options: FolderOptions = {}): Promise<Report> {
  const { texts, policyRef = null, ...rest } = options;
  const root = await findRoot(folder);
  const onDisk = await worktreeSnapshot(root);
  const snapshot = texts === undefined ? onDisk : overlay(onDisk, texts);
  const request = { snapshot, subject: { kind: "worktree" }, policyRef } as const;
  const approvals = surroundingsOf(root, request, { env: process.env });
  return lint(snapshot, createPlatform(), { ...rest, approvals, version });
}
