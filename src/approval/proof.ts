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
export const proveSignature: SignatureVerifier = (armor, message) => {
  const proof = verifySshsig(armor, message);
  if (!proof.ok) return proof;
  const { key, touched, verified } = proof;
  return { ok: true, fingerprint: key.fingerprint, isHardware: key.application !== null, touched, verified };
};
