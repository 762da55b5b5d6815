import { expect, it } from "vitest";
import { addApprovals } from "../../src/document/approval-edits.ts";
import { type ApprovalEntry, parseApprovals } from "../../src/document/approvals.ts";
import { documentFacts, signedContent } from "../../src/document/facts.ts";
import { applySplices } from "../../src/edit.ts";

const entry = (signer: string): ApprovalEntry => ({
  gate: "design",
  decision: "approve",
  signer,
  time: "2026-11-01T10:00:00Z",
  digest: `sha256:${"0".repeat(64)}`,
  upstream: [],
  signature: "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----",
});
const document = (tracking: string) => `---\ntype: module\nstatus: draft\n${tracking}---\n\n# A\n\nText.\n`;

function added(text: string, signer: string): string {
  const splice = addApprovals(text, documentFacts(Buffer.from(text)), [entry(signer)]);
  return splice === null ? "" : applySplices(text, [splice]);
}

function signersOf(text: string): readonly string[] {
  const facts = documentFacts(Buffer.from(text));
  expect(facts.problems).toEqual([]);
  const parsed = parseApprovals(facts.approvals?.text ?? "");
  return parsed.ok ? parsed.entries.map(({ signer }) => signer) : [];
}

it("adds to no key, to an empty list and to entries, sorted, and changes no content", () => {
  for (const [tracking, expected] of [
    ["", ["b"]],
    ["approvals: []\n", ["b"]],
  ] as const) {
    const text = document(tracking);
    const one = added(text, "b");
    expect(signersOf(one)).toEqual(expected);
    const two = added(one, "a");
    expect(signersOf(two)).toEqual(["a", "b"]);
    expect(signedContent(Buffer.from(two))).toBe(signedContent(Buffer.from(text)));
    expect(added(two, "a"), "an entry that stands already").toBe(two);
  }
});

it("line-ends: a document in CRLF stays one", () => {
  const text = document("approvals: []\n").replaceAll("\n", "\r\n");
  const one = added(text, "b");
  expect(signersOf(one)).toEqual(["b"]);
  expect(one.replaceAll("\r\n", "")).not.toContain("\n");
});

it("malformed-block: nothing is added to a block that cannot be read", () => {
  expect(added("# no frontmatter\n", "a")).toBe("");
});
