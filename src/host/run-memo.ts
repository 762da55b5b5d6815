import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "./cache-folder.ts";
import { keepFile } from "./kept-files.ts";
import { evaluateProbe } from "./probes.ts";

/** All that a run says to its caller. */
export interface RunOutput {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a run's output follows from: everything that `key` stands for, and what was looked at outside the work tree. */
export interface RunRecord {
  /** The command line and its surroundings; one output is kept for each. */
  readonly slot: string;
  /** A text that differs wherever the output could. */
  readonly key: string;
  /** What was looked at besides, and what was seen there. */
  readonly seen: readonly (readonly [probe: string, answer: string])[];
  readonly output: RunOutput;
}

/** A run that nobody repeats in so many days is forgotten. */
const keptDays = 7;

/** The output of an earlier run under the same circumstances; null where there was none, or where anything differs by now. */
export function readRun(root: string, slot: string, key: string): RunOutput | null {
  const text = textOf(fileOf(root, slot));
  const end = text.indexOf("\n");
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== header(key, body)) return null;
  const { seen, output } = JSON.parse(body) as Pick<RunRecord, "seen" | "output">;
  return seen.every(([probe, answer]) => evaluateProbe(probe) === answer) ? output : null;
}

/** Keeps a run's output for the next one; never rejects, since without it a run is slower and not wrong. */
export async function writeRun(root: string, { slot, key, seen, output }: RunRecord): Promise<void> {
  const body = JSON.stringify({ seen, output });
  const path = fileOf(root, slot);
  await keepFile(path, `${header(key, body)}\n${body}`, keptDays);
}

function fileOf(root: string, slot: string): string {
  const name = createHash("sha256").update(slot).digest("hex").slice(0, 24);
  return join(cacheFolder(root, process.env), "runs", `${name}.run`);
}

/** Holds only where neither the circumstances nor a byte of what follows differ. */
function header(key: string, body: string): string {
  return `design-lint run 1 ${createHash("sha256").update(key).update("\0").update(body).digest("hex")}`;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Not written yet, or not ours to read: nothing is remembered either way.
    return "";
  }
}
