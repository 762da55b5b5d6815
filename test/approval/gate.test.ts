import { expect, it } from "vitest";
import { gateState, type JudgedEntry } from "../../src/approval/gate.ts";
import { policyOf } from "../../src/approval/policy.ts";

const found = policyOf("p", { gates: { design: { role: "r", threshold: 2 }, story: { role: "r" } } }, []);
const pins = [{ path: "c.md", digest: "c1" }];
const subject = { gate: "design", digest: "d1", upstream: pins };

function by(person: string, more: Partial<JudgedEntry["entry"]> = {}): JudgedEntry {
  const entry = {
    gate: "design",
    decision: "approve",
    signer: person,
    time: "1",
    digest: "d1",
    upstream: pins,
    signature: "",
  } as const;
  return { entry: { ...entry, ...more }, verdict: { kind: "counts", person, isHardware: false, touched: false } };
}

function stateOf(entries: readonly JudgedEntry[], of = subject): string {
  if (!found.ok) throw new Error(found.reason);
  return gateState(entries, of, found.policy).state;
}

it("people: a threshold counts people, never entries", () => {
  expect(stateOf([by("a"), by("b")])).toBe("valid");
  expect(stateOf([by("a"), by("a", { time: "2" })])).toBe("untrusted");
  expect(stateOf([])).toBe("missing");
});

it("revoked-tie: of two entries of one time the revocation counts, in any order", () => {
  const revoke = by("a", { decision: "revoke" });
  expect(stateOf([by("a"), revoke, by("b")])).toBe("untrusted");
  expect(stateOf([revoke, by("a"), by("b")])).toBe("untrusted");
  expect(stateOf([revoke, by("a", { time: "2" }), by("b")])).toBe("valid");
  expect(stateOf([by("a", { decision: "revoke" })])).toBe("missing");
});

it("other-gate: entries of another gate are not looked at", () => {
  expect(stateOf([by("a", { gate: "story" }), by("b", { gate: "story" })])).toBe("missing");
});

it("other-content: approvals of other content are stale", () => {
  expect(stateOf([by("a", { digest: "d0" }), by("b", { digest: "d0" })])).toBe("stale");
});

it("changed-pins: the right people with other pins are suspect; more or fewer pins count as other pins", () => {
  for (const upstream of [
    [],
    [{ path: "c.md", digest: "c0" }],
    [{ path: "x.md", digest: "c1" }],
    [...pins, { path: "x.md", digest: "x" }],
  ])
    expect(stateOf([by("a", { upstream }), by("b", { upstream })])).toBe("suspect");
  expect(stateOf([by("a"), by("b")], { ...subject, upstream: [] })).toBe("suspect");
});

it("untrusted-entries: what does not count says why", () => {
  const verdict = { kind: "untrusted", reason: "who is that" } as const;
  expect(stateOf([{ ...by("a"), verdict }])).toBe("untrusted");
  expect(stateOf([{ ...by("a"), verdict: { kind: "invalid", reason: "no" } }])).toBe("missing");
});
