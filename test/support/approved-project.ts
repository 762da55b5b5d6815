import { contentDigest, pinnedDigest } from "../../src/approval/digest.ts";
import { policyDigest } from "../../src/approval/policy-digest.ts";
import { statementText } from "../../src/approval/statement.ts";
import { loadConfig } from "../../src/config/load.ts";
import { addApprovals } from "../../src/document/approval-edits.ts";
import type { ApprovalEntry } from "../../src/document/approvals.ts";
import { documentFacts, signedContent } from "../../src/document/facts.ts";
import { parsePolicyApprovals, policyApprovalsPath, policyApprovalsText } from "../../src/document/policy-approvals.ts";
import { applySplices } from "../../src/edit.ts";
import { createPlatform } from "../../src/host/platform.ts";
import { rules } from "../../src/rules/registry.ts";
import { memorySnapshot } from "../../src/snapshot.ts";
import { judgeApprovals } from "../../src/workspace/approvals/judge.ts";
import type { ApprovalJudgement } from "../../src/workspace/approvals/judgement.ts";
import { policyFiles, policyPaths } from "../../src/workspace/approvals/policy-files.ts";
import type { FactCache } from "../../src/workspace/facts.ts";
import { makeKey, publicLine, sshFolder, sshSign } from "./ssh.ts";

const platform = createPlatform();

export const projectId = "urn:uuid:6e2e8d0e-4f7e-4b8a-9d8c-7f1b9a3b2c11";
export const paths = {
  context: "docs/architecture/sessions.md",
  design: "docs/design/sessions/store.md",
  source: "src/sessions/store.ts",
  test: "test/sessions/store.test.ts",
  signers: ".design/allowed_signers",
  config: ".designrc.json",
} as const;

export const contextText = `---
type: context
status: implemented
---

# Sessions

Keeps sessions.

## Responsibility

Everything about sessions.

## Components

- \`sessions/store\`: keeps them

## Dependencies

None: it stands alone
`;

export const designText = `---
type: module
context: sessions
status: implemented
---

# Store

Keeps one session.

## Interface

\`\`\`ts
export declare const limit: number;
\`\`\`

## Edge cases

- \`empty\`: without a session the limit is one
`;

/** Real keys, made once; names are those of their people. */
export function people(names: readonly string[]): ReadonlyMap<string, string> {
  const folder = sshFolder();
  return new Map(names.map((name) => [name, makeKey(folder, name)]));
}

/** An allowed signers file that gives each person their own address. */
export function signersFile(keys: ReadonlyMap<string, string>): string {
  const line = ([name, key]: readonly [string, string]) =>
    `${name}@example.com namespaces="approval.v1@design-lint" ${publicLine(key)}\n`;
  return [...keys].map(line).join("");
}

/** A config with both gates in force; `changes` go into `approvals`. */
export function configText(names: readonly string[], changes: Record<string, unknown> = {}): string {
  const everybody = Object.fromEntries(names.map((name) => [name, [`${name}@example.com`]]));
  const gates = { architecture: { role: "reviewer" }, design: { role: "reviewer" } };
  const approvals = { people: everybody, roles: { reviewer: names }, gates, ...changes };
  return `${JSON.stringify({ version: 1, project: projectId, approvals }, null, 2)}\n`;
}

/** Who signs what; what is left out is as it should be. */
export interface Signing extends Partial<Omit<ApprovalEntry, "signature">> {
  readonly path: string;
  readonly gate: string;
  readonly key: string;
  readonly signer: string;
  /** Text of the context that a design pins. */
  readonly context?: string;
  readonly project?: string;
  /** The path that the statement names, where it is to lie. */
  readonly signedPath?: string;
  /** Signs in place of ssh-keygen. */
  readonly sign?: (statement: string) => string;
}

/** The text of a document with one more entry, signed by the real ssh-keygen. */
export function signed(text: string, signing: Signing): string {
  const entry = entryFor(text, signing);
  const splice = addApprovals(text, documentFacts(Buffer.from(text)), [entry]);
  if (splice === null) throw new Error("the tracking block is malformed");
  return applySplices(text, [splice]);
}

