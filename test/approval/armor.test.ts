import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArmor } from "../../src/approval/armor.ts";
import { armorOf } from "../support/ssh.ts";

const armor = readFileSync("test/fixtures/vectors/statement.sig", "utf8").trimEnd();
const refuses = (text: string) => expect(readArmor(text).ok).toBe(false);

describe("readArmor", () => {
  it("reads what armor holds, with and without a final line feed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (array) => {
        const bytes = Buffer.from(array);
        expect(readArmor(armorOf(bytes))).toEqual({ ok: true, bytes });
        expect(readArmor(`${armorOf(bytes)}\n`)).toEqual({ ok: true, bytes });
      }),
      { numRuns: 500 },
    );
  });

  it("reflowed: lines of another length are refused", () => {
    refuses(armor.replace(/(.{70})\n(.{70})/u, "$1$2"));
    refuses(armor.replace(/^(.{60})(.{10})$/mu, "$1\n$2"));
    refuses(armor.replaceAll("\n", "\r\n"));
  });

  it("other-spelling: base64 that is not canonical is refused", () => {
    expect(readArmor(armor).ok).toBe(true);
    refuses(armor.replace("Ag==", "Ah=="));
    refuses(armor.replace("Ag==", "Ag"));
    refuses(armor.replace("U1NI", "U1N-"));
    refuses(armor.replace("U1NI", "U1N "));
  });

  it("text-around: text before the header or after the footer is refused", () => {
    refuses(`x\n${armor}`);
    refuses(` ${armor}`);
    refuses(`${armor}\nx`);
    refuses(`${armor}\n\n`);
    refuses(armor.replace("SSH SIGNATURE-----\n", "SSH SIGNATURE----- \n"));
  });

  it("nothing-inside: armor without bytes is refused", () => {
    refuses("-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----");
    refuses("-----BEGIN SSH SIGNATURE-----\n\n-----END SSH SIGNATURE-----");
    refuses("");
  });

  it("too-long: more than 16384 characters are not read", () => {
    expect(readArmor(armorOf(Buffer.alloc(11_500))).ok).toBe(true);
    expect(readArmor(armorOf(Buffer.alloc(13_000)))).toMatchObject({ ok: false });
  });
});
