import { type KeyReader, readPublicKey, rememberingKeys } from "./ssh-key.ts";
import { verifySshsig } from "./sshsig.ts";
import type { Verdict } from "./verdict.ts";

/** What a right signature proves, as plain data: which key made it, and what that key says of the person at it. */
export interface ProvenSignature {
  /** `SHA256:…`, as `ssh-keygen -l` prints it. */
  readonly fingerprint: string;
  readonly isHardware: boolean;
  readonly touched: boolean;
  readonly verified: boolean;
}

/** Checks the armored signature of a message in the namespace of approvals. */
export type SignatureVerifier = (armor: string, message: string) => Verdict<ProvenSignature>;

/** Checks a signature here and now. */
export const proveSignature: SignatureVerifier = (armor, message) => proofBy(readPublicKey, armor, message);

/** Checks the signatures of one run, of which many are by the same few keys. */
export function createProver(): SignatureVerifier {
  const readKey = rememberingKeys();
  return (armor, message) => proofBy(readKey, armor, message);
}

function proofBy(readKey: KeyReader, armor: string, message: string): Verdict<ProvenSignature> {
  const proof = verifySshsig(armor, message, readKey);
  if (!proof.ok) return proof;
  const { key, touched, verified } = proof;
  return { ok: true, fingerprint: key.fingerprint, isHardware: key.application !== null, touched, verified };
}
