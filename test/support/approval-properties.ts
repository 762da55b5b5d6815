import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect } from "vitest";
import { readArmor } from "../../src/approval/armor.ts";
import { contentDigest, pinnedDigest } from "../../src/approval/digest.ts";
import { judgeEntry } from "../../src/approval/entry.ts";
import { policyOf } from "../../src/approval/policy.ts";
import { parseSigners } from "../../src/approval/signers.ts";
import { readPublicKey } from "../../src/approval/ssh-key.ts";
import { verifySshsig } from "../../src/approval/sshsig.ts";
import { type Statement, statementText } from "../../src/approval/statement.ts";
import { parseApprovals, serialiseApprovals } from "../../src/document/approvals.ts";
import { signedContent } from "../../src/document/facts.ts";
import { armorOf, blobOf } from "./ssh.ts";
import { softwareKey, softwareKinds } from "./ssh-keys.ts";

/** A property by its name; `prove` throws where it does not hold in so many cases. */
export interface Property {
  readonly name: string;
  prove(numRuns: number): void;
}

const read = (file: string) => readFileSync(`test/fixtures/vectors/${file}`);
const statement = read("statement.txt").toString();
const approved = read("component-approved.md");
const digest = fc.constantFrom("a", "b", "c").map((digit) => `sha256:${digit.repeat(64)}`);
/** RSA keys take a second to make, so all properties share one of each kind. */
const keys = softwareKinds.map((kind) => softwareKey(kind));
const change = (length: number) => fc.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 255 }));

function flipped(bytes: Uint8Array, at: number, mask: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ mask;
  return changed;
}

/** A changed byte outside the tracking block leaves no digest, or another one. */
function contentProperty(numRuns: number): void {
  const base = contentDigest(signedContent(approved) ?? "");
  const [status, close] = [approved.indexOf("status:"), approved.indexOf("\n---\n")];
  const outside = change(approved.length).filter(([at]) => at < status || at > close);
  const run = fc.property(outside, ([at, mask]) => {
    const content = signedContent(flipped(approved, at, mask));
    expect(content === null ? null : contentDigest(content)).not.toBe(base);
  });
  fc.assert(run, { numRuns });
}

function payloadProperty(numRuns: number): void {
  const armors = keys.map((key) => key.sign(statement));
  const bytes = Buffer.from(statement);
  const run = fc.property(fc.nat(armors.length - 1), change(bytes.length), (index, [at, mask]) => {
    expect(verifySshsig(armors[index] ?? "", flipped(bytes, at, mask).toString("latin1")).ok).toBe(false);
  });
  fc.assert(run, { numRuns });
}

function signatureProperty(numRuns: number): void {
  const blobs = keys.map((key) => blobOf(key.parts(statement)));
  const index = fc.nat(blobs.length - 1);
  const run = fc.property(index, fc.nat(100_000), fc.integer({ min: 1, max: 255 }), (which, place, mask) => {
    const blob = blobs[which] ?? Buffer.alloc(1);
    expect(verifySshsig(armorOf(flipped(blob, place % blob.length, mask)), statement).ok).toBe(false);
  });
  fc.assert(run, { numRuns });
}

/** A signer whose line has one other byte in its key is nobody, or cannot be read: an approval never counts. */
function keyProperty(numRuns: number): void {
  const entry = {
    gate: "design",
    decision: "approve",
    signer: "alice@example.com",
    time: "2026-11-22T00:20:00Z",
    digest: `sha256:${"a".repeat(64)}`,
    upstream: [],
  } as const;
  const project = "urn:uuid:6e2e8d0e-4f7e-4b8a-9d8c-7f1b9a3b2c11";
  const text = statementText({ ...entry, project, document: "a.md" });
  const message = text.ok ? text.text : "";
  const armors = keys.map((key) => key.sign(message));
  const terms = { people: { alice: ["alice@example.com"] } };
  const verdict = (which: number, blob: Buffer) => {
    const type = keys[which]?.line.split(" ")[0] ?? "";
    const parsed = parseSigners(`alice@example.com ${type} ${blob.toString("base64")}\n`);
    const made = parsed.ok ? policyOf(project, terms, parsed.signers) : null;
    if (made === null || !made.ok) return "refused";
    const circumstances = { policy: made.policy, document: "a.md", now: Date.parse(entry.time), isSettled: false };
    return judgeEntry({ ...entry, signature: armors[which] ?? "" }, { ...circumstances, authors: new Set() }).kind;
  };
  for (const [which, key] of keys.entries()) expect(verdict(which, key.publicKey)).toBe("counts");
  const index = fc.nat(keys.length - 1);
  const run = fc.property(index, fc.nat(100_000), fc.integer({ min: 1, max: 255 }), (which, place, mask) => {
    const blob = keys[which]?.publicKey ?? Buffer.alloc(1);
    expect(verdict(which, flipped(blob, place % blob.length, mask))).not.toBe("counts");
  });
  fc.assert(run, { numRuns });
}

