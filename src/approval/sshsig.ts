import { createHash } from "node:crypto";
import { readArmor } from "./armor.ts";
import { checkRawSignature, type Presence } from "./raw-signature.ts";
import { type KeyReader, type PublicKey, readPublicKey } from "./ssh-key.ts";
import type { Refusal, Verdict } from "./verdict.ts";
import { type WireFields, wireFields, wireString } from "./wire.ts";

/** The namespace that approvals are signed in. */
export const approvalNamespace = "approval.v1@design-lint";

/** A signature that is right: who holds the key is not asked here. */
export interface SignatureProof extends Presence {
  readonly key: PublicKey;
}

const magic = Buffer.from("SSHSIG");
const layout = ["uint32", "string", "string", "string", "string", "string"] as const;

/** Checks an armored SSH signature (OpenSSH's PROTOCOL.sshsig, version 1) of a message in the namespace of approvals. */
export function verifySshsig(
  armor: string,
  message: string,
  readKey: KeyReader = readPublicKey,
): Verdict<SignatureProof> {
  const read = readArmor(armor);
  if (!read.ok) return read;
  const { bytes } = read;
  const parts = partsOf(bytes);
  if (parts === null) return refused("the signature is malformed");
  const [version, publicKey, namespace, reserved, hash, signature] = parts;
  if (version.readUInt32BE() !== 1) return refused("the signature has a version that this tool does not know");
  if (namespace.toString("latin1") !== approvalNamespace)
    return refused(`the signature was not made for \`${approvalNamespace}\``);
  if (reserved.length > 0) return refused("the reserved field of the signature is not empty");
  const algorithm = hash.toString("latin1");
  if (algorithm !== "sha512" && algorithm !== "sha256") return refused("the hash of the signature is not accepted");
  const key = readKey(publicKey);
  if (!key.ok) return key;
  const digest = createHash(algorithm).update(message).digest();
  const signed = [namespace, reserved, hash, digest].map(wireString);
  const outcome = checkRawSignature(key, signature, Buffer.concat([magic, ...signed]));
  return outcome.ok ? { ...outcome, key } : outcome;
}

function partsOf(bytes: Buffer): WireFields<typeof layout> | null {
  return bytes.subarray(0, magic.length).equals(magic) ? wireFields(bytes.subarray(magic.length), layout) : null;
}

function refused(reason: string): Refusal {
  return { ok: false, reason };
}
