import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { parseSigners } from "../../src/approval/signers.ts";
import { makeKey, publicLine, sshFolder, sshSign, sshVerify, token } from "../support/ssh.ts";

const folder = sshFolder();
const statement = readFileSync("test/fixtures/vectors/statement.txt", "utf8");
let path = "";
let key = "";
let armor = "";

beforeAll(() => {
  path = makeKey(folder, "alice");
  key = publicLine(path);
  armor = sshSign(path, statement);
});

const signersOf = (text: string) => {
  const parsed = parseSigners(text);
  return parsed.ok ? parsed.signers : parsed.message;
};
const time = "20261122000000Z";
const now = Date.parse("2026-11-22T00:00:00Z");

/** Whether a line lets alice sign at the time above, by our reading. */
function counts(line: string): boolean | "refused" {
  const found = signersOf(line);
  if (typeof found === "string") return "refused";
  return found.some(
    ({ principals, validAfter, validBefore }) =>
      principals.includes("alice") &&
      !(validAfter !== null && now < validAfter) &&
      !(validBefore !== null && now > validBefore),
  );
}

/** Options → what we say, what OpenSSH says. Wherever the two differ, we refuse the file. */
const table: readonly (readonly [string, boolean | "refused", boolean])[] = [
  ["alice KEY", true, true],
  ["alice KEY a comment", true, true],
  ["  alice \t KEY", true, true],
  ["bob,alice KEY", true, true],
  ["bob KEY", false, false],
  ["Alice KEY", false, false],
  ["al* KEY", "refused", true],
  ["a?ice KEY", "refused", true],
  ["*,!alice KEY", "refused", false],
  ['"alice" KEY', "refused", true],
  ["alice, KEY", "refused", true],
  ['alice namespaces="approval.v1@design-lint" KEY', true, true],
  ['alice NAMESPACES="approval.v1@design-lint" KEY', true, true],
  ['alice namespaces="git,approval.v1@design-lint" KEY', true, true],
  ['alice namespaces="git" KEY', false, false],
  ['alice namespaces="approval*" KEY', "refused", true],
  ['alice namespaces="!git,*" KEY', "refused", true],
  ["alice namespaces=git KEY", "refused", false],
  ['alice namespaces="git",namespaces="x" KEY', "refused", false],
  ['alice valid-after="20260101Z" KEY', true, true],
  ['alice valid-after="20270101Z" KEY', false, false],
  ['alice valid-before="20270101Z" KEY', true, true],
  ['alice valid-before="20260101Z" KEY', false, false],
  ['alice valid-after="202611220001Z" KEY', false, false],
  ['alice valid-after="20261122000001Z" KEY', false, false],
  ['alice valid-after="20261122000000Z" KEY', true, true],
  ['alice valid-before="20261122000000Z" KEY', true, true],
  ['alice valid-before="20261121235959Z" KEY', false, false],
  ['alice valid-after="20260101",valid-before="20270101Z" KEY', "refused", true],
  ['alice valid-after="20260101Z",valid-before="20270101Z" KEY', true, true],
  ['alice valid-after="20270101Z",valid-before="20260101Z" KEY', "refused", false],
  ['alice valid-after="2026Z" KEY', "refused", false],
  ["alice cert-authority KEY", "refused", false],
  ['alice cert-authority,namespaces="git" KEY', false, false],
  ['alice made-up="x" KEY', "refused", false],
  ["alice no-touch-required KEY", "refused", false],
  ["alice", "refused", false],
  ["KEY", "refused", false],
  ["alice ssh-ed25519 AAAA", "refused", false],
  ["alice ssh-rsa BLOB", "refused", false],
  ["# alice KEY", false, false],
  ["", false, false],
];

describe("parseSigners", () => {
  it.each(table)("%s: we say %s, OpenSSH %s", (pattern, ours, theirs) => {
    const line = pattern.replace("KEY", key).replace("BLOB", key.split(" ")[1] ?? "");
    expect(counts(line)).toBe(ours);
    expect(sshVerify(folder, { signers: `${line}\n`, principal: "alice", message: statement, armor, time })).toBe(
      theirs,
    );
    if (ours === true) expect(theirs).toBe(true);
  });

  it("line-ends: CRLF reads as LF, and problems carry the number of their line", () => {
    expect(signersOf(`# people\r\n\r\nalice ${key}\r\n`)).toMatchObject([{ line: 3, principals: ["alice"] }]);
    expect(parseSigners(`# people\n\nalice ${key}\nmallory\n`)).toMatchObject({ ok: false, line: 4 });
  });

  it("homoglyphs: principals outside plain letters are refused", () => {
    for (const name of ["аlice", "alice\u200b", "alıce", "alice\u202e", "älice"])
      expect(signersOf(`${name} ${key}`)).toContain("Unexpected principal");
  });

  it("weak-key: short RSA and DSA are refused, unless their namespaces leave approvals out", () => {
    const short = publicLine(makeKey(folder, "short", ["-t", "rsa", "-b", "1024"]));
    expect(signersOf(`alice ${short}`)).toContain("1024 bits");
    expect(signersOf(`alice namespaces="git" ${short}`)).toEqual([]);
  });

  it("hardware keys are told apart", () => {
    expect(signersOf(`alice ${key}\nalice ${token("ecdsa").line}\n`)).toMatchObject([
      { isHardware: false },
      { isHardware: true },
    ]);
  });

  it("messages: each refusal says what was expected", () => {
    const base64 = key.split(" ")[1] ?? "";
    const line = "Unexpected line, expected principals, options, type of the key and the key in base64";
    for (const text of [
      "alice ssh-ed25519",
      `alice ssh-ed25519 ${base64}!`,
      `alice ssh-ed25519 ${base64.slice(0, -1)}`,
    ])
      expect(signersOf(text)).toBe(line);
    expect(signersOf("alice")).toContain("Unexpected options");
    expect(signersOf(`al*ce ${key}`)).toBe("Unexpected pattern among the principals, expected exact addresses");
    expect(signersOf(`al!ce ${key}`)).toContain("Unexpected pattern");
    expect(signersOf(`äl ${key}`)).toContain("Unexpected principal, expected letters");
    expect(signersOf(`alice cert-authority ${key}`)).toContain("approvals are signed by keys, not certificates");
    expect(signersOf(`alice ssh-rsa ${base64}`)).toBe("Unexpected type before the key, expected `ssh-ed25519`");
    expect(signersOf("alice ssh-ed25519 AAAA")).toContain("Unexpected key: ");
  });

  it("too-large: more than 1 MiB is not read", () => {
    expect(signersOf("#".repeat(1_048_576))).toEqual([]);
    expect(signersOf("#".repeat(1_048_577))).toContain("Unexpected size");
  });

  it("any text gives a verdict", () => {
    const piece = fc.oneof(fc.constantFrom("alice ", 'namespaces="', '"', ",", "ssh-ed25519 ", "\n", key), fc.string());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(typeof parseSigners(pieces.join("")).ok).toBe("boolean");
      }),
      { numRuns: 1000 },
    );
  });
});
