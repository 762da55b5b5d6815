import { createHash, createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";
import type { Refusal, Verdict } from "./verdict.ts";
import { leadingString, positiveInteger, wireFields } from "./wire.ts";

/** The kinds of keys whose signatures are accepted, by their names in SSH. */
export type KeyType =
  | "ssh-ed25519"
  | "ssh-rsa"
  | "ecdsa-sha2-nistp256"
  | "ecdsa-sha2-nistp384"
  | "ecdsa-sha2-nistp521"
  | "sk-ssh-ed25519@openssh.com"
  | "sk-ecdsa-sha2-nistp256@openssh.com";

/** A public key that has been read and is one that may sign. */
export interface PublicKey {
  readonly type: KeyType;
  /** `SHA256:` and the hash of the key in base64 without padding, as `ssh-keygen -l` prints it. */
  readonly fingerprint: string;
  readonly key: KeyObject;
  /** Bytes of one coordinate (ECDSA), of the modulus (RSA), of the key (ed25519). */
  readonly size: number;
  /** The application of a hardware key (`ssh:`); null for a software key. */
  readonly application: Buffer | null;
}

interface Parts {
  readonly jwk: JsonWebKey;
  readonly size: number;
  readonly application: Buffer | null;
}

const curves = {
  nistp256: { crv: "P-256", size: 32 },
  nistp384: { crv: "P-384", size: 48 },
  nistp521: { crv: "P-521", size: 66 },
} as const;

const readers: Readonly<Record<KeyType, (blob: Buffer) => Parts | Refusal>> = {
  "ssh-ed25519": (blob) => ed25519(wireFields(blob, ["string", "string"])),
  "ssh-rsa": (blob) => rsa(wireFields(blob, ["string", "string", "string"])),
  "ecdsa-sha2-nistp256": (blob) => ecdsa(wireFields(blob, ["string", "string", "string"]), "nistp256"),
  "ecdsa-sha2-nistp384": (blob) => ecdsa(wireFields(blob, ["string", "string", "string"]), "nistp384"),
  "ecdsa-sha2-nistp521": (blob) => ecdsa(wireFields(blob, ["string", "string", "string"]), "nistp521"),
  "sk-ssh-ed25519@openssh.com": (blob) => hardware(blob, ["string", "string", "string"], ed25519),
  "sk-ecdsa-sha2-nistp256@openssh.com": (blob) =>
    hardware(blob, ["string", "string", "string", "string"], (fields) => ecdsa(fields, "nistp256")),
};

/** Reads a public key as SSH writes it on the wire; refuses certificates, DSA, short RSA, other curves, and trailing bytes. */
export function readPublicKey(blob: Buffer): Verdict<PublicKey> {
  const name = leadingString(blob);
  const type = Object.keys(readers).find((known): known is KeyType => known === name);
  if (type === undefined) return { ok: false, reason: `keys of the type ${typeName(name)} are not accepted` };
  const parts = readers[type](blob);
  if ("ok" in parts) return parts;
  const { jwk, size, application } = parts;
  try {
    const key = createPublicKey({ key: jwk, format: "jwk" });
    return { ok: true, type, fingerprint: fingerprintOf(blob), key, size, application };
  } catch {
    return { ok: false, reason: "the public key is no point of its curve" };
  }
}

/** How a key is read from the bytes that a signature names. */
export type KeyReader = (blob: Buffer) => Verdict<PublicKey>;

/** More distinct keys than a team has are read anew each time, so that strangers' keys fill no memory. */
const maxKeys = 1000;

/** Reads each key once. What a key is depends on its bytes alone, and making one is half of what checking a signature costs. */
export function rememberingKeys(): KeyReader {
  const known = new Map<string, Verdict<PublicKey>>();
  return (blob) => {
    const bytes = blob.toString("latin1");
    const before = known.get(bytes);
    if (before !== undefined) return before;
    const key = readPublicKey(blob);
    if (known.size < maxKeys) known.set(bytes, key);
    return key;
  };
}

function fingerprintOf(blob: Buffer): string {
  return `SHA256:${createHash("sha256").update(blob).digest("base64").replace(/=+$/u, "")}`;
}

/** What a stranger wrote, made short and harmless. */
function typeName(name: string | null): string {
  return name !== null && /^[\w.@-]{1,64}$/u.test(name) ? `\`${name}\`` : "that it names";
}

const malformed: Refusal = { ok: false, reason: "the public key is malformed" };

function ed25519(fields: readonly Buffer[] | null): Parts | Refusal {
  const key = fields?.[1];
  if (key?.length !== 32) return malformed;
  return { jwk: { kty: "OKP", crv: "Ed25519", x: key.toString("base64url") }, size: 32, application: null };
}

function ecdsa(fields: readonly Buffer[] | null, curve: keyof typeof curves): Parts | Refusal {
  const [, name, point] = fields ?? [];
  const { crv, size } = curves[curve];
  if (name?.toString("latin1") !== curve || point?.length !== 1 + 2 * size || point[0] !== 4) return malformed;
  const x = point.toString("base64url", 1, 1 + size);
  const y = point.toString("base64url", 1 + size);
  return { jwk: { kty: "EC", crv, x, y }, size, application: null };
}

function rsa(fields: readonly Buffer[] | null): Parts | Refusal {
  const exponent = positiveInteger(fields?.[1] ?? Buffer.alloc(0));
  const modulus = positiveInteger(fields?.[2] ?? Buffer.alloc(0));
  if (exponent === null || modulus === null) return malformed;
  const bits = modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24;
  if (bits < 2048) return { ok: false, reason: `an RSA key of ${bits} bits is too short, expected at least 2048` };
  const odd = ((exponent.at(-1) ?? 0) & 1) === 1 && ((modulus.at(-1) ?? 0) & 1) === 1;
  const small = exponent.length === 1 && (exponent[0] ?? 0) < 3;
  if (bits > 16_384 || exponent.length > 8 || !odd || small) return malformed;
  const jwk = { kty: "RSA", n: modulus.toString("base64url"), e: exponent.toString("base64url") };
  return { jwk, size: modulus.length, application: null };
}

/** The fields of a hardware key are those of the software key and then its application. */
function hardware(
  blob: Buffer,
  kinds: readonly "string"[],
  software: (fields: readonly Buffer[] | null) => Parts | Refusal,
): Parts | Refusal {
  const fields = wireFields(blob, kinds);
  const application = fields?.at(-1);
  const parts = software(fields?.slice(0, -1) ?? null);
  if ("ok" in parts || application === undefined) return malformed;
  if (!application.toString("latin1").startsWith("ssh:"))
    return { ok: false, reason: "the hardware key was made for another application than SSH" };
  return { ...parts, application };
}
