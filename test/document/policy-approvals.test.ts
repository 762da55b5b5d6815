import fc from "fast-check";
import { expect, it } from "vitest";
import { parsePolicyApprovals, policyApprovalsPath, policyApprovalsText } from "../../src/document/policy-approvals.ts";
import { policyEntry as entry } from "../support/policy-entry.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = policyApprovalsText([entry]);

it("round-trip: what is written is read again, with LF and with CRLF", () => {
  expect(policyApprovalsPath).toBe(".design/policy.approvals");
  expect(parsePolicyApprovals(bytes(text))).toEqual({ ok: true, entries: [entry] });
  expect(parsePolicyApprovals(bytes(text.replaceAll("\n", "\r\n")))).toEqual({ ok: true, entries: [entry] });
});

it("empty: no entries are approvals: []", () => {
  expect(parsePolicyApprovals(bytes(policyApprovalsText([])))).toEqual({ ok: true, entries: [] });
});

it("alone: anything before the block, after it or in between is refused with its line", () => {
  for (const [spoilt, line] of [
    [`# by alice\n${text}`, 0],
    [`${text}status: draft\n`, 10],
    [text.replace("    time", "\n    time"), 4],
    [text.trimEnd(), 0],
    ["", 0],
    ["---\napprovals: []\n---\n", 0],
  ] as const)
    expect(parsePolicyApprovals(bytes(spoilt)), spoilt).toMatchObject({ ok: false, line });
});

it("any-bytes: any bytes give a verdict, and a large file is not read", () => {
  fc.assert(fc.property(fc.uint8Array(), (any) => typeof parsePolicyApprovals(any).ok === "boolean"));
  const cut = fc.nat(text.length - 1).map((at) => bytes(text.slice(0, at)));
  fc.assert(fc.property(cut, (any) => !parsePolicyApprovals(any).ok));
  expect(parsePolicyApprovals(new Uint8Array(1024 * 1024 + 1)).ok).toBe(false);
});
