import { createHash } from "node:crypto";
import { compareCodePoints } from "../order.ts";

/** A file of the policy: its path, relative to the root of the repository, and the hash of its text. */
export interface PolicyFile {
  readonly path: string;
  /** 64 hex digits, as `policyFileHash` gives them. */
  readonly hash: string;
}

/** SHA-256 of a file's bytes after CRLF has become LF, in hex: the same on every checkout. */
export function policyFileHash(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1").replaceAll("\r\n", "\n");
  return createHash("sha256").update(text, "latin1").digest("hex");
}

/** What the gate `policy` signs: `sha256:` and the hash of a line `<hash>  <path>` for each file, sorted by the bytes of the path. */
export function policyDigest(files: readonly PolicyFile[]): string {
  const sorted = [...files].sort((a, b) => compareCodePoints(a.path, b.path));
  const lines = sorted.map(({ path, hash }) => `${hash}  ${path}\n`);
  return `sha256:${createHash("sha256").update(lines.join(""), "utf8").digest("hex")}`;
}
