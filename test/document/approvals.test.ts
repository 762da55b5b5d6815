import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ApprovalEntry,
  compareApprovals,
  maxApprovals,
  maxSignatureLength,
  parseApprovals,
  serialiseApprovals,
} from "../../src/document/approvals.ts";
import { cpuTime } from "../support/cpu-time.ts";

const vector = readFileSync("test/fixtures/vectors/component-approved.md", "utf8");
const block = vector.slice(vector.indexOf("  - gate"), vector.indexOf("\n---\n") + 1);
const hex = "a".repeat(64);
const armor = (body: string) => `-----BEGIN SSH SIGNATURE-----\n${body}\n-----END SSH SIGNATURE-----`;

function entry(more: Partial<ApprovalEntry> = {}): ApprovalEntry {
  return {
    gate: "design",
    decision: "approve",
    signer: "alice@example.com",
    time: "2026-11-22T00:20:00Z",
    digest: `sha256:${hex}`,
    upstream: [],
    signature: armor("AAAA"),
    ...more,
  };
}

const refusal = (text: string) => {
  const parsed = parseApprovals(text);
  return parsed.ok ? null : parsed.line;
};

describe("parseApprovals", () => {
  it("reads the worked example", () => {
    expect(parseApprovals(block)).toMatchObject({
      ok: true,
      entries: [{ gate: "design", signer: "alice@example.com", upstream: [{ path: "docs/architecture/sessions.md" }] }],
    });
    expect(parseApprovals(block.replaceAll("\n", "\r\n"))).toEqual(parseApprovals(block));
  });

  it("exact-grammar: any other line, order, indent or spacing is refused at its line", () => {
    const lines = block.split("\n").slice(0, -1);
    const isArmor = (line: string) => /^ {6}[A-Za-z0-9+/=]+$/u.test(line);
    for (const [at, line] of lines.entries()) {
      const others = [` ${line}`, `${line} `, line.slice(1), "", `${line} # x`];
      for (const other of isArmor(line) ? others : [...others, line.toUpperCase(), null]) {
        if (other === line) continue;
        const text = [...lines.slice(0, at), ...(other === null ? [] : [other]), ...lines.slice(at + 1), ""].join("\n");
        expect([at, other, parseApprovals(text).ok]).toEqual([at, other, false]);
      }
    }
    expect(refusal(block.replace("    signer", "    singer"))).toBe(2);
    expect(refusal(`${block}x\n`)).toBe(lines.length);
  });

  it("round-trip: what is read is written back with the same bytes", () => {
    const text = fc.constantFrom("design", "story", "policy", "architecture");
    const one = fc.record({
      gate: text,
      signer: fc.constantFrom("a", "b@c.d", "alice@example.com"),
      day: fc.integer({ min: 10, max: 28 }),
      revoke: fc.boolean(),
      paths: fc.uniqueArray(fc.constantFrom("a.md", "b/c.md", "d.md"), { maxLength: 3 }),
      body: fc.nat(150).map((length) => "A".repeat(length + 1).replace(/.{70}(?=.)/gu, "$&\n")),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), (parts) => {
        const entries = parts.map(({ gate, signer, day, revoke, paths, body }) =>
          entry({
            gate,
            signer,
            time: `2026-11-${day}T00:00:00Z`,
            signature: armor(body),
            ...(revoke ? { decision: "revoke" as const, reason: "a reason" } : {}),
            upstream: revoke ? [] : [...paths].sort().map((path) => ({ path, digest: `sha256:${hex}` })),
          }),
        );
        const written = serialiseApprovals(entries);
        const read = parseApprovals(written);
        expect(read.ok && serialiseApprovals(read.entries)).toBe(written);
      }),
      { numRuns: 200 },
    );
    expect(serialiseApprovals([])).toBe("");
  });

  it("sorted: entries out of order are refused", () => {
    const [first, second] = [
      serialiseApprovals([entry({ signer: "a" })]),
      serialiseApprovals([entry({ signer: "b" })]),
    ];
    expect(parseApprovals(first + second).ok).toBe(true);
    expect(refusal(second + first)).toBe(9);
  });

  it("duplicate: exact duplicates are refused, and written once", () => {
    expect(refusal(block + block)).toBe(block.split("\n").length - 1);
    expect(serialiseApprovals([entry(), entry()])).toBe(serialiseApprovals([entry()]));
  });

  it("no-entries: a block without entries is refused", () => {
    expect(refusal("")).toBe(0);
  });

  it("revocation: it has a reason and no upstream", () => {
    const text = serialiseApprovals([entry({ decision: "revoke", reason: "key lost" })]);
    expect(text).toContain("    decision: revoke\n    reason: key lost\n    signer");
    expect(parseApprovals(text).ok).toBe(true);
    expect(refusal(text.replace("    reason: key lost\n", ""))).toBe(2);
    expect(refusal(text.replace("    signature", `    upstream:\n      - a.md sha256:${hex}\n    signature`))).toBe(6);
    expect(refusal(block.replace("decision: approve\n", "decision: approve\n    reason: x\n"))).toBe(2);
  });

  it("impossible-time: a time that does not exist is refused", () => {
    for (const time of ["2026-02-30T00:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T00:20:00+00:00", "2026-11-22"]) {
      expect(refusal(serialiseApprovals([entry({ time })]))).toBe(3);
    }
  });

  it("upstream-paths: they are sorted, relative and without ..", () => {
    const up = (...paths: string[]) =>
      serialiseApprovals([entry({ upstream: paths.map((path) => ({ path, digest: `sha256:${hex}` })) })]);
    expect(parseApprovals(up("a.md", "b.md", "\uffee.md", "😀.md")).ok).toBe(true);
    for (const paths of [
      ["b", "a"],
      ["a", "a"],
      ["/a"],
      ["a/../b"],
      ["./a"],
      ["a b"],
      ["a#b"],
      ["a:b"],
      ["a\\b"],
      ["e\u0301"],
      ["a\u202eb"],
    ]) {
      expect([paths, parseApprovals(up(...paths)).ok]).toEqual([paths, false]);
    }
  });

  it("armor: lines of 70 characters and nothing behind the footer", () => {
    expect(refusal(serialiseApprovals([entry({ signature: armor("A".repeat(71)) })]))).not.toBeNull();
    expect(refusal(serialiseApprovals([entry({ signature: armor(`${"A".repeat(69)}\nAA`) })]))).not.toBeNull();
    expect(refusal(serialiseApprovals([entry({ signature: `${armor("AAAA")}\nx` })]))).not.toBeNull();
    expect(refusal(serialiseApprovals([entry({ signature: armor("") })]))).not.toBeNull();
    const long = Array.from({ length: 300 }, () => "A".repeat(70)).join("\n");
    expect(long.length).toBeGreaterThan(maxSignatureLength);
    expect(refusal(serialiseApprovals([entry({ signature: armor(long) })]))).not.toBeNull();
  });

  it("too-many: more than 64 entries are refused, however many there are", () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => entry({ signer: `s${String(at).padStart(6, "0")}` }));
    expect(parseApprovals(serialiseApprovals(many(maxApprovals))).ok).toBe(true);
    const text = many(20_000)
      .map((one) => serialiseApprovals([one]))
      .join("");
    const start = cpuTime();
    expect(refusal(text)).toBe(64 * 9);
    expect(cpuTime() - start).toBeLessThan(3000);
  });

  it("reason-text: 1 to 200 printable characters and no control characters", () => {
    const ok = (reason: string) => parseApprovals(serialiseApprovals([entry({ decision: "revoke", reason })])).ok;
    expect(["x", "schlüssel verloren 😀", "a".repeat(200)].map(ok)).toEqual([true, true, true]);
    expect(["", " x", "x ", "a".repeat(201), "a\u0007b", "a\u202eb", "a\tb", "e\u0301"].map(ok)).toEqual(
      Array(8).fill(false),
    );
  });
});

describe("compareApprovals", () => {
  it("orders by gate, signer, time, decision, digest, signature", () => {
    const order = [
      entry({ gate: "architecture", signer: "z" }),
      entry({ signer: "a", time: "2027-11-22T00:20:00Z" }),
      entry({ signer: "b" }),
      entry({ signer: "b", decision: "revoke", reason: "x" }),
      entry({ signer: "b", decision: "revoke", reason: "x", digest: `sha256:${"b".repeat(64)}` }),
    ];
    expect([...order].reverse().sort(compareApprovals)).toEqual(order);
    expect(compareApprovals(entry(), entry())).toBe(0);
  });
});
