import { policyFileHash } from "../../approval/policy-digest.ts";
import type { FileEntry } from "../../snapshot.ts";

/**
 * Whether two files say the same. Where git writes other line ends into the work tree than it keeps, ids of unchanged files differ, so
 * then the texts are compared, CRLF read as LF.
 */
export async function sameText(a: FileEntry | undefined, b: FileEntry | undefined): Promise<boolean> {
  if (a === undefined || b === undefined) return a === b;
  if (a.id === b.id) return true;
  const [one, other] = await Promise.all([a.read(), b.read()]);
  return policyFileHash(one) === policyFileHash(other);
}

/** The same of a source that moved, which finds its neighbours by other relative paths now. */
export async function sameMovedText(a: FileEntry | undefined, b: FileEntry | undefined): Promise<boolean> {
  if (a === undefined || b === undefined) return false;
  const [one, other] = (await Promise.all([a.read(), b.read()])).map((bytes) => withoutRelativePaths(bytes));
  return one === other;
}

function withoutRelativePaths(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes).replaceAll("\r\n", "\n");
  return text.replace(/(["'])\.{1,2}\/[^"'\n]*\1/gu, "$1./$1");
}
