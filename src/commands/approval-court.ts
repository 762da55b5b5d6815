import { loadConfig } from "../config/load.ts";
import { createPlatform } from "../host/platform.ts";
import { findRoot, type Root } from "../host/repository.ts";
import { rules } from "../rules/registry.ts";
import type { Notice } from "../snapshot.ts";
import type { ApprovalInput } from "../workspace/approvals/ruling.ts";
import { surroundingsOf } from "./approval-surroundings.ts";
import type { Subject } from "./check-options.ts";
import { configName, snapshotOf } from "./check-subject.ts";
import type { CommandIo } from "./io.ts";

/** What a command on approvals is asked for. */
export interface CourtRequest {
  readonly subject: Subject;
  /** `--policy-ref`; null for the one that surroundings tell. */
  readonly policyRef: string | null;
  /** `--config`: its folder becomes the root. */
  readonly config?: string;
}

/** Everything that approvals are judged from, and what has to be said about it. */
export interface Court {
  readonly root: Root;
  readonly input: ApprovalInput;
  readonly notices: readonly Notice[];
}

/** Gathers snapshot, base, config, clock and history. Nothing comes from a cache. Rejects with a `UserError` where the base cannot be had. */
export async function openCourt({ subject, policyRef, config: named }: CourtRequest, io: CommandIo): Promise<Court> {
  const root = await findRoot(io.cwd, named);
  const snapshot = await snapshotOf(root, subject);
  const platform = createPlatform();
  const file = named === undefined ? undefined : configName(named);
  const config = await loadConfig(snapshot, platform, { catalogue: rules, ...(file === undefined ? {} : { file }) });
  const configFile = file === undefined ? {} : { configFile: file };
  const surroundings = surroundingsOf(root, { snapshot, subject, policyRef, ...configFile }, io);
  const base = await surroundings.base(config.approvals !== undefined);
  const facts = new Map<string, unknown>();
  const input: ApprovalInput = {
    snapshot,
    platform,
    config,
    catalogue: rules,
    cache: { get: (key) => facts.get(key), set: (key, value) => void facts.set(key, value) },
    base: base.snapshots,
    now: surroundings.now,
    authorsOf: surroundings.authorsOf,
    isHook: surroundings.isHook === true,
    ...configFile,
  };
  return { root, input, notices: [...snapshot.notices, ...config.notices, ...base.notices] };
}
