import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readPublicKey, rememberingKeys } from "../../src/approval/ssh-key.ts";
import { wireString } from "../../src/approval/wire.ts";
import { makeKey, mpint, publicLine, sshFolder, token } from "../support/ssh.ts";
import { softwareKey } from "../support/ssh-keys.ts";

const folder = sshFolder();
const blobOf = (line: string) => Buffer.from(line.split(" ")[1] ?? "", "base64");
const made = [
  ["ssh-ed25519", ["-t", "ed25519"]],
  ["ecdsa-sha2-nistp256", ["-t", "ecdsa", "-b", "256"]],
  ["ecdsa-sha2-nistp384", ["-t", "ecdsa", "-b", "384"]],
  ["ecdsa-sha2-nistp521", ["-t", "ecdsa", "-b", "521"]],
  ["ssh-rsa", ["-t", "rsa", "-b", "2048"]],
] as const;

function rsaBlob(bits: number): Buffer {
  const { n, e } = generateKeyPairSync("rsa", { modulusLength: bits }).publicKey.export({ format: "jwk" });
  const [modulus, exponent] = [n, e].map((part) => mpint(Buffer.from(String(part), "base64url")));
  return Buffer.concat([wireString("ssh-rsa"), exponent ?? Buffer.alloc(0), modulus ?? Buffer.alloc(0)]);
}

describe("readPublicKey", () => {
  it.each(made)("reads %s, with the fingerprint that ssh-keygen prints", (type, args) => {
    const path = makeKey(folder, type, args);
    const printed = execFileSync("ssh-keygen", ["-l", "-f", `${path}.pub`])
      .toString()
      .split(" ")[1];
    expect(readPublicKey(blobOf(publicLine(path)))).toMatchObject({ ok: true, type, fingerprint: printed });
  });

  it.each(["ed25519", "ecdsa"] as const)("reads hardware keys: %s", (kind) => {
    const key = readPublicKey(token(kind).publicKey);
    expect(key).toMatchObject({ ok: true, application: Buffer.from("ssh:") });
  });

  it("other-application: a hardware key of a web site is refused", () => {
    expect(readPublicKey(token("ed25519", "https://example.com").publicKey)).toMatchObject({ ok: false });
  });

  it("short-rsa: RSA below 2048 bits is refused", () => {
    expect(readPublicKey(rsaBlob(1024))).toEqual({
      ok: false,
      reason: "an RSA key of 1024 bits is too short, expected at least 2048",
    });
    expect(readPublicKey(rsaBlob(2040))).toMatchObject({ ok: false, reason: expect.stringContaining("2040 bits") });
    expect(readPublicKey(rsaBlob(2048))).toMatchObject({ ok: true, size: 256 });
  });

  it("weak-rsa: an even or tiny exponent and an even modulus are refused", () => {
    const modulus = Buffer.alloc(256, 0xff);
    const rsa = (e: number[], n: Buffer) =>
      readPublicKey(Buffer.concat([wireString("ssh-rsa"), mpint(Buffer.from(e)), mpint(n)])).ok;
    expect(rsa([1, 0, 1], modulus)).toBe(true);
    expect(rsa([1], modulus)).toBe(false);
    expect(rsa([1, 0, 0], modulus)).toBe(false);
    expect(rsa([1, 0, 1], Buffer.concat([modulus.subarray(1), Buffer.from([0xfe])]))).toBe(false);
    expect(rsa(Array(9).fill(1), modulus)).toBe(false);
    expect(rsa([1, 0, 1], Buffer.alloc(2049, 0xff))).toBe(false);
  });

  it("other-types: DSA, certificates, webauthn and unknown types are refused by name", () => {
    for (const type of ["ssh-dss", "ssh-ed25519-cert-v01@openssh.com", "webauthn-sk-ecdsa-sha2-nistp256@openssh.com"]) {
      const blob = Buffer.concat([wireString(type), wireString(Buffer.alloc(32))]);
      expect(readPublicKey(blob)).toEqual({ ok: false, reason: `keys of the type \`${type}\` are not accepted` });
    }
    expect(readPublicKey(wireString("\u001b[2J"))).toMatchObject({
      reason: "keys of the type that it names are not accepted",
    });
    expect(readPublicKey(Buffer.from("toString"))).toMatchObject({ ok: false });
  });

  it("trailing-bytes: bytes after the key are refused", () => {
    for (const [type, args] of made) {
      const blob = blobOf(publicLine(makeKey(sshFolder(), type, args)));
      expect(readPublicKey(Buffer.concat([blob, Buffer.alloc(1)]))).toMatchObject({ ok: false });
      expect(readPublicKey(blob.subarray(0, -1))).toMatchObject({ ok: false });
    }
  });

  it("no-point: coordinates off the curve, compressed points and other curves are refused", () => {
    const point = (first: number) => wireString(Buffer.concat([Buffer.from([first]), Buffer.alloc(64, 7)]));
    const key = (curve: string, first: number) =>
      Buffer.concat([wireString("ecdsa-sha2-nistp256"), wireString(curve), point(first)]);
    expect(readPublicKey(key("nistp256", 4))).toEqual({ ok: false, reason: "the public key is no point of its curve" });
    expect(readPublicKey(key("nistp256", 2))).toEqual({ ok: false, reason: "the public key is malformed" });
    expect(readPublicKey(key("nistp384", 4))).toEqual({ ok: false, reason: "the public key is malformed" });
  });
});

describe("rememberingKeys", () => {
  const blobs = (["ed25519", "p256"] as const).map((kind) => softwareKey(kind).publicKey);

  it("once: a reader makes each key once, and no other bytes lead to it", () => {
    const read = rememberingKeys();
    for (const blob of blobs) {
      const key = read(blob);
      expect(key).toMatchObject({ ok: true });
      expect(read(Buffer.from(blob))).toBe(key);
      expect(rememberingKeys()(blob)).not.toBe(key);
      const other = Buffer.from(blob);
      other[other.length - 1] = (other.at(-1) ?? 0) ^ 1;
      expect(read(other)).toEqual(expect.not.objectContaining({ fingerprint: key.ok ? key.fingerprint : "" }));
      expect(read(blob.subarray(0, -1))).toMatchObject({ ok: false });
    }
  });

  it("strangers: a thousand keys are remembered and no more", () => {
    const read = rememberingKeys();
    const made = (count: number) => Array.from({ length: count }, (_, at) => read(Buffer.from(`key ${at}`)));
    const [first, second] = [made(1001), made(1001)];
    expect(second.filter((verdict, at) => verdict === first[at])).toHaveLength(1000);
    expect(second[1000]).toEqual(first[1000]);
  });
});
