import type { Snapshot } from "../snapshot.ts";
import { UserError } from "../user-error.ts";

/** The bytes of a config file of the snapshot. Throws a `UserError` where it is missing, a symlink or unreadable. */
export async function readFile(snapshot: Snapshot, path: string): Promise<Uint8Array> {
  const entry = snapshot.files.get(path);
  const place = { path };
  if (entry === undefined) throw new UserError("config-invalid", `The config ${path} does not exist`, { place });
  if (entry.mode === "120000") {
    const hint = "Put the file itself there, or name it in `extends`";
    throw new UserError("config-invalid", `The config ${path} is a symlink, expected a file`, { hint, place });
  }
  try {
    return await entry.read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const hint = error.hint ?? "Check the permissions of the file";
    throw new UserError(error.code, `The config ${path} cannot be read: ${error.message}`, { hint, place });
  }
}
