import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Statement, statementText } from "../../src/approval/statement.ts";

const digest = "sha256:7e57bc7cd863182ff1ecab81a8e5721694762e8c212ec69056b1267074548c49";
const pin = "sha256:9011d4c20ef82e2faff6ef2f4bbb2a381b768a3306227f09d9c808c06c00d535";
const approval: Statement = {
  project: "urn:uuid:6e2e8d0e-4f7e-4b8a-9d8c-7f1b9a3b2c11",
  gate: "design",
  decision: "approve",
  document: "docs/design/sessions/orchestrator.md",
  digest,
  upstream: [{ path: "docs/architecture/sessions.md", digest: pin }],
  signer: "alice@example.com",
  time: "2026-11-22T00:20:00Z",
};
const revocation: Statement = { ...approval, decision: "revoke", reason: "the limit was wrong", upstream: [] };
const textOf = (statement: Statement) => {
  const found = statementText(statement);
  return found.ok ? found.text : null;
};

describe("statementText", () => {
  it("gives the bytes of the worked example", () => {
    expect(textOf(approval)).toBe(readFileSync("test/fixtures/vectors/statement.txt", "utf8"));
  });

  it("writes a revocation with its reason and without upstream", () => {
    expect(textOf(revocation)?.split("\n").slice(3, 6)).toEqual([
      "decision: revoke",
      "reason: the limit was wrong",
      "document: docs/design/sessions/orchestrator.md",
    ]);
    expect(textOf(revocation)).not.toContain("upstream");
  });

  it("sorted-upstream: upstream lines are sorted by the bytes of their paths, whatever order they come in", () => {
    const paths = ["b.md", "a/b.md", "a.md", "é.md", "😀.md", "\uffee.md"];
    const upstream = paths.map((path) => ({ path, digest: pin }));
    const text = textOf({ ...approval, upstream }) ?? "";
    const written = [...text.matchAll(/^upstream: (\S+)/gmu)].map(([, path = ""]) => path);
    const byBytes = [...paths].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(written).toEqual(byBytes);
  });

  it("line-injection: a value with a line break, control character or blank edge is refused", () => {
    for (const bad of ["\n", "\r", "\u0000", "\u2028", "\u0085", "\u202e", "\u200b"]) {
      for (const key of ["project", "gate", "document", "digest", "signer", "time"] as const)
        expect(textOf({ ...approval, [key]: `${approval[key]}${bad}` }), key).toBeNull();
      expect(textOf({ ...revocation, reason: `a${bad}b` })).toBeNull();
      expect(textOf({ ...approval, upstream: [{ path: `a${bad}b`, digest: pin }] })).toBeNull();
    }
    for (const reason of ["", " a", "a ", "x".repeat(201)]) expect(textOf({ ...revocation, reason })).toBeNull();
    expect(textOf({ ...revocation, reason: "x".repeat(200) })).not.toBeNull();
  });

  it("unplain-path: absolute paths, dot segments and other forms than NFC are refused", () => {
    for (const document of ["/a.md", "../a.md", "a/../b.md", "./a.md", "a//b.md", "a b.md", "a#b.md", "e\u0301.md", ""])
      expect(textOf({ ...approval, document }), document).toBeNull();
  });

  it("unreal-time: a time that does not exist is refused", () => {
    for (const time of [
      "2026-02-30T00:00:00Z",
      "2026-11-22T24:00:00Z",
      "2026-11-22T00:00:00+00:00",
      "2026-11-22T00:00:00.0Z",
    ])
      expect(textOf({ ...approval, time }), time).toBeNull();
  });

  it("reason-and-upstream: only a revocation has a reason, and it has no upstream", () => {
    expect(textOf({ ...approval, reason: "why" })).toBeNull();
    expect(textOf({ ...revocation, upstream: approval.upstream })).toBeNull();
    const { reason, ...without } = revocation;
    expect(reason).toBeDefined();
    expect(textOf(without)).toBeNull();
  });

  it("reasons: a refusal names the value, and slashes mean segments in paths alone", () => {
    const refused = (statement: Statement) => {
      const found = statementText(statement);
      return found.ok ? null : found.reason;
    };
    const named = (name: string) => `the value of \`${name}\` cannot stand in a statement`;
    expect(refused({ ...approval, gate: "none" })).toBe(named("gate"));
    expect(refused({ ...approval, reason: "why" })).toBe(named("reason"));
    expect(refused({ ...revocation, upstream: approval.upstream })).toBe(named("upstream"));
    expect(refused({ ...approval, upstream: [{ path: "a.md", digest: "x" }] })).toBe(named("upstream"));
    expect(refused({ ...revocation, reason: "either // or ./ and ../" })).toBeNull();
    expect(refused({ ...approval, signer: "alice//a/../b" })).toBeNull();
  });

  it("twice-upstream: a document that stands twice in upstream is refused", () => {
    const [first] = approval.upstream;
    expect(textOf({ ...approval, upstream: first === undefined ? [] : [first, first] })).toBeNull();
  });

  it("distinct statements have distinct bytes", () => {
    const hex = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 });
    const path = fc.stringMatching(/^[a-c/.]{1,6}$/);
    const statement = fc.record({
      project: fc.constant(approval.project),
      gate: fc.constantFrom("story", "architecture", "design", "policy"),
      decision: fc.constant("approve" as const),
      document: path,
      digest: hex.map((text) => `sha256:${text}`),
      upstream: fc.uniqueArray(fc.record({ path, digest: hex.map((text) => `sha256:${text}`) }), {
        maxLength: 3,
        selector: ({ path: key }) => key,
      }),
      signer: fc.stringMatching(/^[a-b@.:]{1,6}$/),
      time: fc.constantFrom("2026-11-22T00:20:00Z", "2026-11-22T00:20:01Z"),
    });
    const sorted = ({ upstream, ...rest }: Statement) =>
      JSON.stringify({ ...rest, upstream: [...upstream].sort((a, b) => (a.path < b.path ? -1 : 1)) });
    fc.assert(
      fc.property(statement, statement, (a, b) => {
        const [one, two] = [textOf(a), textOf(b)];
        if (one === null || two === null) return;
        expect(one === two).toBe(sorted(a) === sorted(b));
      }),
      { numRuns: 2000 },
    );
  });
});
