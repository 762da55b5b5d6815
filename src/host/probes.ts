import { createHash } from "node:crypto";
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";

/** Coarse file clocks: a file younger than this may change again without its times changing. */
const racyMilliseconds = 2000;

/**
 * The answer of the disk to a question: `kind:`, `bytes:`, `folders:` or `real:` and an absolute path. Equal answers to `bytes:`
 * mean the same bytes: by size, times and inode, or by a hash where these say too little.
 */
export function evaluateProbe(question: string): string {
  const colon = question.indexOf(":");
  const path = question.slice(colon + 1);
  try {
    switch (question.slice(0, colon)) {
      case "kind":
        return kindOf(path);
      case "bytes":
        return stamp(path);
      case "folders":
        return namesIn(path);
      default:
        return realpathSync.native(path);
    }
  } catch {
    // What may not be looked at is not there, as everywhere in TypeScript.
    return "none";
  }
}

function kindOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? "file" : stat?.isDirectory() ? "folder" : "none";
}

/** Manifests are small and rewritten by every checkout; the many declarations of packages are not worth being opened. */
function stamp(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!stat?.isFile()) return "none";
  const isYoung = Date.now() - Number(stat.ctimeMs) < racyMilliseconds;
  if (isYoung || path.endsWith(".json")) return createHash("sha1").update(readFileSync(path)).digest("hex");
  return `${stat.size} ${stat.mtimeNs} ${stat.ctimeNs} ${stat.ino}`;
}

function namesIn(path: string): string {
  const names = readdirSync(path, { withFileTypes: true }).filter((entry) => !entry.isFile());
  return createHash("sha1")
    .update(
      names
        .map(({ name }) => name)
        .sort()
        .join("\0"),
    )
    .digest("hex");
}
