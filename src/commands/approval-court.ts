import { loadConfig } from "../config/load.ts";
import { signedContent } from "../document/facts.ts";
import { fileHistory } from "../host/document-history.ts";
import { treeSnapshot } from "../host/index-snapshot.ts";
import { createPlatform } from "../host/platform.ts";
import { findPolicyBase, type PolicyBase } from "../host/policy-base.ts";
import { findRoot, type Root } from "../host/repository.ts";
import { rules } from "../rules/registry.ts";
import type { Notice, Snapshot } from "../snapshot.ts";
import { UserError } from "../user-error.ts";
import type { ApprovalInput } from "../workspace/approvals/ruling.ts";
import type { Subject } from "./check-options.ts";
import { snapshotOf } from "./check-subject.ts";
import type { CommandIo } from "./io.ts";

/** What a command on approvals is asked for. */
export interface CourtRequest {
  readonly subject: Subject;
  /** `--policy-ref`; null for the one that surroundings tell. */
  readonly policyRef: string | null;
}

/** Everything that approvals are judged from, and what has to be said about it. */
export interface Court {
  readonly root: Root;
  readonly input: ApprovalInput;
  readonly notices: readonly Notice[];
}

/** Gathers snapshot, base, config, clock and history. Nothing comes from a cache. Rejects with a `UserError` where the base cannot be had. */
export async function openCourt({ subject, policyRef }: CourtRequest, io: CommandIo): Promise<Court> {
  const root = await findRoot(io.cwd);
  const snapshot = await snapshotOf(root, subject);
  const platform = createPlatform();
  const config = await loadConfig(snapshot, platform, { catalogue: rules });
  const head = subject.kind === "tree" ? subject.commit : "HEAD";
  const found = await baseOf(root, { ref: policyRef, head, env: io.env });
  const base = found === null ? null : await snapshotsOf(root, found);
  const input: ApprovalInput = {
    snapshot,
    platform,
    config,
    catalogue: rules,
    cache: { get: () => undefined, set: () => undefined },
    base,
    now: Date.now(),
    authorsOf: (path) => authorsOf(root, { path, found, head }),
  };
  return { root, input, notices: [...snapshot.notices, ...config.notices, ...(found?.notices ?? [noBase])] };
}

const noBase: Notice = {
  code: "no-base",
  message: "There is no commit to compare with, so the policy of the files themselves judges",
};

async function baseOf(root: Root, question: Parameters<typeof findPolicyBase>[1]): Promise<PolicyBase | null> {
  if (root.repository !== null) return findPolicyBase(root.repository, question);
  if (question.ref === null) return null;
  throw new UserError("no-repository", "--policy-ref needs a git repository", { hint: "Run: git init" });
}

async function snapshotsOf(root: Root, { policy, mergeBase }: PolicyBase): Promise<NonNullable<ApprovalInput["base"]>> {
  const tip: Snapshot = await treeSnapshot(root, policy);
  return { policy: tip, mergeBase: mergeBase === policy ? tip : await treeSnapshot(root, mergeBase) };
}

interface History {
  readonly path: string;
  readonly found: PolicyBase | null;
  readonly head: string;
}

/** Whoever only added an approval changed no content, and a merge of what others wrote is not the merger's work. */
async function authorsOf(root: Root, { path, found, head }: History): Promise<ReadonlySet<string>> {
  if (root.repository === null || found === null) return new Set();
  const commits = await fileHistory(root.repository, path, { from: found.mergeBase, to: head });
  const content = (bytes: Uint8Array | null) => (bytes === null ? null : signedContent(bytes));
  const changed = commits.filter(({ after, before }) => {
    const now = content(after);
    return before.every((bytes) => now === null || content(bytes) !== now);
  });
  return new Set(changed.flatMap(({ addresses }) => addresses));
}
