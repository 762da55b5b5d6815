import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { createProver, proveSignature } from "../../src/approval/proof.ts";
import { armorOf, blobOf, token } from "../support/ssh.ts";
import { softwareKey } from "../support/ssh-keys.ts";

const read = (file: string) => readFileSync(`test/fixtures/vectors/${file}`, "utf8");
const statement = read("statement.txt");

it("says which key made a right signature", () => {
  expect(proveSignature(read("statement.sig"), statement)).toEqual({
    ok: true,
    fingerprint: expect.stringMatching(/^SHA256:[A-Za-z0-9+/]{43}$/u),
    isHardware: false,
    touched: false,
    verified: false,
  });
});

it("hardware: what a hardware key says of the person at it is kept apart", () => {
  for (const [flags, touched, verified] of [
    [0, false, false],
    [1, true, false],
    [4, false, true],
  ] as const)
    expect(proveSignature(token("ed25519").sign(statement, flags), statement)).toMatchObject({
      isHardware: true,
      touched,
      verified,
    });
});

it("prover: the prover of a run says of every signature what is said of it alone", () => {
  const keys = (["ed25519", "ed25519", "p256", "rsa3072"] as const).map((kind) => softwareKey(kind));
  const prove = createProver();
  const blobs = keys.map((key) => key.parts(statement));
  const swapped = blobs.map((parts, at) =>
    armorOf(blobOf({ ...parts, publicKey: blobs[(at + 1) % 4]?.publicKey ?? Buffer.alloc(0) })),
  );
  for (const armor of [...keys.map((key) => key.sign(statement)), ...swapped, ...keys.map((key) => key.sign("x"))])
    for (const message of [statement, "x", statement])
      expect(prove(armor, message)).toEqual(proveSignature(armor, message));
  expect(keys.every((key) => prove(key.sign(statement), statement).ok)).toBe(true);
});

it("wrong: a signature of other bytes proves nothing", () => {
  expect(proveSignature(read("statement.sig"), `${statement}x`)).toMatchObject({ ok: false });
});
