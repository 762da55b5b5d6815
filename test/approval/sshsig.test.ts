import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArmor } from "../../src/approval/armor.ts";
import { approvalNamespace, verifySshsig } from "../../src/approval/sshsig.ts";
import { wireFields, wireString } from "../../src/approval/wire.ts";
import { armorOf, type BlobParts, blobOf, sshFolder, sshVerify, token } from "../support/ssh.ts";
import { type SoftwareKey, type SoftwareKind, softwareKey, softwareKinds } from "../support/ssh-keys.ts";

const read = (file: string) => readFileSync(`test/fixtures/vectors/${file}`, "utf8");
const statement = read("statement.txt");
const armor = read("statement.sig").trimEnd();
const folder = sshFolder();
// What ssh-keygen itself signs and accepts is asked in test/e2e/approval-interop.test.ts.
const names = softwareKinds.filter((kind) => kind !== "rsa3072");
const keys = new Map<SoftwareKind, SoftwareKey>(names.map((kind) => [kind, softwareKey(kind)]));

function keyOf(kind: SoftwareKind): SoftwareKey {
  const key = keys.get(kind);
  if (key === undefined) throw new Error(`no key of the kind ${kind}`);
  return key;
}

const bytesIn = (text: string) => {
  const found = readArmor(text);
  if (!found.ok) throw new Error(found.reason);
  return found.bytes;
};
const kindsOfFields = ["uint32", "string", "string", "string", "string", "string"] as const;

/** The parts of a real signature, to be put together again with one of them spoilt. */
function partsOf(text: string): BlobParts {
  const [, publicKey, , , , signature] = wireFields(bytesIn(text).subarray(6), kindsOfFields) ?? [];
  return { publicKey: publicKey ?? Buffer.alloc(0), signature: signature ?? Buffer.alloc(0) };
}

const hostile = "xé\u0000\n\r\n🙂";

describe("what software keys sign", () => {
  it("the worked example is accepted", () => {
    const fingerprint = "SHA256:";
    expect(verifySshsig(armor, statement)).toMatchObject({ ok: true, touched: false, verified: false });
    const proof = verifySshsig(armor, statement);
    expect(proof.ok && proof.key.fingerprint.startsWith(fingerprint)).toBe(true);
  });

  for (const kind of names) {
    it.each(["sha512", "sha256"] as const)(`${kind} with %s is accepted, of these bytes alone`, (hash) => {
      for (const message of [statement, "", hostile]) {
        const signed = keyOf(kind).sign(message, { hash });
        expect(verifySshsig(signed, message)).toMatchObject({ ok: true, touched: false, verified: false });
        expect(verifySshsig(signed, `${message}x`)).toEqual({
          ok: false,
          reason: "the signature does not fit the statement",
        });
      }
    });
  }
});

describe("what a hardware key signs", () => {
  const flags = [
    [0, false, false],
    [1, true, false],
    [4, false, true],
    [5, true, true],
  ] as const;
  for (const kind of ["ed25519", "ecdsa"] as const) {
    it.each(flags)(
      `${kind} with flags %d is right for ssh-keygen too, and says touched %s, verified %s`,
      (bits, ...said) => {
        const key = token(kind);
        const signed = key.sign(statement, bits);
        const [touched, verified] = said;
        expect(verifySshsig(signed, statement)).toMatchObject({ ok: true, touched, verified });
        expect(verifySshsig(signed, "x")).toMatchObject({ ok: false });
        const question = { signers: `a ${key.line}\n`, principal: "a", message: statement, armor: signed };
        expect(sshVerify(folder, question)).toBe(true);
      },
    );

    it(`forged-flags: ${kind} flags that were changed afterwards do not fit`, () => {
      const bytes = bytesIn(token(kind).sign(statement, 0));
      const forged = Buffer.from(bytes);
      forged[forged.length - 5] = 5;
      expect(verifySshsig(armorOf(forged), statement)).toEqual({
        ok: false,
        reason: "the signature does not fit the statement",
      });
    });

    it(`attested-data: ${kind} flags that announce further data are refused`, () => {
      for (const bits of [0x41, 0x81])
        expect(verifySshsig(token(kind).sign(statement, bits), statement)).toMatchObject({ ok: false });
    });
  }
});

