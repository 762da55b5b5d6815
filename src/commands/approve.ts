import { createHash } from "node:crypto";
import { judgeEntry } from "../approval/entry.ts";
import type { Policy } from "../approval/policy.ts";
import { approvalNamespace } from "../approval/sshsig.ts";
import { addApprovals } from "../document/approval-edits.ts";
import type { ApprovalEntry } from "../document/approvals.ts";
import type { Edit } from "../edit.ts";
import { gitSetting, readSigningKey, type SigningKey, signWithKey } from "../host/ssh-signer.ts";
import { writeEdits } from "../host/write.ts";
import { escapeControls } from "../report/escape.ts";
import { UserError } from "../user-error.ts";
import type { Standing } from "../workspace/approvals/judgement.ts";
import { type Court, openCourt } from "./approval-court.ts";
import { displayOf } from "./approval-display.ts";
import { type Draft, draftOf, type Judged, judgeInForce, namedStandings } from "./approval-drafts.ts";
import { isOfPolicy, policyDisplay, policyEdit, policyPathsOf } from "./approval-policy.ts";
import type { CommandIo } from "./io.ts";

/** What `approve` or `revoke` is asked for. */
export interface ApproveRequest {
  readonly paths: readonly string[];
  readonly gate?: string;
  readonly key?: string;
  readonly signer?: string;
  readonly policyRef?: string;
  /** The reason of a revocation; approves where it is left out. */
  readonly reason?: string;
  /** Path of a context: everything below it that is suspect is approved. */
  readonly suspect?: string;
}

/** Asks the person at the terminal to type something; null where they decline. */
export type Ask = (question: string) => Promise<string | null>;

/** Shows, asks, signs, checks and writes. Gives the exit code; rejects with a `UserError`, also where it is declined: then nothing is written. */
export async function runApprove(request: ApproveRequest, io: CommandIo, ask: Ask = askOnTerminal): Promise<number> {
  if (!io.isTTY)
    throw new UserError("no-terminal", "Approvals are given by a person at a terminal, and this is none", {
      hint: "To sign by hand: design-lint payload <document>",
    });
  const court = await openCourt({ subject: { kind: "worktree" }, policyRef: request.policyRef ?? null }, io);
  const judged = await judgeInForce(court);
  const key = await keyOf(request, court, io);
  const signer = signerOf(request, key, judged.policy);
  if (request.paths.length === 0 && request.suspect === undefined)
    throw new UserError("usage", "No document is named", { hint: "design-lint approve <document…>" });
  const standings = chosen(request, judged, { cwd: io.cwd, root: court.root.folder });
  const decision = { gate: request.gate ?? null, reason: request.reason ?? null, signer };
  const drafts = standings.map((standing) =>
    draftOf(standing, decision, { policy: judged.policy, now: court.input.now }),
  );
  for (const draft of drafts) io.stdout(escapeControls(await shown(draft, judged, court)));
  await confirm(drafts, ask);
  const entries: ApprovalEntry[] = [];
  for (const draft of drafts) entries.push(await signed(draft, key, { court, policy: judged.policy, cwd: io.cwd }));
  const edits = await Promise.all(drafts.map(async (draft, index) => editOf(draft, entries[index], court)));
  await writeEdits(court.root.folder, edits, court.input.snapshot);
  io.stdout(
    escapeControls(`${drafts.map(({ standing }) => `signed    ${standing.subject.document.path}`).join("\n")}\n`),
  );
  return 0;
}

async function keyOf({ key }: ApproveRequest, { root }: Court, io: CommandIo): Promise<SigningKey> {
  const { repository } = root;
  const format = repository === null ? null : await gitSetting(repository, "gpg.format");
  const fromGit = repository !== null && format === "ssh" ? await gitSetting(repository, "user.signingkey") : null;
  const named = key ?? (io.env.DESIGN_LINT_SIGNING_KEY || null) ?? fromGit;
  if (named !== null) return readSigningKey(named, io.cwd);
  throw new UserError("no-signing-key", "No key is named to sign with", {
    hint: "Add --key <file>, or set DESIGN_LINT_SIGNING_KEY or git's user.signingkey (with gpg.format ssh)",
  });
}

