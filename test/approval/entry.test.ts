import { beforeAll, expect, it } from "vitest";
import { type EntryCircumstances, judgeEntry } from "../../src/approval/entry.ts";
import { type PolicyTerms, policyOf } from "../../src/approval/policy.ts";
import { parseSigners } from "../../src/approval/signers.ts";
import {
  designText,
  entryFor,
  paths,
  people,
  projectId,
  type Signing,
  signersFile,
} from "../support/approved-project.ts";
import { token } from "../support/ssh.ts";

let keys: ReadonlyMap<string, string> = new Map();
beforeAll(() => {
  keys = people(["alice", "bob"]);
});

const terms: PolicyTerms = {
  people: { alice: ["alice@example.com"], bob: ["bob@example.com"] },
  roles: { reviewer: ["alice"] },
  gates: { design: { role: "reviewer" } },
};
const entry = (more: Partial<Signing> = {}) =>
  entryFor(designText, {
    path: paths.design,
    gate: "design",
    key: keys.get("alice") ?? "",
    signer: "alice@example.com",
    ...more,
  });

function judged(
  more: Partial<Signing>,
  changes: PolicyTerms & { signers?: string } = {},
  where: Partial<EntryCircumstances> = {},
) {
  const signers = parseSigners(changes.signers ?? signersFile(keys));
  const policy = policyOf(projectId, { ...terms, ...changes }, signers.ok ? signers.signers : []);
  if (!policy.ok || !signers.ok) throw new Error("the policy of the test is wrong");
  const now = Date.parse("2026-11-22T00:00:00Z");
  const usual = { document: paths.design, now, isSettled: false, authors: new Set<string>() };
  return judgeEntry(entry(more), { ...usual, policy: policy.policy, ...where });
}

it("counts for the person whose key signed", () => {
  expect(judged({})).toEqual({ kind: "counts", person: "alice", isHardware: false, touched: false });
});

it("own-address: another person's key under one's address, or the reverse, does not count", () => {
  expect(judged({ key: keys.get("bob") ?? "" })).toMatchObject({
    kind: "untrusted",
    reason: expect.stringContaining("is not one of alice@example.com"),
  });
  expect(judged({ signer: "nobody@example.com" })).toMatchObject({ kind: "untrusted" });
});

it("no-role: a person without the role of the gate does not count", () => {
  expect(judged({ key: keys.get("bob") ?? "", signer: "bob@example.com" })).toEqual({
    kind: "untrusted",
    reason: "bob has not the role `reviewer`",
  });
});

it("not-yet-valid: a key before its time never counts, one past its time only where it is settled", () => {
  const during = (option: string) => ({ signers: signersFile(keys).replaceAll("namespaces", `${option},namespaces`) });
  expect(judged({}, during('valid-after="20270101Z"'), { isSettled: true })).toMatchObject({ kind: "untrusted" });
  expect(judged({}, during('valid-before="20261110Z"'))).toMatchObject({ kind: "untrusted" });
  expect(judged({}, during('valid-before="20261110Z"'), { isSettled: true })).toMatchObject({ kind: "counts" });
});

it("verification: a gate that asks for it takes only keys that verified their user", () => {
  const key = token("ecdsa");
  const gates = { design: { role: "reviewer", userVerification: true } };
  const asked = { gates, signers: `alice@example.com ${key.line}\n` };
  for (const [flags, kind] of [
    [1, "untrusted"],
    [4, "counts"],
    [5, "counts"],
  ] as const)
    expect(judged({ sign: (statement) => key.sign(statement, flags) }, asked)).toMatchObject({ kind });
});

it("revocation: whoever may not approve any more may still take back", () => {
  const revoke = {
    decision: "revoke",
    reason: "wrong",
    key: keys.get("bob") ?? "",
    signer: "bob@example.com",
  } as const;
  expect(judged(revoke)).toMatchObject({ kind: "counts", person: "bob" });
  expect(judged({ ...revoke, key: keys.get("alice") ?? "" })).toMatchObject({ kind: "untrusted" });
});

it("changed-entry: an entry of which one value was changed proves nothing", () => {
  const policy = policyOf(projectId, terms, []);
  if (!policy.ok) throw new Error(policy.reason);
  const good = entry({ upstream: [{ path: "a.md", digest: `sha256:${"0".repeat(64)}` }] });
  const where = {
    policy: policy.policy,
    document: paths.design,
    now: Date.now(),
    isSettled: true,
    authors: new Set<string>(),
  };
  for (const change of [
    { gate: "story" },
    { signer: "bob@example.com" },
    { time: "2026-11-01T10:00:01Z" },
    { digest: `sha256:${"1".repeat(64)}` },
    { upstream: [] },
    { upstream: [{ path: "b.md", digest: `sha256:${"0".repeat(64)}` }] },
    { decision: "revoke" as const, reason: "x", upstream: [] },
    { signature: good.signature.replace("U1NI", "U1NJ") },
  ])
    expect(judgeEntry({ ...good, ...change }, where)).toMatchObject({ kind: "invalid" });
  expect(judgeEntry(good, { ...where, document: "docs/design/b.md" })).toMatchObject({ kind: "invalid" });
  expect(judgeEntry(good, where)).toMatchObject({ kind: "untrusted" });
});
