import { type SignerOptions, signerOptions } from "./signer-options.ts";
import { readPublicKey } from "./ssh-key.ts";
import { approvalNamespace } from "./sshsig.ts";

/** One line of an allowed signers file that speaks of approvals: addresses, and the key that may sign for them. */
export interface Signer {
  /** Line number, from 1. */
  readonly line: number;
  readonly principals: readonly string[];
  readonly fingerprint: string;
  readonly isHardware: boolean;
  /** Milliseconds since 1970 before which the key does not count, null without a limit. */
  readonly validAfter: number | null;
  /** Milliseconds since 1970 after which the key is past, null without a limit. */
  readonly validBefore: number | null;
}

/** The signers of a file, or the first line (from 1) that is not as it has to be. */
export type ParsedSigners =
  | { readonly ok: true; readonly signers: readonly Signer[] }
  | { readonly ok: false; readonly line: number; readonly message: string };

interface Problem {
  readonly message: string;
}

const maxLength = 1_048_576;
const principal = /^[A-Za-z0-9_][A-Za-z0-9._%+@=/-]{0,254}$/u;

/**
 * Reads git's allowed signers file (ssh-keygen(1), ALLOWED SIGNERS), stricter than OpenSSH: every line has to be one that counts, or
 * one whose `namespaces` leave approvals out. Principals are exact: no patterns.
 */
export function parseSigners(text: string): ParsedSigners {
  if (text.length > maxLength) return { ok: false, line: 1, message: "Unexpected size, expected at most 1 MiB" };
  const signers: Signer[] = [];
  for (const [index, raw] of text.replaceAll("\r\n", "\n").split("\n").entries()) {
    const content = raw.replace(/^[ \t]+/u, "");
    if (content === "" || content.startsWith("#")) continue;
    const signer = signerOf(content, index + 1);
    if (signer === null) continue;
    if ("message" in signer) return { ok: false, line: index + 1, message: signer.message };
    signers.push(signer);
  }
  return { ok: true, signers };
}

/** Null where the line leaves approvals out by its namespaces. */
function signerOf(content: string, line: number): Signer | Problem | null {
  const [names, rest] = firstWord(content);
  const principals = names.split(",");
  const options = signerOptions(rest);
  if ("message" in options) return options;
  const wrong = principals.find((name) => !principal.test(name));
  if (wrong !== undefined) return { message: unexpectedPrincipal(wrong) };
  const { type, key } = words(options.rest);
  const bytes = Buffer.from(key, "base64");
  if (key === "" || bytes.toString("base64") !== key)
    return { message: "Unexpected line, expected principals, options, type of the key and the key in base64" };
  if (options.namespaces !== null && !options.namespaces.includes(approvalNamespace)) return null;
  if (options.isAuthority)
    return { message: "Unexpected `cert-authority`: approvals are signed by keys, not certificates" };
  return withKey({ line, principals, options, type, bytes });
}

interface Line {
  readonly line: number;
  readonly principals: readonly string[];
  readonly options: SignerOptions;
  readonly type: string;
  readonly bytes: Buffer;
}

function withKey({ line, principals, options, type, bytes }: Line): Signer | Problem {
  const key = readPublicKey(bytes);
  if (!key.ok) return { message: `Unexpected key: ${key.reason}` };
  if (key.type !== type) return { message: `Unexpected type before the key, expected \`${key.type}\`` };
  const { validAfter, validBefore } = options;
  return {
    line,
    principals,
    fingerprint: key.fingerprint,
    isHardware: key.application !== null,
    validAfter,
    validBefore,
  };
}

function firstWord(text: string): readonly [string, string] {
  const end = text.search(/[ \t]/u);
  return end === -1 ? [text, ""] : [text.slice(0, end), text.slice(end).replace(/^[ \t]+/u, "")];
}

function words(text: string): { readonly type: string; readonly key: string } {
  const [type, rest] = firstWord(text);
  return { type, key: firstWord(rest)[0] };
}

function unexpectedPrincipal(name: string): string {
  if (/[*?!]/u.test(name)) return "Unexpected pattern among the principals, expected exact addresses";
  return "Unexpected principal, expected letters, digits and `._%+@=/-` without quotes, separated by `,`";
}
