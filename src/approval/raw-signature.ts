import { createHash, verify } from "node:crypto";
import type { KeyType, PublicKey } from "./ssh-key.ts";
import type { Refusal, Verdict } from "./verdict.ts";
import { leadingString, positiveInteger, wireFields } from "./wire.ts";

/** What a hardware key says of the person at it; both are false for a software key, which cannot know. */
export interface Presence {
  /** Somebody touched the key (user presence). */
  readonly touched: boolean;
  /** Somebody gave it a PIN or a finger (user verification). */
  readonly verified: boolean;
}

const flag = { presence: 0x01, verification: 0x04, attested: 0x40, extensions: 0x80 } as const;

/** Signature algorithm → key type that makes it and hash; `null` leaves hashing to the algorithm. */
const algorithms: Readonly<Record<string, { readonly type: KeyType; readonly hash: string | null } | undefined>> = {
  "ssh-ed25519": { type: "ssh-ed25519", hash: null },
  "rsa-sha2-256": { type: "ssh-rsa", hash: "sha256" },
  "rsa-sha2-512": { type: "ssh-rsa", hash: "sha512" },
  "ecdsa-sha2-nistp256": { type: "ecdsa-sha2-nistp256", hash: "sha256" },
  "ecdsa-sha2-nistp384": { type: "ecdsa-sha2-nistp384", hash: "sha384" },
  "ecdsa-sha2-nistp521": { type: "ecdsa-sha2-nistp521", hash: "sha512" },
  "sk-ssh-ed25519@openssh.com": { type: "sk-ssh-ed25519@openssh.com", hash: null },
  "sk-ecdsa-sha2-nistp256@openssh.com": { type: "sk-ecdsa-sha2-nistp256@openssh.com", hash: "sha256" },
};

/** Whether an SSH signature blob is this key's signature of these bytes. Ed25519, ECDSA, RSA with SHA-2, and both hardware forms. */
export function checkRawSignature(key: PublicKey, blob: Buffer, data: Buffer): Verdict<Presence> {
  const name = leadingString(blob) ?? "";
  const algorithm = Object.hasOwn(algorithms, name) ? algorithms[name] : undefined;
  if (algorithm === undefined) return { ok: false, reason: "the algorithm of the signature is not accepted" };
  if (algorithm.type !== key.type)
    return { ok: false, reason: "the algorithm of the signature is not that of its key" };
  const fields = wireFields(blob, key.application === null ? ["string", "string"] : hardwareFields);
  const [, raw, flags, counter] = fields ?? [];
  if (raw === undefined) return malformed;
  const signature = name.includes("ecdsa") ? fixedLength(raw, key.size) : raw.length === lengthOf(key) ? raw : null;
  if (signature === null) return malformed;
  if (key.application === null) return checked(isSigned(key, { signature, data, hash: algorithm.hash }), 0);
  const bits = flags?.[0] ?? 0;
  if ((bits & (flag.attested | flag.extensions)) !== 0 || flags === undefined || counter === undefined)
    return malformed;
  const wrapped = Buffer.concat([sha256(key.application), flags, counter, sha256(data)]);
  return checked(isSigned(key, { signature, data: wrapped, hash: algorithm.hash }), bits);
}

const hardwareFields = ["string", "string", "byte", "uint32"] as const;
const malformed: Refusal = { ok: false, reason: "the signature is malformed" };

function checked(isValid: boolean, bits: number): Verdict<Presence> {
  if (!isValid) return { ok: false, reason: "the signature does not fit the statement" };
  return { ok: true, touched: (bits & flag.presence) !== 0, verified: (bits & flag.verification) !== 0 };
}

function lengthOf({ type, size }: PublicKey): number {
  return type === "ssh-rsa" ? size : 64;
}

/** The two integers of an ECDSA signature, each as many bytes as a coordinate; null where one is too long or not canonical. */
function fixedLength(raw: Buffer, size: number): Buffer | null {
  const integers = wireFields(raw, ["string", "string"])?.map(positiveInteger) ?? [];
  const padded = integers.map((integer) =>
    integer === null || integer.length > size ? null : Buffer.concat([Buffer.alloc(size - integer.length), integer]),
  );
  const [r, s] = padded;
  return r && s ? Buffer.concat([r, s]) : null;
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}

interface Signed {
  readonly signature: Buffer;
  readonly data: Buffer;
  readonly hash: string | null;
}

function isSigned({ key }: PublicKey, { signature, data, hash }: Signed): boolean {
  try {
    return verify(hash, data, { key, dsaEncoding: "ieee-p1363" }, signature);
  } catch {
    return false; // what the cryptography library cannot even try is no signature
  }
}
