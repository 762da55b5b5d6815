import type { ApprovalEntry } from "../document/approvals.ts";
import type { GateTerms, Policy } from "./policy.ts";
import { type ProvenSignature, proveSignature, type SignatureVerifier } from "./proof.ts";
import type { Signer } from "./signers.ts";
import { statementText } from "./statement.ts";

/** What one entry is judged by, besides itself. */
export interface EntryCircumstances {
  readonly policy: Policy;
  /** Path of the document that it stands in, relative to the root of the repository. */
  readonly document: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The same entry stands on the protected ref already. */
  readonly isSettled: boolean;
  /** Addresses of the authors of the change to the document, in lower case. */
  readonly authors: ReadonlySet<string>;
  /** How signatures are checked where it is not here and now. */
  readonly verify?: SignatureVerifier;
}

/** What an entry is worth: nothing (`invalid`: it proves nothing; `untrusted`: not by this policy), or one person's decision. */
export type EntryVerdict =
  | { readonly kind: "invalid" | "untrusted"; readonly reason: string }
  | { readonly kind: "counts"; readonly person: string; readonly isHardware: boolean; readonly touched: boolean };

/** Claimed times may be this far in the future, in milliseconds. */
const tolerance = 5 * 60_000;

/** Judges one entry: its signature first, then whose it is, then whether that person's approval counts at its gate. */
export function judgeEntry(entry: ApprovalEntry, circumstances: EntryCircumstances): EntryVerdict {
  const { policy, document, now, verify = proveSignature } = circumstances;
  const statement = statementText({ ...entry, project: policy.project, document });
  if (!statement.ok) return { kind: "invalid", reason: statement.reason };
  const proof = verify(entry.signature, statement.text);
  if (!proof.ok) return { kind: "invalid", reason: proof.reason };
  if (Date.parse(entry.time) > now + tolerance) return { kind: "invalid", reason: "its time is in the future" };
  const person = policy.people.get(entry.signer);
  if (policy.agents.has(entry.signer)) return untrusted(`${entry.signer} is an agent`);
  if (person === undefined) return untrusted(`${entry.signer} is no address of anybody in \`people\``);
  const lines = policy.signers.filter(
    ({ fingerprint, principals }) => fingerprint === proof.fingerprint && principals.includes(entry.signer),
  );
  if (lines.length === 0)
    return untrusted(`the key ${proof.fingerprint} is not one of ${entry.signer} in the signers file`);
  // Whoever may not approve any more may still take back: that only ever asks for more.
  const reason = entry.decision === "revoke" ? null : objection({ entry, proof, person, lines }, circumstances);
  if (reason !== null) return untrusted(reason);
  return { kind: "counts", person, isHardware: proof.isHardware, touched: proof.touched };
}

interface Signed {
  readonly entry: ApprovalEntry;
  readonly proof: ProvenSignature;
  readonly person: string;
  readonly lines: readonly Signer[];
}

/** Why an approval with a right signature does not count; null where it does. */
function objection({ entry, proof, person, lines }: Signed, circumstances: EntryCircumstances): string | null {
  const { policy, isSettled, authors } = circumstances;
  const { fingerprint } = proof;
  const state = policy.keys.get(fingerprint);
  if (state === "revoked") return `the key ${fingerprint} is revoked`;
  if (state === "retired" && !isSettled) return `the key ${fingerprint} is retired`;
  const period = periodOf(lines, circumstances);
  if (period !== null) return period;
  const terms = policy.gates.get(entry.gate);
  if (terms === undefined) return null;
  if (policy.roles.get(terms.role)?.has(person) !== true) return `${person} has not the role \`${terms.role}\``;
  const presence = presenceProblem(terms, proof);
  if (presence !== null) return presence;
  const addresses = [...policy.people].filter(([, owner]) => owner === person).map(([principal]) => principal);
  const isAuthor = addresses.some((address) => authors.has(address.toLowerCase()));
  return terms.notAuthor === true && !isSettled && isAuthor ? `${person} is an author of the change` : null;
}

/** A key past its time counts only for what the protected ref holds already: a claimed time extends nothing. */
function periodOf(lines: readonly Signer[], { now, isSettled }: EntryCircumstances): string | null {
  const begun = lines.filter(({ validAfter }) => validAfter === null || now >= validAfter);
  if (begun.length === 0) return "the key is not valid yet";
  const current = begun.some(({ validBefore }) => validBefore === null || now <= validBefore);
  return current || isSettled ? null : "the key is not valid any more";
}

function presenceProblem(terms: GateTerms, { isHardware, touched, verified }: ProvenSignature): string | null {
  const needsTouch = terms.userPresence === true || terms.userVerification === true;
  if (needsTouch && !isHardware) return "the gate asks for a hardware key, and this is a software key";
  if (terms.userPresence === true && !touched) return "nobody touched the hardware key";
  if (terms.userVerification === true && !verified) return "the hardware key did not verify its user";
  return null;
}

function untrusted(reason: string): EntryVerdict {
  return { kind: "untrusted", reason };
}
