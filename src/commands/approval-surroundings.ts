import { type BaseTips, baseTips } from "../host/base-config.ts";
import { fileHistory } from "../host/document-history.ts";
import { treeSnapshot } from "../host/index-snapshot.ts";
import { findPolicyBase, type PolicyBase } from "../host/policy-base.ts";
import type { Root } from "../host/repository.ts";
import type { Notice, Snapshot } from "../snapshot.ts";
import { UserError } from "../user-error.ts";
import type { ApprovalBase, ApprovalSurroundings } from "../workspace/approvals/judge-workspace.ts";
import type { FactCache } from "../workspace/facts.ts";
import type { Subject } from "./check-options.ts";
import type { CommandIo } from "./io.ts";

/** What the approvals of a snapshot are to be judged by. */
export interface SurroundingsRequest {
  readonly snapshot: Snapshot;
  readonly subject: Subject;
  /** `--policy-ref`; null for the one that surroundings tell. */
  readonly policyRef: string | null;
  /** Root-relative path of the root config. */
  readonly configFile?: string;
  /** What git was asked already of the commits that may be the base. */
  readonly tips?: Promise<BaseTips>;
}

/** Whether a run is one of continuous integration, which says so in `CI`. */
export function isCi(env: CommandIo["env"]): boolean {
  return (env.CI ?? "") !== "" && env.CI !== "false";
}

/** Clock, history and protected ref. The base is looked up once; it rejects with a `UserError` where it is needed and cannot be had. */
export function surroundingsOf(
  root: Root,
  request: SurroundingsRequest,
  io: Pick<CommandIo, "env">,
): ApprovalSurroundings {
  const { subject, configFile } = request;
  const head = subject.kind === "tree" ? subject.commit : "HEAD";
  let found: Promise<PolicyBase | null> | null = null;
  let taken: Promise<ApprovalBase> | null = null;
  const find = () => {
    found ??= baseOf(root, { ref: request.policyRef, head, env: io.env });
    return found;
  };
  return {
    now: Date.now(),
    isHook: subject.kind === "index" && !isCi(io.env),
    ...(configFile === undefined ? {} : { configFile }),
    base(isNeeded) {
      taken ??= takeBase(root, { ...request, isNeeded, find, env: io.env });
      return taken;
    },
    authorsOf: async (path) => authorsOf(root, { path, found: await find(), head }),
  };
}

/** Facts that this very run has made; what an earlier one left behind is not among them. */
export function freshFacts(cache: FactCache): { readonly cache: FactCache; readonly fresh: FactCache } {
  const made = new Map<string, unknown>();
  const set = (key: string, value: unknown) => {
    made.set(key, value);
    cache.set(key, value);
  };
  return { cache: { get: (key) => made.get(key) ?? cache.get(key), set }, fresh: { get: (key) => made.get(key), set } };
}

interface Taking extends SurroundingsRequest {
  readonly isNeeded: boolean;
  readonly env: CommandIo["env"];
  find(): Promise<PolicyBase | null>;
}

async function takeBase(root: Root, taking: Taking): Promise<ApprovalBase> {
  const isOptional = !taking.isNeeded && taking.policyRef === null;
  if (isOptional && (await isPlainlyOff(root, taking))) return { snapshots: null, notices: [] };
  try {
    const found = await taking.find();
    if (found === null) return { snapshots: null, notices: isOptional ? [] : [noBase] };
    return { snapshots: await snapshotsOf(root, found), notices: isOptional ? [] : found.notices };
  } catch (error) {
    if (!isOptional || !(error instanceof UserError)) throw error;
    return { snapshots: null, notices: [unread(error)] };
  }
}

const noBase: Notice = {
  code: "no-base",
  message: "There is no commit to compare with, so the policy of the files themselves judges",
};

function unread({ message }: UserError): Notice {
  const what = "The base cannot be read, so it could not be asked whether it has `approvals`";
  return { code: "base-unread", message: `${what}: ${message}` };
}

/** Most projects have no approvals: where the base has the same root config, or none, nothing else has to be read to know it. */
async function isPlainlyOff({ repository }: Root, { snapshot, env, configFile, tips }: Taking): Promise<boolean> {
  if (repository === null) return true;
  if (isCi(env)) return false;
  const path = configFile ?? ".designrc.json";
  const { remote, head } = await (tips ?? baseTips(repository, path));
  const id = remote === undefined ? head : remote;
  return id === null || id === snapshot.files.get(path)?.id;
}

async function baseOf(root: Root, question: Parameters<typeof findPolicyBase>[1]): Promise<PolicyBase | null> {
  if (root.repository !== null) return findPolicyBase(root.repository, question);
  if (question.ref === null) return null;
  throw new UserError("no-repository", "--policy-ref needs a git repository", { hint: "Run: git init" });
}

async function snapshotsOf(root: Root, { policy, mergeBase }: PolicyBase): Promise<ApprovalBase["snapshots"]> {
  const tip = await treeSnapshot(root, policy);
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
  const { signedContent } = await import("../document/facts.ts");
  const content = (bytes: Uint8Array | null) => (bytes === null ? null : signedContent(bytes));
  const changed = commits.filter(({ after, before }) => {
    const now = content(after);
    return before.every((bytes) => now === null || content(bytes) !== now);
  });
  return new Set(changed.flatMap(({ addresses }) => addresses));
}
