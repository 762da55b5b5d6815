import type { Diagnostic } from "../../src/engine/report.ts";
import { createPlatform } from "../../src/host/platform.ts";
import { judge } from "../../src/lint.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { memorySnapshot } from "../../src/snapshot.ts";
import {
  approvedProject,
  contextText,
  type Files,
  paths,
  people,
  type Signing,
  signed,
  type Trial,
} from "./approved-project.ts";

const platform = createPlatform();

/** A team with real keys and a project in which alice has approved everything. */
export interface Team {
  readonly base: Files;
  key(name: string): string;
  /** The design's text with one more approval. */
  approve(text: string, more?: Partial<Signing>): string;
  approveContext(text: string, more?: Partial<Signing>): string;
}

export function team(approvals: Record<string, unknown> = {}, names = ["alice", "bob", "mallory"]): Team {
  const keys = people(names);
  const key = (name: string) => keys.get(name) ?? "";
  const alice = { key: key("alice"), signer: "alice@example.com", time: "2026-11-05T10:00:00Z" };
  return {
    base: approvedProject(keys, approvals),
    key,
    approve: (text, more = {}) =>
      signed(text, { path: paths.design, gate: "design", context: contextText, ...alice, ...more }),
    approveContext: (text, more = {}) => signed(text, { path: paths.context, gate: "architecture", ...alice, ...more }),
  };
}

/** Circumstances of a check in memory. */
export interface CheckTrial extends Trial {
  readonly isHook?: boolean;
}

/** What a check says by one rule: severity, path and message of each finding, in one line. */
export async function checkFiles(rule: Pick<Rule, "id">, files: Files, trial: CheckTrial = {}): Promise<string[]> {
  const found = await diagnosticsOf(files, trial);
  return found
    .filter((each) => each.rule === rule.id)
    .map(({ severity, path, message }) => `${severity} ${path} ${message}`);
}

/** Every diagnostic of a check. */
export async function diagnosticsOf(files: Files, trial: CheckTrial = {}): Promise<readonly Diagnostic[]> {
  const { base, mergeBase = base, isHook = false, authors = [], now = "2026-11-22T00:00:00Z" } = trial;
  const snapshots =
    base === undefined || mergeBase === undefined
      ? null
      : { policy: memorySnapshot(base), mergeBase: memorySnapshot(mergeBase) };
  const { report } = await judge(memorySnapshot(files), platform, {
    approvals: {
      now: Date.parse(now),
      isHook,
      authorsOf: async () => new Set(authors),
      base: async () => ({ snapshots, notices: [] }),
    },
  });
  if (report.error !== undefined) throw new Error(report.error.message);
  return report.diagnostics;
}