const path = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("a.md", "a/b.md", "é.md", "😀.md", "b.md") },
  { weight: 1, arbitrary: fc.oneof(fc.stringMatching(/^[a-c/.]{1,5}$/u), fc.constant("a.md sha256:0")) },
);
const words = fc.oneof(
  fc.stringMatching(/^[a-b]( ?[a-b:/]){0,3}$/u),
  fc.constantFrom("x\ndocument: b.md", "x ", "x\u2028y"),
);

/** Statements, right ones and nearly right ones; both kinds of decision. */
const statements: fc.Arbitrary<Statement> = fc
  .record({
    project: fc.constantFrom(
      "urn:uuid:6e2e8d0e-4f7e-4b8a-9d8c-7f1b9a3b2c11",
      "urn:uuid:6e2e8d0e-4f7e-4b8a-9d8c-7f1b9a3b2c12",
    ),
    gate: fc.constantFrom("architecture", "design", "design", "none"),
    reason: fc.option(words, { nil: undefined }),
    document: path,
    digest,
    upstream: fc.array(fc.record({ path, digest }), { maxLength: 2 }),
    signer: fc.constantFrom("a", "a@b", "a@b", "a:b", "a\ntime: x"),
    time: fc.constantFrom(
      "2026-11-22T00:20:00Z",
      "2026-11-22T00:20:01Z",
      "2026-11-22T00:20:01Z",
      "2026-02-30T00:00:00Z",
    ),
  })
  .map(({ reason, upstream, ...rest }) =>
    reason === undefined
      ? { ...rest, decision: "approve", upstream }
      : { ...rest, decision: "revoke", reason, upstream: [] },
  );

function statementProperty(numRuns: number): void {
  const meaning = ({ upstream, ...rest }: Statement) =>
    JSON.stringify([Object.entries(rest).sort(), [...upstream].sort((a, b) => (a.path < b.path ? -1 : 1))]);
  const seen = new Map<string, string>();
  const run = fc.property(statements, (one) => {
    const made = statementText(one);
    if (!made.ok) return;
    const { text } = made;
    expect(text.split("\n")).toHaveLength(9 + one.upstream.length + (one.reason === undefined ? 0 : 1));
    expect(seen.get(text) ?? meaning(one)).toBe(meaning(one));
    seen.set(text, meaning(one));
  });
  fc.assert(run, { numRuns });
  expect(seen.size).toBeGreaterThan(numRuns / 20);
}

/** Bytes of any kind: noise, and pieces of what is meant to be read. */
const pieces = fc.oneof(
  fc.constantFrom("---\n", "status: draft\n", "approvals:\n", "  - gate: design\n", "SSHSIG", "alice ", "ssh-ed25519 "),
  fc.constantFrom(
    'namespaces="',
    "cert-authority",
    "-----BEGIN SSH SIGNATURE-----\n",
    statement,
    "## Components\n",
    "```\n",
  ),
  fc.string({ unit: "binary", maxLength: 20 }),
);
const anything = fc.oneof(
  fc.array(pieces, { maxLength: 10 }).map((list) => Buffer.from(list.join(""))),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);

