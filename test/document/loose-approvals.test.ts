import { describe, expect, it } from "vitest";
import { type ApprovalEntry, maxApprovals, serialiseApprovals } from "../../src/document/approvals.ts";
import { looseApprovals } from "../../src/document/loose-approvals.ts";

const entry = (name: string): ApprovalEntry => ({
  gate: "design",
  decision: "approve",
  signer: `${name}@example.com`,
  time: "2026-11-22T00:20:00Z",
  digest: `sha256:${"a".repeat(64)}`,
  upstream: [],
  signature: "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----",
});
const text = (...names: string[]) => names.map((name) => serialiseApprovals([entry(name)])).join("");
const namesIn = (block: string) => looseApprovals(block)?.map(({ signer }) => signer.split("@")[0]);

describe("looseApprovals", () => {
  it("reads entries in any order, also twice, with either line end", () => {
    expect(namesIn(text("bob", "alice", "bob"))).toEqual(["bob", "alice", "bob"]);
    expect(namesIn(text("bob", "alice").replaceAll("\n", "\r\n"))).toEqual(["bob", "alice"]);
  });

  it("empty: no text has no entries", () => {
    expect(looseApprovals("")).toEqual([]);
  });

  it("unreadable: one line that belongs to no entry makes the whole unreadable", () => {
    for (const wrong of ["\n", "# c\n", "  - gate: none\n", "    signer: eve@example.com\n"]) {
      expect(looseApprovals(text("bob") + wrong)).toBeNull();
      expect(looseApprovals(wrong + text("bob"))).toBeNull();
    }
  });

  it("too-many: twice as many as a document may have are as many as two sides can bring", () => {
    const many = Array.from({ length: 2 * maxApprovals }, () => "bob");
    expect(looseApprovals(text(...many))).toHaveLength(128);
    expect(looseApprovals(text(...many, "bob"))).toBeNull();
  });
});
