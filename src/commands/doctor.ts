import { existsSync } from "node:fs";
import { resolve } from "node:path";
import picocolors from "picocolors";
import { loadConfig } from "../config/load.ts";
import { commitHook } from "../host/commit-hook.ts";
import { createPlatform } from "../host/platform.ts";
import { findRoot, type Root } from "../host/repository.ts";
import { gitSetting, readSigningKey } from "../host/ssh-signer.ts";
import { worktreeSnapshot } from "../host/worktree.ts";
import { wholeCompiler } from "../interface/typescript.ts";
import { escapeLine } from "../report/escape.ts";
import { rules } from "../rules/registry.ts";
import type { Snapshot } from "../snapshot.ts";
import { readRuling } from "../workspace/approvals/ruling.ts";
import { type Court, openCourt } from "./approval-court.ts";
import { canaryDiagnosis } from "./doctor/canary.ts";
import { type Diagnosis, examined } from "./doctor/diagnosis.ts";
import { signingDiagnoses } from "./doctor/own-key.ts";
import { keyDiagnoses } from "./doctor/policy-keys.ts";
import { ciDiagnoses, hookDiagnosis, tellsWiring, type WiringFacts } from "./doctor/wiring.ts";
import { hookLine } from "./init/offers.ts";
import type { CommandIo } from "./io.ts";

/** The flags of `doctor` as the argument parser gives them. */
export interface DoctorFlags {
  readonly canary?: boolean;
}

/** Looks at everything that has to be wired, and says what to do about what is not. Gives the exit code: 1 where something is not wired. */
export async function runDoctor({ canary }: DoctorFlags, io: CommandIo): Promise<number> {
  const root = await findRoot(io.cwd);
  const snapshot = await worktreeSnapshot(root);
  const found = [
    gitDiagnosis(root),
    { state: "ok", topic: "compiler", message: `TypeScript ${wholeCompiler().version}, bundled` } as const,
    ...(await examined("config", () => configDiagnoses(snapshot))),
  ];
  if (found.every(({ state }) => state !== "wrong")) found.push(...(await deeper({ root, snapshot, io })));
  if (canary === true) found.push(...(await examined("canary", () => planted(snapshot))));
  io.stdout(reportOf(found, io.color));
  return found.some(({ state }) => state === "wrong") ? 1 : 0;
}

function gitDiagnosis({ repository, folder, notices }: Root): Diagnosis {
  const topic = "git";
  if (notices.some(({ code }) => code === "git-missing"))
    return { state: "wrong", topic, message: "git cannot be started", mend: "Install git, or add its folder to PATH" };
  if (repository !== null) return { state: "ok", topic, message: `repository at ${folder}` };
  return {
    state: "wrong",
    topic,
    message: `${folder} is no git repository, so there are no hooks, no base and no history`,
    mend: "Run: git init",
  };
}

async function configDiagnoses(snapshot: Snapshot): Promise<readonly Diagnosis[]> {
  const topic = "config";
  const { scopes, notices } = await loadConfig(snapshot, createPlatform(), { catalogue: rules });
  const files = scopes.flatMap(({ file }) => file ?? []);
  const said = notices.map(({ message }) => ({ state: "note", topic, message }) as const);
  if (files.length > 0) return [{ state: "ok", topic, message: files.join(", ") }, ...said];
  return [{ state: "wrong", topic, message: "There is no .designrc.json", mend: "Run: design-lint init" }];
}

interface Place {
  readonly root: Root;
  readonly snapshot: Snapshot;
  readonly io: CommandIo;
}

/** What can be looked at where there is a repository and a config. */
async function deeper({ root, snapshot, io }: Place): Promise<readonly Diagnosis[]> {
  const config = await loadConfig(snapshot, createPlatform(), { catalogue: rules });
  const approvals = Object.keys(config.approvals?.gates ?? {}).length > 0;
  const facts: WiringFacts = {
    hook: root.repository === null ? null : await commitHook(root.repository),
    files: await wiringTexts(snapshot),
    approvals,
    hookLine: hookLine(new Set(snapshot.files.keys())),
    isThere: (path) => existsSync(resolve(root.folder, path)),
  };
  // In CI nobody commits.
  const wiring = [...((io.env.CI ?? "") === "" ? [hookDiagnosis(facts)] : []), ...ciDiagnoses(facts)];
  if (!approvals) return [...wiring, approvalsOff];
  return [...wiring, ...(await examined("approvals", () => approvalDiagnoses(io)))];
}

const approvalsOff: Diagnosis = {
  state: "note",
  topic: "approvals",
  message: "off: no gate is in force",
  mend: "Add `project` and `approvals` with `gates` to .designrc.json to have documents approved",
};

async function wiringTexts({ files }: Snapshot): Promise<WiringFacts["files"]> {
  const found = [...files].filter(([path]) => tellsWiring(path));
  const decoder = new TextDecoder();
  return new Map(
    await Promise.all(found.map(async ([path, file]) => [path, decoder.decode(await file.read())] as const)),
  );
}

async function approvalDiagnoses(io: CommandIo): Promise<readonly Diagnosis[]> {
  const court = await openCourt({ subject: { kind: "worktree" }, policyRef: null }, io);
  // Who rules is asked as `verify` asks it; keys are looked at as these files have them, since that is what can be mended here.
  const ruling = await readRuling(court.input);
  const { policy } = await readRuling({ ...court.input, base: null });
  const notices = [...court.notices, ...ruling.notices].map(
    ({ message }) => ({ state: "note", topic: "approvals", message }) as const,
  );
  if (policy === null) return notices;
  const path = court.input.config.approvals?.signers ?? ".design/allowed_signers";
  const text = new TextDecoder().decode(await court.input.snapshot.files.get(path)?.read());
  const keys = keyDiagnoses({ policy, path, text, now: court.input.now });
  const signing =
    (io.env.CI ?? "") === "" ? signingDiagnoses({ ...(await ownSigning(court, io)), policy, signers: path }) : [];
  return [...notices, ...keys, ...signing];
}

async function ownSigning({ root }: Court, io: CommandIo) {
  const read = async (name: string) => (root.repository === null ? null : gitSetting(root.repository, name));
  const format = await read("gpg.format");
  const signingKey = await read("user.signingkey");
  const named = io.env.DESIGN_LINT_SIGNING_KEY || (format === "ssh" ? signingKey : null);
  const key = named === null ? null : await readSigningKey(named, io.cwd);
  const allowedSigners = await read("gpg.ssh.allowedSignersFile");
  return { format, signingKey, allowedSigners, fingerprint: key?.fingerprint ?? null };
}

async function planted(snapshot: Snapshot): Promise<readonly Diagnosis[]> {
  return [await canaryDiagnosis(snapshot, createPlatform())];
}

function reportOf(found: readonly Diagnosis[], color: boolean): string {
  const colors = picocolors.createColors(color);
  const paint = { ok: colors.green, note: colors.yellow, wrong: colors.red };
  const width = Math.max(...found.map(({ topic }) => topic.length));
  const lines = found.flatMap(({ state, topic, message, mend }) => [
    `${paint[state](state.padEnd(5))}  ${topic.padEnd(width)}  ${escapeLine(message)}`,
    ...(mend === undefined ? [] : [`${" ".repeat(width + 9)}→ ${escapeLine(mend)}`]),
  ]);
  const wrong = found.filter(({ state }) => state === "wrong").length;
  const end = wrong === 0 ? "Everything is wired." : `${wrong} of ${found.length} not wired.`;
  return `${[...lines, "", end].join("\n")}\n`;
}