/** The address that the key speaks for by the policy. */
function signerOf({ signer }: ApproveRequest, key: SigningKey, { signers, people }: Policy): string {
  const own = signers
    .filter(({ fingerprint }) => fingerprint === key.fingerprint)
    .flatMap(({ principals }) => principals);
  const known = own.filter((principal) => people.has(principal));
  const found = signer === undefined ? known[0] : known.find((principal) => principal === signer);
  if (found !== undefined) return found;
  throw new UserError("untrusted-key", `The key ${key.fingerprint} is nobody's by the policy of the protected ref`, {
    hint: "Its line in the signers file and its address in `people` have to be merged first",
  });
}

function chosen(
  { paths, suspect }: ApproveRequest,
  judged: Judged,
  at: { cwd: string; root: string },
): readonly Standing[] {
  const named = namedStandings(suspect === undefined ? paths : [suspect], judged, at);
  if (suspect === undefined) return [...new Set(named)];
  const above = new Set(named.map(({ subject }) => subject.document.path));
  const below = judged.standings.filter(
    ({ subject, state }) =>
      state.state === "suspect" && subject.upstream.ok && subject.upstream.pins.some(({ path }) => above.has(path)),
  );
  if (below.length > 0) return below;
  throw new UserError("nothing-suspect", `Nothing below ${suspect} is suspect`);
}

function shown(draft: Draft, judged: Judged, court: Court): Promise<string> {
  return isOfPolicy(draft) ? policyDisplay(draft, court) : displayOf(draft, judged, court);
}

async function confirm(drafts: readonly Draft[], ask: Ask): Promise<void> {
  const all = drafts.map(({ statement }) => statement).join("");
  const wanted = createHash("sha256").update(all).digest("hex").slice(0, 8);
  const typed = await ask(`Type ${wanted} to sign ${drafts.length} statement${drafts.length === 1 ? "" : "s"}: `);
  if (typed?.trim() === wanted) return;
  throw new UserError("declined", "Nothing was signed");
}

interface Signing {
  readonly court: Court;
  readonly policy: Policy;
  readonly cwd: string;
}

/** Signs, and takes nothing that would not count. */
async function signed(draft: Draft, key: SigningKey, { court, policy, cwd }: Signing): Promise<ApprovalEntry> {
  const signature = await signWithKey(key, draft.statement, { namespace: approvalNamespace, cwd });
  const entry: ApprovalEntry = { ...draft.entry, signature };
  const { path } = draft.standing.subject.document;
  const authors = policy.gates.get(entry.gate)?.notAuthor === true ? await authorsOf(draft, court) : new Set<string>();
  const verdict = judgeEntry(entry, { policy, document: path, now: Date.now(), isSettled: false, authors });
  if (verdict.kind === "counts") {
    refuseOutdone(draft, verdict.person);
    return entry;
  }
  throw new UserError("would-not-count", `The signature for ${path} would not count: ${verdict.reason}`, {
    hint: "Nothing was written",
  });
}

/** A revocation of the same person counts as long as no later approval stands beside it: clocks of two machines may differ. */
function refuseOutdone({ entry, standing }: Draft, person: string): void {
  if (entry.decision === "revoke") return;
  const { path } = standing.subject.document;
  const later = standing.entries.find(
    ({ entry: { gate, digest, decision, time }, verdict }) =>
      [decision, gate, digest].join() === ["revoke", entry.gate, entry.digest].join() &&
      time >= entry.time &&
      verdict.kind === "counts" &&
      verdict.person === person,
  );
  if (later === undefined) return;
  throw new UserError(
    "would-not-count",
    `The approval of ${path} would not count beside your revocation of ${later.entry.time}`,
    {
      hint: "Nothing was written: approve after that time, by the clock of this machine",
    },
  );
}

async function authorsOf(draft: Draft, { input }: Court): Promise<ReadonlySet<string>> {
  const paths = isOfPolicy(draft) ? policyPathsOf(input) : [draft.standing.subject.document.path];
  const authors = await Promise.all(paths.map((path) => input.authorsOf(path)));
  return new Set(authors.flatMap((found) => [...found]));
}

async function editOf(draft: Draft, entry: ApprovalEntry | undefined, court: Court): Promise<Edit> {
  if (entry !== undefined && isOfPolicy(draft)) return policyEdit(entry, court);
  const { document } = draft.standing.subject;
  const { input } = court;
  const bytes = await input.snapshot.files.get(document.path)?.read();
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  const splice = entry === undefined ? null : addApprovals(text, document.facts, [entry]);
  if (splice === null)
    throw new UserError("not-approvable", `${document.path} has a tracking block that cannot be read`);
  return { kind: "replace", path: document.path, ...splice };
}

async function askOnTerminal(question: string): Promise<string | null> {
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
