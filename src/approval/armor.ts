import type { Verdict } from "./verdict.ts";

const first = "-----BEGIN SSH SIGNATURE-----";
const last = "-----END SSH SIGNATURE-----";
const width = 70;

/** Longest armor, in characters. */
const maxLength = 16_384;

/**
 * The bytes inside the armor of an SSH signature: header, lines of 70 characters (the last of 1 to 70) ended by LF, footer, with or without
 * a final LF. Only the one canonical spelling of the bytes is read.
 */
export function readArmor(armor: string): Verdict<{ readonly bytes: Buffer }> {
  if (armor.length > maxLength) return { ok: false, reason: `the signature is longer than ${maxLength} characters` };
  const lines = armor.replace(/\n$/u, "").split("\n");
  if (lines[0] !== first || lines.at(-1) !== last || lines.length < 3)
    return { ok: false, reason: `the signature does not stand between \`${first}\` and \`${last}\`` };
  const body = lines.slice(1, -1).join("");
  const bytes = Buffer.from(body, "base64");
  return writeArmor(bytes) === lines.join("\n")
    ? { ok: true, bytes }
    : { ok: false, reason: "the signature is not canonical base64 in lines of 70 characters" };
}

function writeArmor(bytes: Buffer): string {
  const text = bytes.toString("base64");
  const count = Math.ceil(text.length / width);
  const body = Array.from({ length: count }, (_, line) => text.slice(line * width, (line + 1) * width));
  return [first, ...body, last].join("\n");
}