function totalProperty(numRuns: number): void {
  const run = fc.property(anything, (bytes) => {
    const text = bytes.toString("utf8");
    const verdicts = [
      readArmor(text),
      verifySshsig(text, statement),
      verifySshsig(bytes.length === 0 ? text : armorOf(bytes), statement),
      readPublicKey(bytes),
      parseSigners(text),
      parseApprovals(text),
    ];
    for (const { ok } of verdicts) expect(typeof ok).toBe("boolean");
    const content = signedContent(bytes);
    if (content !== null) expect(pinnedDigest(content, "a") ?? contentDigest(content)).toMatch(/^sha256:/u);
  });
  fc.assert(run, { numRuns });
}

/** Armor with lines of other lengths, other ends and other words around it. */
function armorProperty(numRuns: number): void {
  const shape = fc.record({
    bytes: fc.uint8Array({ minLength: 1, maxLength: 200 }),
    width: fc.oneof(
      { weight: 3, arbitrary: fc.constant(70) },
      { weight: 1, arbitrary: fc.integer({ min: 60, max: 76 }) },
    ),
    end: fc.constantFrom("\n", "\n", "\n", "\r\n", "\n\n", " \n"),
    first: fc.constantFrom(
      "-----BEGIN SSH SIGNATURE-----",
      "-----BEGIN SSH SIGNATURE----- ",
      "-----BEGIN SSH SIGNATURE----",
    ),
    last: fc.constantFrom(
      "-----END SSH SIGNATURE-----",
      "-----END SSH SIGNATURE-----\n",
      "-----END SSH SIGNATURE-----\nx",
    ),
    strip: fc.boolean(),
  });
  const run = fc.property(shape, ({ bytes, width, end, first, last, strip }) => {
    const base64 = Buffer.from(bytes).toString("base64");
    const body = (strip ? base64.replace(/=+$/u, "") : base64).match(new RegExp(`.{1,${width}}`, "gu")) ?? [];
    const text = [first, ...body, last].join(end);
    const found = readArmor(text);
    const isCanonical = text.replace(/\n$/u, "") === armorOf(Buffer.from(bytes));
    expect(found.ok).toBe(isCanonical);
    if (found.ok) expect(found.bytes.equals(Buffer.from(bytes))).toBe(true);
  });
  fc.assert(run, { numRuns });
}

type Edit = (fields: Buffer[]) => Buffer[];

/** A signature blob taken apart, its fields edited, and put together again: only blobs as they were made are right. */
function blobProperty(numRuns: number): void {
  const blobs = keys.map((key) => blobOf(key.parts(statement)));
  const at = fc.nat(11);
  const noise = fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes));
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.tuple(at, noise).map(
      ([i, bytes]): Edit =>
        (fields) =>
          fields.toSpliced(i % fields.length, 1, bytes),
    ),
    fc.tuple(at, noise).map(
      ([i, bytes]): Edit =>
        (fields) =>
          fields.toSpliced(i % fields.length, 0, bytes),
    ),
    at.map(
      (i): Edit =>
        (fields) =>
          fields.toSpliced(i % fields.length, 1),
    ),
    fc.tuple(at, at).map(
      ([i, j]): Edit =>
        (fields) =>
          swapped(fields, i % fields.length, j % fields.length),
    ),
    fc.tuple(at, noise).map(
      ([i, bytes]): Edit =>
        (fields) =>
          fields.map((field, index) => (index === i % fields.length ? Buffer.concat([field, bytes]) : field)),
    ),
    fc.tuple(at, fc.nat(keys.length - 1)).map(
      ([i, other]): Edit =>
        (fields) =>
          fields.map((field, index) =>
            index === i % fields.length ? (stringsIn(blobs[other])[index] ?? field) : field,
          ),
    ),
  );
  const run = fc.property(fc.nat(keys.length - 1), fc.array(edit, { maxLength: 3 }), (which, edits) => {
    const blob = blobs[which] ?? Buffer.alloc(0);
    const fields = edits.reduce((list, change) => (list.length === 0 ? list : change(list)), stringsIn(blob));
    const made = Buffer.concat([blob.subarray(0, 10), ...fields.map(lengthened)]);
    // Key and signature of another one together are that other signature.
    expect(verifySshsig(armorOf(made), statement).ok).toBe(blobs.some((whole) => made.equals(whole)));
  });
  fc.assert(run, { numRuns });
}

