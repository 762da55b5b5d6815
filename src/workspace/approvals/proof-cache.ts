import { createHash } from "node:crypto";
import { createProver, type ProvenSignature, type SignatureVerifier } from "../../approval/proof.ts";
import type { FactCache } from "../facts.ts";

/** Raised whenever a signature is judged otherwise than before. */
const proofVersion = 1;

/**
 * Checks each signature of a message once, and remembers what was proven: that depends on nothing but these bytes. A signature that is
 * wrong is not remembered. Whose the key is, and whether it counts, is asked anew each time.
 */
export function rememberingVerifier(cache: FactCache): SignatureVerifier {
  const prove = createProver();
  return (armor, message) => {
    const key = keyOf(armor, message);
    const known = cache.get(key);
    if (isProof(known)) return { ok: true, ...known };
    const verdict = prove(armor, message);
    if (!verdict.ok) return verdict;
    const { ok: _, ...proof } = verdict;
    cache.set(key, proof);
    return verdict;
  };
}

/** The lengths keep one text from being read as the end of the other. */
function keyOf(armor: string, message: string): string {
  const hash = createHash("sha256").update(`${armor.length} ${message.length}\n`).update(armor).update(message);
  return `proof:${proofVersion}:${hash.digest("hex")}`;
}

function isProof(value: unknown): value is ProvenSignature {
  if (typeof value !== "object" || value === null) return false;
  const { fingerprint, isHardware, touched, verified, ...rest } = value as Partial<Record<string, unknown>>;
  const flags = [isHardware, touched, verified].every((flag) => typeof flag === "boolean");
  return typeof fingerprint === "string" && flags && Object.keys(rest).length === 0;
}
