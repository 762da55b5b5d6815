import { describe, expect, it } from "vitest";
import { policyOf } from "../../../src/approval/policy.ts";
import { type SigningFacts, signingDiagnoses } from "../../../src/commands/doctor/own-key.ts";

const signers = [
  {
    line: 1,
    principals: ["old@a", "alice@a"],
    fingerprint: "K",
    isHardware: false,
    validAfter: null,
    validBefore: null,
  },
];

function diagnose(facts: Partial<SigningFacts>, keys: Record<string, "retired" | "revoked"> = {}) {
  const made = policyOf("p", { people: { alice: ["alice@a"] }, keys }, signers);
  if (!made.ok) throw new Error(made.reason);
  return signingDiagnoses({
    format: "ssh",
    signingKey: "key.pub",
    allowedSigners: ".design/allowed_signers",
    fingerprint: "K",
    policy: made.policy,
    signers: ".design/allowed_signers",
    ...facts,
  });
}

describe("signingDiagnoses", () => {
  it("says for whom the key speaks", () => {
    expect(diagnose({}).map(({ message }) => message)).toEqual([
      "Your key speaks for alice (alice@a, software key)",
      "git signs with SSH keys",
      "git verifies signatures by .design/allowed_signers",
    ]);
  });

  it("no-key: not everybody has to approve, so it is only worth knowing", () => {
    expect(diagnose({ fingerprint: null })[0]).toMatchObject({ state: "note" });
  });

  it("strange-key: a key of nobody could not approve", () => {
    expect(diagnose({ fingerprint: "X" })[0]).toMatchObject({ state: "note", message: expect.stringContaining("X") });
  });

  it("retired-key: a key that does not count any more is not wired", () => {
    expect(diagnose({}, { K: "retired" })[0]).toMatchObject({ state: "wrong", message: "Your key K is retired" });
  });

  it("git: another format, no key and no file of signers come with the command to run", () => {
    for (const facts of [{ format: null }, { format: "openpgp" }, { signingKey: null }])
      expect(diagnose(facts)[1]).toMatchObject({ state: "note", mend: expect.stringContaining("gpg.format ssh") });
    expect(diagnose({ allowedSigners: null })[2]).toMatchObject({
      mend: "git config gpg.ssh.allowedSignersFile .design/allowed_signers",
    });
  });
});
