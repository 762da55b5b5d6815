import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { proveSignature } from "../../src/approval/proof.ts";
import { token } from "../support/ssh.ts";

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

it("wrong: a signature of other bytes proves nothing", () => {
  expect(proveSignature(read("statement.sig"), `${statement}x`)).toMatchObject({ ok: false });
});
