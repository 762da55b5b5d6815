import { spawn } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../user-error.ts";
import { runGit } from "./git.ts";
import type { Repository } from "./repository.ts";

/** A key that `ssh-keygen` can sign with: a private key's file, or a public one's whose private half an agent or a token holds. */
export interface SigningKey {
  readonly file: string;
  /** `SHA256:…`, as `ssh-keygen -l` prints it. */
  readonly fingerprint: string;
}

interface Output {
  readonly code: number;
  readonly stdout: string;
}

/** One git setting; null where it is not set. */
export async function gitSetting(repository: Repository, name: string): Promise<string | null> {
  const output = await runGit(repository.place, ["config", "--get", name]);
  const value = output.stdout.toString("utf8").trim();
  return output.code === 0 && value !== "" ? value : null;
}

/** The key that a file, or the text of a public key (as git's `user.signingkey` may have it), stands for. Rejects with a `UserError`. */
export async function readSigningKey(named: string, cwd: string): Promise<SigningKey> {
  const literal = /^(?:key::)?((?:ssh-|ecdsa-|sk-)\S+ \S.*)$/u.exec(named)?.[1];
  if (literal !== undefined) {
    const folder = await mkdtemp(join(tmpdir(), "design-lint-key-"));
    await writeFile(join(folder, "key.pub"), `${literal}\n`, { mode: 0o600 });
    return readSigningKey(join(folder, "key.pub"), cwd);
  }
  const file = named.startsWith("~/") ? join(homedir(), named.slice(2)) : named;
  const output = await run(["-l", "-E", "sha256", "-f", file], { cwd });
  const fingerprint = /SHA256:[A-Za-z0-9+/]{43}/u.exec(output.stdout)?.[0];
  if (output.code !== 0 || fingerprint === undefined)
    throw new UserError("no-signing-key", `${file} is no SSH key that ssh-keygen can read`, {
      hint: "Name a key with --key, in DESIGN_LINT_SIGNING_KEY or in git's user.signingkey",
    });
  return { file, fingerprint };
}

/** The armored signature of a message, by `ssh-keygen -Y sign`; passphrases and touches are asked for on the terminal. Rejects with a `UserError`. */
export async function signWithKey(
  key: SigningKey,
  message: string,
  where: { namespace: string; cwd: string },
): Promise<string> {
  const args = ["-Y", "sign", "-f", key.file, "-n", where.namespace, "-O", "hashalg=sha512"];
  const output = await run(args, { cwd: where.cwd, input: message });
  if (output.code === 0) return output.stdout.trimEnd();
  throw new UserError("not-signed", `ssh-keygen did not sign with ${key.file}`, {
    hint: "Is the key loaded (`ssh-add -l`), and was it touched?",
  });
}

function run(args: readonly string[], { cwd, input }: { cwd: string; input?: string }): Promise<Output> {
  const child = spawn("ssh-keygen", [...args], {
    cwd,
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, LC_ALL: "C" },
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stdin.on("error", () => undefined); // a program that ends early tells so by its exit code
  child.stdin.end(input ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", () =>
      reject(new UserError("no-ssh-keygen", "ssh-keygen cannot be started", { hint: "Install OpenSSH" })),
    );
    child.on("close", (code) => resolve({ code: code ?? -1, stdout: Buffer.concat(chunks).toString("utf8") }));
  });
}
