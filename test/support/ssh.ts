import { execFileSync, spawnSync } from "node:child_process";
import { createHash, sign as cryptoSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wireString } from "../../src/approval/wire.ts";

/** A fresh folder for keys and signatures. */
export function sshFolder(): string {
  return mkdtempSync(join(tmpdir(), "design-lint-ssh-"));
}

/** Makes a key with the real ssh-keygen; gives the path of its private half. */
export function makeKey(folder: string, name: string, args: readonly string[] = ["-t", "ed25519"]): string {
  const path = join(folder, name);
  execFileSync("ssh-keygen", ["-q", ...args, "-N", "", "-C", name, "-f", path]);
  return path;
}

/** The public half as it stands in an allowed signers file: type and base64. */
export function publicLine(key: string): string {
  return readFileSync(`${key}.pub`, "utf8").split(" ").slice(0, 2).join(" ");
}

/** Signs with the real `ssh-keygen -Y sign`; the armor ends in its footer. */
export function sshSign(key: string, message: string, options: { namespace?: string; hash?: string } = {}): string {
  const { namespace = "approval.v1@design-lint", hash = "sha512" } = options;
  const args = ["-q", "-Y", "sign", "-f", key, "-n", namespace, "-O", `hashalg=${hash}`];
  return execFileSync("ssh-keygen", args, { input: message, stdio: ["pipe", "pipe", "ignore"] })
    .toString()
    .trimEnd();
}

/** Whether the real `ssh-keygen -Y verify` accepts a signature by a line of allowed signers. */
export function sshVerify(
  folder: string,
  question: { signers: string; principal: string; message: string; armor: string; time?: string },
): boolean {
  const { signers, principal, message, armor, time } = question;
  writeFileSync(join(folder, "signers"), signers);
  writeFileSync(join(folder, "sig"), `${armor}\n`);
  const when = time === undefined ? [] : ["-O", `verify-time=${time}`];
  const args = ["-Y", "verify", ...when, "-f", join(folder, "signers"), "-I", principal];
  const rest = ["-n", "approval.v1@design-lint", "-s", join(folder, "sig")];
  return (
    spawnSync("ssh-keygen", [...args, ...rest], { input: message, env: { ...process.env, TZ: "UTC" } }).status === 0
  );
}

/** Armor as OpenSSH writes it, without the last line feed. */
export function armorOf(bytes: Buffer): string {
  const lines = bytes.toString("base64").match(/.{1,70}/gu) ?? [];
  return ["-----BEGIN SSH SIGNATURE-----", ...lines, "-----END SSH SIGNATURE-----"].join("\n");
}

/** The parts of a signature blob, for tests that spoil one of them. */
export interface BlobParts {
  readonly publicKey: Buffer;
  readonly signature: Buffer;
  readonly version?: number;
  readonly namespace?: string;
  readonly reserved?: string;
  readonly hash?: string;
  readonly tail?: Buffer;
}

export function blobOf(parts: BlobParts): Buffer {
  const { version = 1, namespace = "approval.v1@design-lint", reserved = "", hash = "sha512", tail } = parts;
  const head = Buffer.alloc(4);
  head.writeUInt32BE(version);
  const fields = [parts.publicKey, namespace, reserved, hash, parts.signature].map(wireString);
  return Buffer.concat([Buffer.from("SSHSIG"), head, ...fields, tail ?? Buffer.alloc(0)]);
}

/** What the signature of a blob covers. */
export function signedData(message: string, parts: Pick<BlobParts, "namespace" | "reserved" | "hash"> = {}): Buffer {
  const { namespace = "approval.v1@design-lint", reserved = "", hash = "sha512" } = parts;
  const digest = createHash(hash).update(message).digest();
  return Buffer.concat([Buffer.from("SSHSIG"), ...[namespace, reserved, hash, digest].map(wireString)]);
}

/** A software stand-in for a hardware key: makes the signatures that a token would, with any flags. */
export interface Token {
  readonly publicKey: Buffer;
  /** Type and base64, as in an allowed signers file. */
  readonly line: string;
  sign(message: string, flags?: number, hash?: string): string;
}

export function token(kind: "ed25519" | "ecdsa", application = "ssh:"): Token {
  const { type, privateKey, publicKey } = kind === "ed25519" ? ed25519Token(application) : ecdsaToken(application);
  const sign = (message: string, flags = 1, hash = "sha512") => {
    const tail = Buffer.from([flags, 0, 0, 0, 7]);
    const sha = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();
    const covered = Buffer.concat([sha(application), tail, sha(signedData(message, { hash }))]);
    const raw = kind === "ed25519" ? cryptoSign(null, covered, privateKey) : ecdsaBlob(covered, privateKey);
    const signature = Buffer.concat([wireString(type), wireString(raw), tail]);
    return armorOf(blobOf({ publicKey, signature, hash }));
  };
  return { publicKey, line: `${type} ${publicKey.toString("base64")}`, sign };
}

interface TokenKey {
  readonly type: string;
  readonly privateKey: KeyObject;
  readonly publicKey: Buffer;
}

function ed25519Token(application: string): TokenKey {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const type = "sk-ssh-ed25519@openssh.com";
  const x = Buffer.from(String(publicKey.export({ format: "jwk" }).x), "base64url");
  return { type, privateKey, publicKey: Buffer.concat([type, x, application].map(wireString)) };
}

function ecdsaToken(application: string): TokenKey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const type = "sk-ecdsa-sha2-nistp256@openssh.com";
  const { x, y } = publicKey.export({ format: "jwk" });
  const point = Buffer.concat([Buffer.from([4]), ...[x, y].map((part) => Buffer.from(String(part), "base64url"))]);
  return { type, privateKey, publicKey: Buffer.concat([type, "nistp256", point, application].map(wireString)) };
}

function ecdsaBlob(data: Buffer, privateKey: KeyObject): Buffer {
  const raw = cryptoSign("sha256", data, { key: privateKey, dsaEncoding: "ieee-p1363" });
  return Buffer.concat([mpint(raw.subarray(0, 32)), mpint(raw.subarray(32))]);
}

/** A magnitude as a positive `mpint`. */
export function mpint(magnitude: Buffer): Buffer {
  let at = 0;
  while (at < magnitude.length && magnitude[at] === 0) at++;
  const trimmed = magnitude.subarray(at);
  return wireString((trimmed[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), trimmed]) : trimmed);
}
