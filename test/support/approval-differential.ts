import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect } from "vitest";
import { parseSigners } from "../../src/approval/signers.ts";
import { verifySshsig } from "../../src/approval/sshsig.ts";
import { armorOf, sshFolder, sshVerify, type Token, token } from "./ssh.ts";
import { type SoftwareKey, softwareKey, softwareKinds } from "./ssh-keys.ts";

const statement = readFileSync("test/fixtures/vectors/statement.txt", "utf8");
const time = "20261122000000Z";
const now = Date.parse("2026-11-22T00:00:00Z");

interface Case {
  readonly signers: string;
  readonly message: string;
  readonly armor: string;
}

/** Whether a signature of alice counts by a signers file at the time above, by our reading. */
function accepts({ signers, message, armor }: Case): boolean {
  const parsed = parseSigners(signers);
  const proof = verifySshsig(armor, message);
  if (!parsed.ok || !proof.ok) return false;
  return parsed.signers.some(
    ({ fingerprint, principals, validAfter, validBefore }) =>
      fingerprint === proof.key.fingerprint &&
      principals.includes("alice@example.com") &&
      now >= (validAfter ?? now) &&
      now <= (validBefore ?? now),
  );
}

const principals = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("alice@example.com", "bob@example.com,alice@example.com") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "Alice@example.com",
      "*@example.com",
      "alice@example.com,",
      "bob",
      '"alice@example.com"',
    ),
  },
);
const option = fc.constantFrom(
  'namespaces="approval.v1@design-lint"',
  'namespaces="git,approval.v1@design-lint"',
  'NameSpaces="approval.v1@design-lint"',
  'namespaces="git"',
  'namespaces="*"',
  'valid-after="20260101Z"',
  'valid-before="20270101Z"',
  'valid-after="202611220000Z"',
  'valid-before="20261122000000Z"',
  'valid-before="20260101Z"',
  'valid-after="20270101Z"',
  "cert-authority",
  "no-touch-required",
);
const options = fc.oneof(
  { weight: 6, arbitrary: fc.constant([]) },
  { weight: 5, arbitrary: fc.uniqueArray(option, { minLength: 1, maxLength: 2 }) },
);
const blank = fc.constantFrom(" ", " ", "  ", "\t");
const noise = fc.constantFrom("", "", "# comment", "\n", " \t", "", "# x\ny@example.com ssh-ed25519", "\r");

/** Signers files, messages and signatures that are right or nearly right: half of all are meant to be accepted. */
function cases(software: readonly SoftwareKey[], hardware: readonly Token[]): fc.Arbitrary<Case> {
  const lines = [...software, ...hardware].map(({ line }) => line);
  const signature = fc.oneof(
    fc
      .tuple(fc.nat(software.length - 1), fc.constantFrom("sha512", "sha256"), fc.constantFrom("sha256", "sha512"))
      .map(([index, hash, rsa]) => ({
        index,
        armor: software[index]?.sign(statement, { hash, rsa: rsa as "sha256" }) ?? "",
      })),
    fc
      .tuple(
        fc.nat(hardware.length - 1),
        fc.constantFrom(0, 1, 1, 4, 5, 0x20, 0x41, 0x81),
        fc.constantFrom("sha512", "sha256"),
      )
      .map(([index, flags, hash]) => ({
        index: software.length + index,
        armor: hardware[index]?.sign(statement, flags, hash) ?? "",
      })),
  );
  const spoilt = fc.oneof(
    { weight: 9, arbitrary: fc.constant((armor: string) => armor) },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 255 })).map(([at, mask]) => flip(at, mask)),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        (armor: string) => `${armor}\n`,
        (armor: string) => armor.replaceAll("\n", "\r\n"),
        (armor: string) => armor.replace(/=/u, ""),
        (armor: string) => ` ${armor}`,
      ),
    },
  );
  return fc
    .record({
      signature,
      spoil: spoilt,
      names: principals,
      chosen: options,
      space: blank,
      before: noise,
      message: fc.oneof(
        { weight: 9, arbitrary: fc.constant(statement) },
        { weight: 1, arbitrary: fc.constant(`${statement}\n`) },
      ),
      other: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(lines.length - 1) }),
    })
    .map(({ signature: { index, armor }, spoil, names, chosen, space, before, message, other }) => {
      const words = [names, ...(chosen.length === 0 ? [] : [chosen.join(",")]), lines[(index + other) % lines.length]];
      return { signers: `${before}\n${words.join(space)}\n`, message, armor: spoil(armor) };
    });
}

function flip(at: number, mask: number): (armor: string) => string {
  return (armor) => {
    const bytes = Buffer.from(armor.split("\n").slice(1, -1).join(""), "base64");
    bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ mask;
    return armorOf(bytes);
  };
}

/** Asks the real ssh-keygen about so many cases: what we accept, it accepts. Gives how many both, only it, and neither accepted. */
export function proveDifferential(numRuns: number): { both: number; onlyTheirs: number; neither: number } {
  const folder = sshFolder();
  const software = softwareKinds.map((kind) => softwareKey(kind));
  const hardware = [token("ed25519"), token("ecdsa")];
  const counted = { both: 0, onlyTheirs: 0, neither: 0 };
  const run = fc.property(cases(software, hardware), (one) => {
    const ours = accepts(one);
    const theirs = sshVerify(folder, { ...one, principal: "alice@example.com", time });
    counted[ours && theirs ? "both" : theirs ? "onlyTheirs" : "neither"]++;
    expect(ours && !theirs, "we accept what ssh-keygen refuses").toBe(false);
  });
  fc.assert(run, { numRuns });
  expect(counted.both, "most of what is asked about has to be right").toBeGreaterThan(numRuns / 8);
  expect(counted.neither).toBeGreaterThan(numRuns / 20);
  return counted;
}
