import type { GateTerms, Policy } from "../../approval/policy.ts";
import type { Signer } from "../../approval/signers.ts";
import { approvalNamespace } from "../../approval/sshsig.ts";
import type { Diagnosis } from "./diagnosis.ts";

/** What keys are judged by. */
export interface KeyFacts {
  readonly policy: Policy;
  /** Path and text of the signers file. */
  readonly path: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const topic = "keys";

/** Whether the people of a policy have keys that count, for every gate enough of them, and what the keys are good for besides. */
export function keyDiagnoses(facts: KeyFacts): readonly Diagnosis[] {
  const { policy } = facts;
  const found = [
    ...peopleWithoutKey(facts),
    ...strangers(facts),
    ...openNamespaces(facts),
    ...unknownKeys(facts),
    ...[...policy.gates].flatMap(([gate, terms]) => [...gateDiagnoses(gate, terms, facts)]),
  ];
  const people = new Set(policy.people.values()).size;
  const message = `${people} people, ${new Set(policy.signers.map(({ fingerprint }) => fingerprint)).size} keys, gates: ${[...policy.gates.keys()].join(", ")}`;
  return [{ state: "ok", topic, message }, ...found];
}

function* peopleWithoutKey({ policy, path }: KeyFacts): Iterable<Diagnosis> {
  for (const person of new Set(policy.people.values())) {
    if (policy.signers.some(({ principals }) => principals.some((name) => policy.people.get(name) === person)))
      continue;
    yield {
      state: "wrong",
      topic,
      message: `${person} has no key in ${path}, so cannot approve`,
      mend: `Add a line: <address> namespaces="${approvalNamespace}" <public key>`,
    };
  }
}

function* strangers({ policy, path }: KeyFacts): Iterable<Diagnosis> {
  for (const { line, principals } of policy.signers) {
    const name = principals.find((one) => !policy.people.has(one) && !policy.agents.has(one));
    if (name === undefined) continue;
    yield {
      state: "note",
      topic,
      message: `${path}:${line}: ${name} is no address of anybody in \`people\`, so the line counts for nothing`,
      mend: "Add the address to `people` in .designrc.json, or take it out of the line",
    };
  }
}

/** OpenSSH takes a key without namespaces for everything: commits, files, approvals. */
function* openNamespaces({ policy, path, text }: KeyFacts): Iterable<Diagnosis> {
  const lines = text.split("\n");
  for (const { line } of policy.signers) {
    if (/\bnamespaces="/iu.test(lines[line - 1] ?? "")) continue;
    yield {
      state: "note",
      topic,
      message: `${path}:${line}: a key without \`namespaces\` signs approvals as well as commits and files`,
      mend: `Use a key of its own for approvals, with namespaces="${approvalNamespace}"`,
    };
  }
}

function* unknownKeys({ policy, path }: KeyFacts): Iterable<Diagnosis> {
  for (const [fingerprint, state] of policy.keys) {
    if (policy.signers.some((signer) => signer.fingerprint === fingerprint)) continue;
    yield {
      state: "note",
      topic,
      message: `\`keys\` calls ${fingerprint} ${state}, and no line of ${path} has it`,
      mend: "Compare it with what ssh-keygen -l says, or take it out",
    };
  }
}

function* gateDiagnoses(gate: string, terms: GateTerms, facts: KeyFacts): Iterable<Diagnosis> {
  const { policy } = facts;
  const members = [...(policy.roles.get(terms.role) ?? [])];
  const needsTouch = terms.userPresence === true || terms.userVerification === true;
  const able = members.filter((person) =>
    policy.signers.some(
      (signer) =>
        signer.principals.some((name) => policy.people.get(name) === person) &&
        isCurrent(signer, facts) &&
        (signer.isHardware || !needsTouch),
    ),
  );
  const needed = terms.threshold ?? 1;
  if (able.length < needed)
    yield {
      state: "wrong",
      topic,
      message: `The gate \`${gate}\` asks for ${needed} of \`${terms.role}\`, and ${able.length} of them ${able.length === 1 ? "has" : "have"} a ${needsTouch ? "hardware " : ""}key that counts`,
      mend: needsTouch ? "Add keys made with ssh-keygen -t ed25519-sk" : "Add keys of more members of the role",
    };
  if (!needsTouch)
    yield {
      state: "note",
      topic,
      message: `The gate \`${gate}\` counts software keys: any program of their owner can sign, a coding agent included`,
      mend: `Ask for hardware keys: "userPresence": true`,
    };
}

function isCurrent({ fingerprint, validAfter, validBefore }: Signer, { policy, now }: KeyFacts): boolean {
  const begun = validAfter === null || now >= validAfter;
  return begun && (validBefore === null || now <= validBefore) && !policy.keys.has(fingerprint);
}
