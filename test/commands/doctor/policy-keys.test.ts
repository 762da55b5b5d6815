import { describe, expect, it } from "vitest";
import { type PolicyTerms, policyOf } from "../../../src/approval/policy.ts";
import type { Signer } from "../../../src/approval/signers.ts";
import { keyDiagnoses } from "../../../src/commands/doctor/policy-keys.ts";

const now = Date.parse("2026-11-22T00:00:00Z");
const signer = (line: number, principal: string, more: Partial<Signer> = {}): Signer => ({
  line,
  principals: [principal],
  fingerprint: `SHA256:${principal}`,
  isHardware: true,
  validAfter: null,
  validBefore: null,
  ...more,
});
const people = { alice: ["alice@a"], bob: ["bob@a"] };
const roles = { reviewer: ["alice", "bob"] };
const gates = { design: { role: "reviewer", userPresence: true } };

function diagnose(signers: readonly Signer[], terms: PolicyTerms = {}, text = 'a namespaces="x"\nb namespaces="x"\n') {
  const made = policyOf("urn:uuid:x", { people, roles, gates, ...terms }, signers);
  if (!made.ok) throw new Error(made.reason);
  return keyDiagnoses({ policy: made.policy, path: "signers", text, now }).slice(1);
}

const both = [signer(1, "alice@a"), signer(2, "bob@a")];

describe("keyDiagnoses", () => {
  it("has nothing to say where everybody has a hardware key for approvals alone", () => {
    expect(diagnose(both)).toEqual([]);
  });

  it("no-key: a person without a line cannot approve", () => {
    expect(diagnose([signer(1, "alice@a")])).toEqual([
      {
        state: "wrong",
        topic: "keys",
        message: "bob has no key in signers, so cannot approve",
        mend: 'Add a line: <address> namespaces="approval.v1@design-lint" <public key>',
      },
    ]);
  });

  it("stranger: a line of nobody is worth knowing, one of an agent is not", () => {
    expect(diagnose([...both, signer(2, "eve@a")])).toMatchObject([
      { state: "note", message: expect.stringContaining("signers:2: eve@a") },
    ]);
    expect(diagnose([...both, signer(2, "bot@a")], { agents: ["bot@a"] })).toEqual([]);
  });

  it("open-namespaces: a key for everything is worth knowing", () => {
    expect(diagnose(both, {}, 'alice@a ssh-ed25519 A\nbob@a NAMESPACES="x" ssh-ed25519 B\n')).toMatchObject([
      { state: "note", message: expect.stringContaining("signers:1:") },
    ]);
  });

  it("unknown-key: a state of a key that no line has is worth knowing", () => {
    expect(diagnose(both, { keys: { "SHA256:other": "revoked" } })).toMatchObject([
      { state: "note", message: expect.stringContaining("SHA256:other revoked") },
    ]);
  });

  it("gate-out-of-reach: too few members with a key that counts", () => {
    const two = { gates: { design: { role: "reviewer", threshold: 2, userPresence: true } } };
    const outOfReach = (signers: readonly Signer[], terms: PolicyTerms = two) =>
      diagnose(signers, terms).some(({ state, message }) => state === "wrong" && message.includes("asks for 2"));
    expect(outOfReach(both)).toBe(false);
    const [first] = both;
    if (first === undefined) throw new Error("no signer");
    for (const more of [{ isHardware: false }, { validAfter: now + 1 }, { validBefore: now - 1 }])
      expect(outOfReach([first, signer(2, "bob@a", more)])).toBe(true);
    for (const more of [{ validAfter: now }, { validBefore: now }])
      expect(outOfReach([first, signer(2, "bob@a", more)])).toBe(false);
    expect(outOfReach(both, { ...two, keys: { "SHA256:bob@a": "retired" } })).toBe(true);
    expect(outOfReach(both, { ...two, roles: { reviewer: ["alice"] } })).toBe(true);
  });

  it("software-gate: a gate that counts software keys is marked", () => {
    const soft = [signer(1, "alice@a", { isHardware: false }), signer(2, "bob@a")];
    expect(diagnose(soft, { gates: { design: { role: "reviewer", threshold: 2 } } })).toMatchObject([
      { state: "note", mend: expect.stringContaining("userPresence") },
    ]);
    expect(diagnose(both, { gates: { design: { role: "reviewer", userVerification: true } } })).toEqual([]);
  });
});
