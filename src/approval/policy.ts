import type { Signer } from "./signers.ts";
import type { Verdict } from "./verdict.ts";

/** What a gate asks for. */
export interface GateTerms {
  readonly role: string;
  readonly threshold?: number;
  readonly notAuthor?: boolean;
  readonly userPresence?: boolean;
  readonly userVerification?: boolean;
  /** Only under `design`: false frees direct components. */
  readonly direct?: boolean;
}

/** The `approvals` of a config, as they are written. */
export interface PolicyTerms {
  readonly people?: Readonly<Record<string, readonly string[]>>;
  readonly roles?: Readonly<Record<string, readonly string[]>>;
  readonly agents?: readonly string[];
  readonly gates?: Readonly<Record<string, GateTerms | undefined>>;
  readonly keys?: Readonly<Record<string, "retired" | "revoked">>;
}

/** Who may approve what, with which keys. */
export interface Policy {
  readonly project: string;
  /** Principal → person. */
  readonly people: ReadonlyMap<string, string>;
  readonly agents: ReadonlySet<string>;
  readonly roles: ReadonlyMap<string, ReadonlySet<string>>;
  readonly gates: ReadonlyMap<string, GateTerms>;
  /** Fingerprint → state of keys that are not active. */
  readonly keys: ReadonlyMap<string, "retired" | "revoked">;
  readonly signers: readonly Signer[];
}

/** The policy of a project; a refusal where one key would speak for two people, or for a person and an agent. */
export function policyOf(
  project: string,
  terms: PolicyTerms,
  signers: readonly Signer[],
): Verdict<{ readonly policy: Policy }> {
  const people = new Map<string, string>();
  for (const [person, principals] of Object.entries(terms.people ?? {}))
    for (const principal of principals) people.set(principal, person);
  const agents = new Set(terms.agents ?? []);
  const shared = sharedKey(signers, (principal) => (agents.has(principal) ? "an agent" : people.get(principal)));
  if (shared !== null) return { ok: false, reason: shared };
  const gates = Object.entries(terms.gates ?? {}).flatMap(([gate, asked]) =>
    asked === undefined ? [] : [[gate, asked] as const],
  );
  const policy: Policy = {
    project,
    people,
    agents,
    roles: new Map(Object.entries(terms.roles ?? {}).map(([role, members]) => [role, new Set(members)])),
    gates: new Map(gates),
    keys: new Map(Object.entries(terms.keys ?? {})),
    signers,
  };
  return { ok: true, policy };
}

/** Thresholds count people, so each key has to be one person's. */
function sharedKey(signers: readonly Signer[], ownerOf: (principal: string) => string | undefined): string | null {
  const owners = new Map<string, string>();
  for (const { fingerprint, principals, line } of signers) {
    for (const principal of principals) {
      const owner = ownerOf(principal);
      const before = owners.get(fingerprint);
      if (owner === undefined) continue;
      if (before !== undefined && before !== owner)
        return `line ${line} of the signers gives the key ${fingerprint} to ${owner}, and it is ${before}'s already`;
      owners.set(fingerprint, owner);
    }
  }
  return null;
}
