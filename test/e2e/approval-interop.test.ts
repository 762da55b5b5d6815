import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseSigners } from "../../src/approval/signers.ts";
import { verifySshsig } from "../../src/approval/sshsig.ts";
import { armorOf, blobOf, makeKey, publicLine, sshFolder, sshSign, sshVerify, token } from "../support/ssh.ts";
import { softwareKey, softwareKinds } from "../support/ssh-keys.ts";
import { cleanEnvironment, commitAll, tempRepository } from "../support/temp-git.ts";

const statement = readFileSync("test/fixtures/vectors/statement.txt", "utf8");
const folder = sshFolder();
const hashes = ["sha512", "sha256"] as const;
const arguments_ = {
  ed25519: ["-t", "ed25519"],
  p256: ["-t", "ecdsa", "-b", "256"],
  p384: ["-t", "ecdsa", "-b", "384"],
  p521: ["-t", "ecdsa", "-b", "521"],
  rsa2048: ["-t", "rsa", "-b", "2048"],
  rsa3072: ["-t", "rsa", "-b", "3072"],
} as const;

const files = new Map<string, string>();
beforeAll(() => {
  for (const kind of softwareKinds) files.set(kind, makeKey(folder, kind, arguments_[kind]));
});
const file = (kind: string) => files.get(kind) ?? "";

/** Both programs have to say the same of a signature of the statement, and of any other text. */
function expectBoth(line: string, armor: string): void {
  const question = { signers: `alice ${line}\n`, principal: "alice", armor };
  expect(verifySshsig(armor, statement)).toMatchObject({ ok: true });
  expect(sshVerify(folder, { ...question, message: statement })).toBe(true);
  expect(verifySshsig(armor, `${statement}x`)).toMatchObject({ ok: false });
  expect(sshVerify(folder, { ...question, message: `${statement}x` })).toBe(false);
}

describe.each(softwareKinds)("%s", (kind) => {
  it.each(hashes)("made by ssh-keygen with %s: right for both", (hash) => {
    expectBoth(publicLine(file(kind)), sshSign(file(kind), statement, { hash }));
  });

  it.each(hashes)("made in this process with %s: right for both", (hash) => {
    const key = softwareKey(kind);
    expectBoth(key.line, key.sign(statement, { hash }));
    if (kind.startsWith("rsa")) expectBoth(key.line, key.sign(statement, { hash, rsa: "sha256" }));
  });

  it("both print the same fingerprint", () => {
    const printed = execFileSync("ssh-keygen", ["-l", "-E", "sha256", "-f", `${file(kind)}.pub`]).toString();
    const parsed = parseSigners(`alice ${publicLine(file(kind))}\n`);
    expect(parsed).toMatchObject({ ok: true, signers: [{ fingerprint: printed.split(" ")[1] }] });
  });
});

describe.each(["ed25519", "ecdsa"] as const)("hardware %s", (kind) => {
  it.each(hashes)("a stand-in for the token with %s: right for both, with and without touch", (hash) => {
    for (const flags of [0, 1, 4, 5]) {
      const key = token(kind);
      const armor = key.sign(statement, flags, hash);
      expectBoth(key.line, armor);
      expect(verifySshsig(armor, statement)).toMatchObject({ touched: (flags & 1) > 0, verified: (flags & 4) > 0 });
    }
  });

  it("another application: refused by us, although ssh-keygen takes it", () => {
    const key = token(kind, "web:example");
    expect(verifySshsig(key.sign(statement), statement)).toMatchObject({ ok: false });
  });
});

describe("keys in a real agent", () => {
  let agent = { SSH_AUTH_SOCK: "", SSH_AGENT_PID: "" };
  beforeAll(() => {
    const said = execFileSync("ssh-agent", ["-s"]).toString();
    const read = (name: string) => new RegExp(`${name}=([^;]+);`, "u").exec(said)?.[1] ?? "";
    agent = { SSH_AUTH_SOCK: read("SSH_AUTH_SOCK"), SSH_AGENT_PID: read("SSH_AGENT_PID") };
  });
  afterAll(() => {
    execFileSync("ssh-agent", ["-k"], { env: { ...process.env, ...agent }, stdio: "ignore" });
  });

  it.each(softwareKinds)("%s: what the agent signs is right for both", (kind) => {
    const env = { ...process.env, ...agent };
    execFileSync("ssh-add", ["-q", file(kind)], { env, stdio: "ignore" });
    const args = ["-q", "-Y", "sign", "-f", `${file(kind)}.pub`, "-n", "approval.v1@design-lint", "-U"];
    const { status, stdout } = spawnSync("ssh-keygen", args, { env, input: statement });
    expect(status).toBe(0);
    expectBoth(publicLine(file(kind)), stdout.toString().trimEnd());
  });
});