export function entryFor(text: string, signing: Signing): ApprovalEntry {
  const { decision = "approve", time = "2026-11-01T10:00:00Z", reason } = signing;
  const upstream = decision === "revoke" ? [] : (signing.upstream ?? upstreamOf(signing));
  const digest = signing.digest ?? contentDigest(contentOf(text));
  const entry = { gate: signing.gate, decision, signer: signing.signer, time, digest, upstream };
  const whole = reason === undefined ? entry : { ...entry, reason };
  const document = signing.signedPath ?? signing.path;
  const statement = statementText({ ...whole, project: signing.project ?? projectId, document });
  if (!statement.ok) throw new Error(statement.reason);
  const sign = signing.sign ?? ((message: string) => sshSign(signing.key, message));
  return { ...whole, signature: sign(statement.text) };
}

/** The file of the policy's approvals, with one that a person gives to the policy of these files. */
export async function policyEntry(files: Files, signing: Omit<Signing, "path" | "gate">): Promise<Files> {
  const snapshot = memorySnapshot(files);
  const config = await loadConfig(snapshot, platform, { catalogue: rules });
  const digest = policyDigest(await policyFiles(snapshot, policyPaths(snapshot, config)));
  const entry = entryFor(designText, { path: policyApprovalsPath, gate: "policy", digest, upstream: [], ...signing });
  const parsed = parsePolicyApprovals(Buffer.from(files[policyApprovalsPath] ?? "approvals: []\n"));
  if (!parsed.ok) throw new Error(parsed.message);
  return { [policyApprovalsPath]: policyApprovalsText([...parsed.entries, entry]) };
}

function upstreamOf({ context, path }: Signing): ApprovalEntry["upstream"] {
  if (context === undefined) return [];
  const id = path.replace("docs/design/", "").replace(".md", "");
  const digest = pinnedDigest(contentOf(context), id);
  return digest === null ? [] : [{ path: paths.context, digest }];
}

function contentOf(text: string): string {
  const content = signedContent(Buffer.from(text));
  if (content === null) throw new Error("the document has no digest");
  return content;
}

export type Files = Readonly<Record<string, string>>;

/** A project of alice and bob in which everything is approved by alice. */
export function approvedProject(keys: ReadonlyMap<string, string>, approvals: Record<string, unknown> = {}): Files {
  const team = new Map([...keys].filter(([name]) => name === "alice" || name === "bob"));
  const alice = { key: keys.get("alice") ?? "", signer: "alice@example.com" };
  return {
    [paths.config]: configText(["alice", "bob"], approvals),
    [paths.signers]: signersFile(team),
    [paths.context]: signed(contextText, { path: paths.context, gate: "architecture", ...alice }),
    [paths.design]: signed(designText, { path: paths.design, gate: "design", context: contextText, ...alice }),
    [paths.source]: "export const limit: number = 1;\n",
    [paths.test]: 'import { it } from "vitest";\nit("empty", () => {});\n',
  };
}

/** Circumstances of a judgement in memory. */
export interface Trial {
  readonly base?: Files;
  /** Where the change left the base; the base itself where it is left out. */
  readonly mergeBase?: Files;
  readonly now?: string;
  readonly authors?: readonly string[];
  /** Facts of earlier judgements: they depend on bytes alone. None by default. */
  readonly cache?: FactCache;
}

const noCache: FactCache = { get: () => undefined, set: () => undefined };

/** Judges the approvals of files in memory against others. */
export async function judgeFiles(
  files: Files,
  { base, mergeBase, now, authors = [], cache = noCache }: Trial = {},
): Promise<ApprovalJudgement> {
  const snapshot = memorySnapshot(files);
  const policy = base === undefined ? null : memorySnapshot(base);
  return judgeApprovals({
    snapshot,
    platform,
    config: await loadConfig(snapshot, platform, { catalogue: rules }),
    catalogue: rules,
    cache,
    base: policy === null ? null : { policy, mergeBase: mergeBase === undefined ? policy : memorySnapshot(mergeBase) },
    now: Date.parse(now ?? "2026-11-22T00:00:00Z"),
    authorsOf: async () => new Set(authors),
  });
}

/** The `approval/*` rules that found something, sorted; that a change touches the policy is left out. */
export async function rulesOf(files: Files, trial: Trial = {}): Promise<readonly string[]> {
  const { findings } = await judgeFiles(files, trial);
  const rules = findings.map(({ rule }) => rule).filter((rule) => rule !== "policy/changed");
  return [...new Set(rules.map((rule) => rule.replace("approval/", "")))].sort();
}
