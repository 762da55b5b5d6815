import type { Policy } from "../../approval/policy.ts";
import type { Diagnosis } from "./diagnosis.ts";

/** How this machine signs. */
export interface SigningFacts {
  /** Git's settings; null where one is not set. */
  readonly format: string | null;
  readonly signingKey: string | null;
  readonly allowedSigners: string | null;
  /** The fingerprint of the key that `approve` would take; null where none is named. */
  readonly fingerprint: string | null;
  readonly policy: Policy;
  /** Path of the policy's signers file. */
  readonly signers: string;
}

const topic = "signing";

/** Whether whoever sits here could approve, and whether git would verify what they sign. */
export function signingDiagnoses(facts: SigningFacts): readonly Diagnosis[] {
  return [ownKey(facts), gitSigning(facts), gitVerifying(facts)];
}

function ownKey({ fingerprint, policy }: SigningFacts): Diagnosis {
  if (fingerprint === null)
    return {
      state: "note",
      topic,
      message: "No key is named that you would approve with",
      mend: "Set git's user.signingkey with gpg.format ssh, or DESIGN_LINT_SIGNING_KEY, or give --key",
    };
  const lines = policy.signers.filter((signer) => signer.fingerprint === fingerprint);
  const owner = lines.flatMap(({ principals }) => principals).find((name) => policy.people.has(name));
  if (owner === undefined)
    return {
      state: "note",
      topic,
      message: `Your key ${fingerprint} is nobody's by this policy, so you could not approve`,
      mend: "Have its line in the signers file and its address in `people` merged",
    };
  const state = policy.keys.get(fingerprint);
  if (state !== undefined)
    return {
      state: "wrong",
      topic,
      message: `Your key ${fingerprint} is ${state}`,
      mend: "Name another key, and have it merged into the signers file",
    };
  const kind = lines.some(({ isHardware }) => isHardware) ? "hardware key" : "software key";
  return { state: "ok", topic, message: `Your key speaks for ${policy.people.get(owner)} (${owner}, ${kind})` };
}

function gitSigning({ format, signingKey }: SigningFacts): Diagnosis {
  if (format === "ssh" && signingKey !== null) return { state: "ok", topic, message: "git signs with SSH keys" };
  return {
    state: "note",
    topic,
    message: "git is not set up to sign with an SSH key",
    mend: "git config gpg.format ssh && git config user.signingkey <public key>",
  };
}

/** One file says who may sign, for approvals and for commits. */
function gitVerifying({ allowedSigners, signers }: SigningFacts): Diagnosis {
  if (allowedSigners !== null) return { state: "ok", topic, message: `git verifies signatures by ${allowedSigners}` };
  return {
    state: "note",
    topic,
    message: "git has no allowed signers file, so it cannot tell whose a signed commit is",
    mend: `git config gpg.ssh.allowedSignersFile ${signers}`,
  };
}
