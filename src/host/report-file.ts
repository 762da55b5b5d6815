import { appendFile as append, mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { UserError } from "../user-error.ts";

/** Writes a report to a file, relative to `cwd`, whole or not at all; folders are made, an older report is replaced. */
export async function writeReportFile(cwd: string, path: string, text: string): Promise<void> {
  const file = resolve(cwd, path);
  await orUserError(path, async () => {
    await mkdir(dirname(file), { recursive: true });
    const { default: writeFileAtomic } = await import("write-file-atomic");
    await writeFileAtomic(file, text);
  });
}

/** Appends to a file that somebody else owns (a CI step summary). */
export async function appendReport(path: string, text: string): Promise<void> {
  await orUserError(path, () => append(path, text));
}

async function orUserError(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError("unwritable-report", `The report cannot be written to ${path}: ${reason}`, {
      hint: "name a file in a folder that you may write to",
      place: { path },
    });
  }
}