describe("what both refuse", () => {
  it("another namespace, version, hash, reserved field, and bytes at the end", () => {
    const key = softwareKey("ed25519");
    const good = key.parts(statement);
    const wrong = [
      key.parts(statement, { namespace: "git" }),
      { ...good, version: 2 },
      { ...good, hash: "sha1" },
      { ...good, hash: "sha256" },
      { ...good, tail: Buffer.alloc(1) },
      { ...good, signature: Buffer.concat([good.signature, Buffer.alloc(1)]) },
      { ...good, publicKey: softwareKey("ed25519").publicKey },
      { ...good, publicKey: softwareKey("p256").publicKey },
    ];
    expectBoth(key.line, armorOf(blobOf(good)));
    for (const parts of wrong) {
      const armor = armorOf(blobOf(parts));
      const question = { signers: `alice ${key.line}\n`, principal: "alice", message: statement, armor };
      expect(verifySshsig(armor, statement).ok).toBe(false);
      expect(sshVerify(folder, question)).toBe(false);
    }
  });
});

describe("one file for commits and approvals", () => {
  const verify = (kind: string, signers: string) => {
    const repository = tempRepository();
    const path = repository.write("allowed_signers", signers);
    const settings = {
      "gpg.format": "ssh",
      "user.signingkey": file(kind),
      "gpg.ssh.allowedSignersFile": path,
      "commit.gpgsign": "true",
      "user.email": "alice@example.com",
    };
    for (const [name, value] of Object.entries(settings)) repository.git("config", name, value);
    commitAll(repository);
    const options = { cwd: repository.path, env: cleanEnvironment() };
    return spawnSync("git", ["verify-commit", "HEAD"], options).status === 0;
  };
  const approves = (kind: string, signers: string) => {
    const parsed = parseSigners(signers);
    if (!parsed.ok) throw new Error(parsed.message);
    const proof = verifySshsig(sshSign(file(kind), statement), statement);
    return proof.ok && parsed.signers.some(({ fingerprint }) => fingerprint === proof.key.fingerprint);
  };

  it("git verifies commits by the very file that approvals are judged by, and each key is for what its namespaces say", () => {
    const signers = [
      `alice@example.com namespaces="git" ${publicLine(file("p256"))}`,
      `alice@example.com namespaces="approval.v1@design-lint" ${publicLine(file("ed25519"))}`,
      `alice@example.com ${publicLine(file("p384"))}`,
      "",
    ].join("\n");
    expect([verify("p256", signers), approves("p256", signers)]).toEqual([true, false]);
    expect([verify("ed25519", signers), approves("ed25519", signers)]).toEqual([false, true]);
    expect([verify("p384", signers), approves("p384", signers)]).toEqual([true, true]);
    expect([verify("p521", signers), approves("p521", signers)]).toEqual([false, false]);
  });

  it("validity is the same for both", () => {
    const line = (option: string) => `alice@example.com ${option} ${publicLine(file("ed25519"))}\n`;
    for (const [option, counts] of [
      ['valid-after="20200101Z"', true],
      ['valid-before="20200101Z"', false],
      ['valid-after="20990101Z"', false],
    ] as const) {
      const armor = sshSign(file("ed25519"), statement);
      const question = { signers: line(option), principal: "alice@example.com", message: statement, armor };
      expect(sshVerify(join(folder), question)).toBe(counts);
      const parsed = parseSigners(line(option));
      const now = Date.now();
      const current =
        parsed.ok &&
        parsed.signers.some(({ validAfter, validBefore }) => now >= (validAfter ?? now) && now <= (validBefore ?? now));
      expect(current).toBe(counts);
    }
  });
});
