// What it costs to verify 10,000 approvals in this process, against ssh-keygen, of which a sample is started. First it proves that both
// tell right from wrong.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { judgeEntry } from "../../src/approval/entry.ts";
import { policyOf } from "../../src/approval/policy.ts";
import { createProver } from "../../src/approval/proof.ts";
import { parseSigners } from "../../src/approval/signers.ts";
import { statementText } from "../../src/approval/statement.ts";
import type { ApprovalEntry } from "../../src/document/approvals.ts";
import { rememberingVerifier } from "../../src/workspace/approvals/proof-cache.ts";
import type { FactCache } from "../../src/workspace/facts.ts";
import { packageRoot } from "../../test/support/program.ts";
import { sshFolder, sshVerify } from "../../test/support/ssh.ts";
import { type SoftwareKind, softwareKey } from "../../test/support/ssh-keys.ts";

const count = Number(process.argv[2] ?? 10_000);
const sample = Number(process.argv[3] ?? 100);
const signer = "alice@example.com";
const project = "urn:uuid:6e2e8d0e-4f7e-4b8a-9d8c-7f1b9a3b2c11";
const now = Date.parse("2026-11-22T00:00:00Z");
const folder = sshFolder();

interface Case {
  readonly document: string;
  readonly entry: ApprovalEntry;
  readonly statement: string;
}

interface Figure {
  readonly key: SoftwareKind;
  readonly perSecond: number;
  readonly spawnsPerSecond: number;
  readonly ratio: number;
  /** How much faster a second run is, in which nothing changed. */
  readonly warm: number;
}

function measured(kind: SoftwareKind): Figure {
  const key = softwareKey(kind);
  const signers = `${signer} namespaces="approval.v1@design-lint" ${key.line}\n`;
  const cases = Array.from({ length: count }, (_, index) => caseOf(index, key.sign));
  const counts = judgeOf(signers);
  prove(cases[0], signers, counts);
  const inProcess = milliseconds(() => cases.every(counts));
  const spawned = milliseconds(() => cases.slice(0, sample).every((one) => spawns(one, signers)));
  const perSecond = (count / inProcess) * 1000;
  const spawnsPerSecond = (sample / spawned) * 1000;
  return { key: kind, perSecond, spawnsPerSecond, ratio: perSecond / spawnsPerSecond, warm: warmth(cases, signers) };
}

/** The first run checks all signatures, the second none. */
function warmth(cases: readonly Case[], signers: string): number {
  const known = new Map<string, unknown>();
  let checked = 0;
  const counts = judgeOf(signers, {
    get: (key) => known.get(key),
    set(key, value) {
      checked++;
      known.set(key, value);
    },
  });
  const cold = milliseconds(() => cases.every(counts));
  const warm = milliseconds(() => cases.every(counts));
  if (checked !== cases.length) throw new Error(`${checked} signatures were checked, expected ${cases.length}`);
  return cold / warm;
}

function caseOf(index: number, sign: (statement: string) => string): Case {
  const document = `docs/design/component-${index}.md`;
  const digest = `sha256:${index.toString(16).padStart(64, "0")}`;
  const upstream = [{ path: "docs/architecture/a.md", digest }];
  const entry = {
    gate: "design",
    decision: "approve",
    signer,
    time: "2026-11-01T00:00:00Z",
    digest,
    upstream,
  } as const;
  const text = statementText({ ...entry, project, document });
  if (!text.ok) throw new Error(text.reason);
  return { document, entry: { ...entry, signature: sign(text.text) }, statement: text.text };
}

/** The whole judgement of an entry: statement, signature, signer and policy. */
function judgeOf(signers: string, cache?: FactCache): (one: Case) => boolean {
  const parsed = parseSigners(signers);
  const made = parsed.ok ? policyOf(project, { people: { alice: [signer] } }, parsed.signers) : null;
  if (made === null || !made.ok) throw new Error("the policy cannot be read");
  const { policy } = made;
  const authors = new Set<string>();
  const verify = cache === undefined ? createProver() : rememberingVerifier(cache);
  return ({ document, entry }) =>
    judgeEntry(entry, { policy, document, now, isSettled: false, authors, verify }).kind === "counts";
}

function spawns({ statement, entry }: Case, signers: string): boolean {
  return sshVerify(folder, { signers, principal: signer, message: statement, armor: entry.signature });
}

function prove(one: Case | undefined, signers: string, counts: (one: Case) => boolean): void {
  if (one === undefined) throw new Error("nothing to measure");
  const wrong = { ...one, document: "docs/design/other.md", statement: `${one.statement}x` };
  const told = [counts(one), spawns(one, signers), !counts(wrong), !spawns(wrong, signers)];
  if (!told.every(Boolean)) throw new Error(`right and wrong are not told apart: ${told.join(", ")}`);
}

function milliseconds(work: () => boolean): number {
  const began = performance.now();
  if (!work()) throw new Error("an approval does not count");
  return performance.now() - began;
}

const figures = (["ed25519", "p256", "rsa3072"] as const).map(measured);
for (const { key, perSecond, spawnsPerSecond, ratio, warm } of figures)
  console.log(
    `${key.padEnd(8)} ${Math.round(perSecond)} a second in process, ${Math.round(spawnsPerSecond)} by ssh-keygen: ${ratio.toFixed(1)} times (aim: 40); a second run ${warm.toFixed(1)} times faster than the first`,
  );
mkdirSync(join(packageRoot, "reports"), { recursive: true });
writeFileSync(
  join(packageRoot, "reports/bench-approvals.json"),
  `${JSON.stringify({ count, sample, figures }, null, 2)}\n`,
);
