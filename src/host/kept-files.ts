import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes a file that a later run may use, whole or not at all, and drops its neighbours that are older than `days`. Never rejects
 * because of the disk: without the file the next run is slower, not wrong.
 */
export async function keepFile(path: string, content: string | Uint8Array, days: number): Promise<void> {
  const folder = dirname(path);
  try {
    mkdirSync(folder, { recursive: true });
    const { default: writeFileAtomic } = await import("write-file-atomic");
    await writeFileAtomic(path, typeof content === "string" ? content : Buffer.from(content), { fsync: false });
    for (const name of readdirSync(folder))
      if (isOlder(join(folder, name), days)) rmSync(join(folder, name), { force: true });
  } catch (error) {
    // A read-only checkout or a full disk is no error.
    if (!(error instanceof Error && "syscall" in error)) throw error;
  }
}

/** True for a file that was last written longer ago, and for one that is not there. */
export function isOlder(path: string, days: number): boolean {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > days * 86_400_000;
}
