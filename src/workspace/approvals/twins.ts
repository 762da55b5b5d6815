import type { Snapshot } from "../../snapshot.ts";
import { UserError } from "../../user-error.ts";

/**
 * Throws a `UserError` where two files have one name on some file systems (equal in NFC and lower case) and one of them is among the
 * paths that approvals speak of: which of the two somebody would then read, nobody can tell.
 */
export function refuseTwins(snapshot: Snapshot, paths: Iterable<string>): void {
  const unlisted = snapshot.notices.find(({ code }) => code === "path-twins");
  if (unlisted !== undefined) throw refusal(unlisted.message);
  const guarded = new Set([...paths].map(folded));
  const seen = new Map<string, string>();
  for (const path of snapshot.files.keys()) {
    const name = folded(path);
    const other = seen.get(name);
    if (other !== undefined && guarded.has(name)) throw refusal(`${other} and ${path} are one file on some systems`);
    seen.set(name, path);
  }
}

function folded(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

function refusal(message: string): UserError {
  return new UserError("path-twins", message, {
    hint: "Rename or delete one of them: approvals name files by their path",
  });
}
