import { sign as cryptoSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { wireString } from "../../src/approval/wire.ts";
import { armorOf, type BlobParts, blobOf, mpint, signedData } from "./ssh.ts";

/** The kinds of software keys that may approve. */
export const softwareKinds = ["ed25519", "p256", "p384", "p521", "rsa2048", "rsa3072"] as const;
export type SoftwareKind = (typeof softwareKinds)[number];

/** A key that signs in this process, in OpenSSH's format, so that thousands of signatures cost no program. */
export interface SoftwareKey {
  readonly kind: SoftwareKind;
  readonly publicKey: Buffer;
  /** Type and base64, as in an allowed signers file. */
  readonly line: string;
  /** The parts of the signature blob; `rsa` is the hash of an RSA signature. */
  parts(message: string, options?: { hash?: string; rsa?: "sha256" | "sha512"; namespace?: string }): BlobParts;
  sign(message: string, options?: { hash?: string; rsa?: "sha256" | "sha512" }): string;
}

const curves = { p256: ["P-256", 32, "sha256"], p384: ["P-384", 48, "sha384"], p521: ["P-521", 66, "sha512"] } as const;

export function softwareKey(kind: SoftwareKind): SoftwareKey {
  const { privateKey, publicKey } = pairOf(kind);
  const jwk = publicKey.export({ format: "jwk" });
  const field = (value: unknown) => Buffer.from(String(value), "base64url");
  const { type, blob } = publicOf(kind, field, jwk);
  const parts: SoftwareKey["parts"] = (message, { hash = "sha512", rsa = "sha512", namespace } = {}) => {
    const named = namespace === undefined ? {} : { namespace };
    const data = signedData(message, { hash, ...named });
    const [algorithm, raw] = rawSignature(kind, privateKey, { data, rsa });
    const signature = Buffer.concat([wireString(algorithm), wireString(raw)]);
    return { publicKey: blob, signature, hash, ...named };
  };
  return {
    kind,
    publicKey: blob,
    line: `${type} ${blob.toString("base64")}`,
    parts,
    sign: (message, options) => armorOf(blobOf(parts(message, options))),
  };
}

function pairOf(kind: SoftwareKind): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  if (kind === "ed25519") return generateKeyPairSync("ed25519");
  if (kind === "rsa2048" || kind === "rsa3072")
    return generateKeyPairSync("rsa", { modulusLength: kind === "rsa2048" ? 2048 : 3072 });
  return generateKeyPairSync("ec", { namedCurve: curves[kind][0] });
}

function publicOf(kind: SoftwareKind, field: (value: unknown) => Buffer, jwk: Record<string, unknown>) {
  if (kind === "ed25519") {
    const type = "ssh-ed25519";
    return { type, blob: Buffer.concat([type, field(jwk.x)].map(wireString)) };
  }
  if (kind === "rsa2048" || kind === "rsa3072") {
    const type = "ssh-rsa";
    return { type, blob: Buffer.concat([wireString(type), mpint(field(jwk.e)), mpint(field(jwk.n))]) };
  }
  const curve = `nist${kind}`;
  const type = `ecdsa-sha2-${curve}`;
  const point = Buffer.concat([Buffer.from([4]), field(jwk.x), field(jwk.y)]);
  return { type, blob: Buffer.concat([type, curve, point].map(wireString)) };
}

function rawSignature(
  kind: SoftwareKind,
  key: KeyObject,
  { data, rsa }: { readonly data: Buffer; readonly rsa: "sha256" | "sha512" },
): readonly [string, Buffer] {
  if (kind === "ed25519") return ["ssh-ed25519", cryptoSign(null, data, key)];
  if (kind === "rsa2048" || kind === "rsa3072")
    return [rsa === "sha256" ? "rsa-sha2-256" : "rsa-sha2-512", cryptoSign(rsa, data, key)];
  const [, size, hash] = curves[kind];
  const raw = cryptoSign(hash, data, { key, dsaEncoding: "ieee-p1363" });
  return [`ecdsa-sha2-nist${kind}`, Buffer.concat([mpint(raw.subarray(0, size)), mpint(raw.subarray(size))])];
}