function swapped(fields: readonly Buffer[], i: number, j: number): Buffer[] {
  return fields.map((field, index) =>
    index === i ? (fields[j] ?? field) : index === j ? (fields[i] ?? field) : field,
  );
}

function lengthened(field: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(field.length);
  return Buffer.concat([head, field]);
}

/** The length-prefixed strings after magic and version. */
function stringsIn(blob: Buffer | undefined): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 10; blob !== undefined && at < blob.length; ) {
    const end = at + 4 + blob.readUInt32BE(at);
    found.push(blob.subarray(at + 4, end));
    at = end;
  }
  return found;
}

const entries = fc.array(
  fc.record({
    gate: fc.constantFrom("story", "architecture", "design"),
    decision: fc.constant("approve" as const),
    signer: fc.constantFrom("alice@example.com", "bob@example.com", "carol"),
    time: fc.constantFrom("2026-11-22T00:20:00Z", "2026-11-22T00:21:00Z"),
    digest: fc.constantFrom(`sha256:${"a".repeat(64)}`, `sha256:${"b".repeat(64)}`),
    upstream: fc.constantFrom([], [{ path: "docs/a.md", digest: `sha256:${"c".repeat(64)}` }]),
    signature: fc.uint8Array({ minLength: 60, maxLength: 120 }).map((bytes) => armorOf(Buffer.from(bytes))),
  }),
  { minLength: 1, maxLength: 4 },
);

/** A block of approvals with lines taken out, doubled, moved, indented or changed: what is read is written with the same bytes. */
function blockProperty(numRuns: number): void {
  const at = fc.nat(200);
  const edit = fc.oneof(
    at.map((i) => (lines: string[]) => lines.toSpliced(i % lines.length, 1)),
    at.map((i) => (lines: string[]) => lines.toSpliced(i % lines.length, 0, lines[i % lines.length] ?? "")),
    fc.tuple(at, at).map(([i, j]) => (lines: string[]) => {
      const line = lines[i % lines.length] ?? "";
      return lines.toSpliced(i % lines.length, 1).toSpliced(j % lines.length, 0, line);
    }),
    fc.tuple(at, fc.constantFrom(" ", "\t", "# x", '"', ": ", "\u00a0", "- ", "&a ", "!!str ", "e\u0301")).map(
      ([i, text]) =>
        (lines: string[]) =>
          lines.map((line, index) => (index === i % lines.length ? insert(line, i, text) : line)),
    ),
  );
  let accepted = 0;
  const run = fc.property(entries, fc.array(edit, { maxLength: 2 }), fc.boolean(), (list, edits, crlf) => {
    const whole = serialiseApprovals(list).trimEnd().split("\n");
    const lines = edits.reduce((text, change) => (text.length === 0 ? text : change(text)), whole);
    const text = `${lines.join("\n")}\n`;
    const found = parseApprovals(crlf ? text.replaceAll("\n", "\r\n") : text);
    if (edits.length === 0) expect(found.ok).toBe(true);
    if (!found.ok) return;
    accepted++;
    expect(serialiseApprovals(found.entries)).toBe(text);
  });
  fc.assert(run, { numRuns });
  expect(accepted).toBeGreaterThan(numRuns / 10);
}

function insert(line: string, at: number, text: string): string {
  const place = at % (line.length + 1);
  return line.slice(0, place) + text + line.slice(place);
}

/** What has to hold for all bytes: each property of the pure functions that decide about approvals. */
export const approvalProperties: readonly Property[] = [
  { name: "a changed byte of the content changes the digest, or leaves none", prove: contentProperty },
  { name: "a changed byte of the payload is refused, for each kind of key", prove: payloadProperty },
  { name: "a changed byte of the signature is refused, for each kind of key", prove: signatureProperty },
  { name: "a changed byte of the key in the signers file is refused, for each kind of key", prove: keyProperty },
  { name: "distinct statements have distinct bytes, and as many lines as they have values", prove: statementProperty },
  { name: "any bytes give a verdict, never an exception", prove: totalProperty },
  { name: "fuzz of armor: only the one canonical spelling is read", prove: armorProperty },
  { name: "fuzz of the blob: only the fields as they were signed are right", prove: blobProperty },
  { name: "fuzz of the approvals block: what is read is written with the same bytes", prove: blockProperty },
];
