import { expect, it } from "vitest";
import { policyOf } from "../../src/approval/policy.ts";
import type { Signer } from "../../src/approval/signers.ts";

const signer = (line: number, principal: string, fingerprint: string): Signer => ({
  line,
  principals: [principal],
  fingerprint,
  isHardware: false,
  validAfter: null,
  validBefore: null,
});
const people = { alice: ["alice@a", "alice@b"], bob: ["bob@a"] };

it("tells whose an address is, and keeps the terms", () => {
  const gates = { design: { role: "r" }, story: undefined };
  const found = policyOf("urn:uuid:x", { people, roles: { r: ["alice"] }, gates, agents: ["bot@a"] }, []);
  if (!found.ok) throw new Error(found.reason);
  expect([...found.policy.people]).toEqual([
    ["alice@a", "alice"],
    ["alice@b", "alice"],
    ["bob@a", "bob"],
  ]);
  expect([...found.policy.agents]).toEqual(["bot@a"]);
  expect([...found.policy.gates]).toEqual([["design", { role: "r" }]]);
});

it("one-key-two-people: a key of two people, or of a person and an agent, is refused", () => {
  const two = (principal: string) =>
    policyOf("p", { people, agents: ["bot@a"] }, [signer(1, "alice@a", "K"), signer(4, principal, "K")]);
  expect(two("bob@a")).toEqual({
    ok: false,
    reason: "line 4 of the signers gives the key K to bob, and it is alice's already",
  });
  expect(two("bot@a")).toMatchObject({ reason: expect.stringContaining("the key K to an agent, and it is alice's") });
  expect(two("alice@b").ok).toBe(true);
  expect(two("stranger@a").ok).toBe(true);
});

it("nothing-said: what the terms leave out is empty", () => {
  const found = policyOf("urn:uuid:x", {}, []);
  if (!found.ok) throw new Error(found.reason);
  const { people, agents, roles, gates, keys } = found.policy;
  expect([people, agents, roles, gates, keys].map(({ size }) => size)).toEqual([0, 0, 0, 0, 0]);
});