describe("what is refused", () => {
  it("other-namespace: a signature for git, files or a later version of approvals", () => {
    for (const namespace of ["git", "file", "approval.v2@design-lint", `${approvalNamespace} `])
      expect(verifySshsig(armorOf(blobOf(keyOf("ed25519").parts(statement, { namespace }))), statement)).toEqual({
        ok: false,
        reason: "the signature was not made for `approval.v1@design-lint`",
      });
  });

  it("other-version: version 0 and 2", () => {
    for (const version of [0, 2])
      expect(verifySshsig(armorOf(blobOf({ ...partsOf(armor), version })), statement)).toMatchObject({
        reason: "the signature has a version that this tool does not know",
      });
  });

  it("reserved-field: one that is not empty", () => {
    expect(verifySshsig(armorOf(blobOf({ ...partsOf(armor), reserved: "x" })), statement)).toMatchObject({
      reason: "the reserved field of the signature is not empty",
    });
  });

  it("other-hash: sha1, md5 and made-up hashes", () => {
    for (const hash of ["sha1", "md5", "SHA512", ""])
      expect(verifySshsig(armorOf(blobOf({ ...partsOf(armor), hash })), statement)).toMatchObject({
        reason: "the hash of the signature is not accepted",
      });
  });

  it("trailing-bytes: bytes after the signature", () => {
    expect(verifySshsig(armorOf(blobOf({ ...partsOf(armor), tail: Buffer.alloc(1) })), statement)).toMatchObject({
      reason: "the signature is malformed",
    });
    expect(verifySshsig(armorOf(blobOf(partsOf(armor))), statement).ok).toBe(true);
  });

  it("other-key: the signature of one key under the name of another", () => {
    const { publicKey } = partsOf(keyOf("ed25519").sign(statement));
    expect(verifySshsig(armorOf(blobOf({ ...partsOf(armor), publicKey })), statement)).toMatchObject({
      reason: "the signature does not fit the statement",
    });
  });

  it("other-key-type: a key that may not sign is refused for what it is", () => {
    const { signature } = partsOf(armor);
    const publicKey = Buffer.concat(["ssh-dss", "x"].map(wireString));
    expect(verifySshsig(armorOf(blobOf({ publicKey, signature })), statement)).toEqual({
      ok: false,
      reason: "keys of the type `ssh-dss` are not accepted",
    });
  });

  it("no-magic: bytes that are no signature", () => {
    expect(verifySshsig(armorOf(Buffer.from("hello")), statement)).toMatchObject({
      reason: "the signature is malformed",
    });
  });
});

describe("properties", () => {
  it("a changed byte of any signature is refused", () => {
    for (const kind of names) {
      const bytes = bytesIn(keyOf(kind).sign(statement));
      fc.assert(
        fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
          const changed = Buffer.from(bytes);
          changed[at] = (changed[at] ?? 0) ^ mask;
          expect(verifySshsig(armorOf(changed), statement).ok).toBe(false);
        }),
        { numRuns: kind.startsWith("rsa") ? 100 : 300 },
      );
    }
  });

  it("a changed byte of the statement is refused", () => {
    fc.assert(
      fc.property(fc.nat(statement.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
        fc.pre(statement[at] !== character);
        const changed = statement.slice(0, at) + character + statement.slice(at + 1);
        expect(verifySshsig(armor, changed).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("any text and any bytes give a verdict, never an exception", () => {
    const anything = fc.oneof(
      fc.string(),
      fc.uint8Array({ minLength: 1 }).map((bytes) => armorOf(Buffer.from(bytes))),
    );
    fc.assert(
      fc.property(anything, (text) => {
        expect(verifySshsig(text, statement)).toMatchObject({ ok: false });
      }),
      { numRuns: 2000 },
    );
    const { publicKey, signature } = partsOf(armor);
    const field = fc.oneof(
      fc.constant(signature),
      fc.constant(publicKey),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(
      fc.property(field, field, (a, b) => {
        const isReal = a.equals(publicKey) && b.equals(signature);
        expect(verifySshsig(armorOf(blobOf({ publicKey: a, signature: b })), statement).ok).toBe(isReal);
      }),
      { numRuns: 2000 },
    );
  });
});
