import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkRawSignature } from "../../src/approval/raw-signature.ts";
import { type PublicKey, readPublicKey } from "../../src/approval/ssh-key.ts";
import { wireString } from "../../src/approval/wire.ts";
import { mpint } from "../support/ssh.ts";

const data = Buffer.from("signed data");
const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const rsaPair = generateKeyPairSync("rsa", { modulusLength: 2048 });

function keyOf(blob: Buffer): PublicKey {
  const key = readPublicKey(blob);
  if (!key.ok) throw new Error(key.reason);
  return key;
}

function part(value: unknown): Buffer {
  return Buffer.from(String(value), "base64url");
}

function ecdsaKey(): PublicKey {
  const { x, y } = pair.publicKey.export({ format: "jwk" });
  const point = Buffer.concat([Buffer.from([4]), part(x), part(y)]);
  return keyOf(Buffer.concat(["ecdsa-sha2-nistp256", "nistp256", point].map(wireString)));
}

function rsaKey(): PublicKey {
  const { n, e } = rsaPair.publicKey.export({ format: "jwk" });
  return keyOf(Buffer.concat([wireString("ssh-rsa"), mpint(part(e)), mpint(part(n))]));
}

const blob = (algorithm: string, raw: Buffer, tail = Buffer.alloc(0)) =>
  Buffer.concat([wireString(algorithm), wireString(raw), tail]);

function ecdsa(): { r: Buffer; s: Buffer } {
  const raw = sign("sha256", data, { key: pair.privateKey, dsaEncoding: "ieee-p1363" });
  return { r: raw.subarray(0, 32), s: raw.subarray(32) };
}

describe("checkRawSignature", () => {
  it("sha-1: RSA with SHA-1 is refused whatever it is called", () => {
    const raw = sign("sha1", data, rsaPair.privateKey);
    for (const name of ["ssh-rsa", "rsa-sha2-256", "rsa-sha2-512"])
      expect(checkRawSignature(rsaKey(), blob(name, raw), data).ok).toBe(false);
    expect(checkRawSignature(rsaKey(), blob("rsa-sha2-256", sign("sha256", data, rsaPair.privateKey)), data).ok).toBe(
      true,
    );
  });

  it("other-algorithm: an algorithm of another key type is refused", () => {
    const raw = sign("sha256", data, rsaPair.privateKey);
    expect(checkRawSignature(ecdsaKey(), blob("rsa-sha2-256", raw), data)).toEqual({
      ok: false,
      reason: "the algorithm of the signature is not that of its key",
    });
    expect(checkRawSignature(ecdsaKey(), blob("constructor", raw), data)).toMatchObject({ ok: false });
  });

  it("padded-integers: ECDSA integers in another form than the shortest are refused", () => {
    const { r, s } = ecdsa();
    const good = Buffer.concat([mpint(r), mpint(s)]);
    expect(checkRawSignature(ecdsaKey(), blob("ecdsa-sha2-nistp256", good), data)).toEqual({
      ok: true,
      touched: false,
      verified: false,
    });
    const padded = Buffer.concat([wireString(Buffer.concat([Buffer.alloc(2), r])), mpint(s)]);
    const long = Buffer.concat([mpint(Buffer.concat([Buffer.from([1]), r])), mpint(s)]);
    for (const raw of [padded, long, Buffer.concat([good, Buffer.alloc(1)]), mpint(r), Buffer.alloc(64)])
      expect(checkRawSignature(ecdsaKey(), blob("ecdsa-sha2-nistp256", raw), data)).toEqual({
        ok: false,
        reason: "the signature is malformed",
      });
  });

  it("malleated: the other ECDSA signature of the same bytes is right too, so bytes are no identity", () => {
    const order = BigInt("0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    const { r, s } = ecdsa();
    const other = Buffer.from((order - BigInt(`0x${s.toString("hex")}`)).toString(16).padStart(64, "0"), "hex");
    const raw = Buffer.concat([mpint(r), mpint(other)]);
    expect(checkRawSignature(ecdsaKey(), blob("ecdsa-sha2-nistp256", raw), data).ok).toBe(true);
  });

  it("short-signature: an RSA signature that is not as long as the modulus is refused", () => {
    const raw = sign("sha512", data, rsaPair.privateKey);
    expect(checkRawSignature(rsaKey(), blob("rsa-sha2-512", raw), data).ok).toBe(true);
    for (const other of [raw.subarray(1), Buffer.concat([Buffer.alloc(1), raw])])
      expect(checkRawSignature(rsaKey(), blob("rsa-sha2-512", other), data)).toMatchObject({
        reason: "the signature is malformed",
      });
  });

  it("flags-of-software: flags behind the signature of a software key are refused", () => {
    const { r, s } = ecdsa();
    const tail = Buffer.from([5, 0, 0, 0, 1]);
    const raw = Buffer.concat([mpint(r), mpint(s)]);
    expect(checkRawSignature(ecdsaKey(), blob("ecdsa-sha2-nistp256", raw, tail), data).ok).toBe(false);
  });
});
