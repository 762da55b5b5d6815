import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Surveys } from "../workspace/facts.ts";
import { cacheFolder } from "./cache-folder.ts";
import { isOlder, keepFile } from "./kept-files.ts";

/** Surveys of one root between runs. `flush` writes what this run has kept; it never rejects. */
export interface SurveyFiles extends Surveys {
  flush(): Promise<void>;
}

/** Runs with a survey ask for few facts: before the others are forgotten, a run has to ask for all again. */
const keptDays = 3;

/**
 * The surveys of a root folder for this very `build` of the program. What is damaged, cut off, or of another program counts as not
 * there; a folder that cannot be written keeps nothing.
 */
export function openSurveys(root: string, build: string): SurveyFiles {
  const folder = join(cacheFolder(root, process.env), "surveys");
  const kept = new Map<string, Uint8Array>();
  const fileOf = (slot: string): string => join(folder, `${sha256(slot).slice(0, 24)}.survey`);
  return {
    read(slot) {
      const bytes = bytesOf(fileOf(slot));
      const end = bytes.indexOf(10);
      const body = bytes.subarray(end + 1);
      return end > 0 && bytes.toString("latin1", 0, end) === header(build, body) ? body : null;
    },
    keep: (slot, bytes) => void kept.set(slot, bytes),
    async flush() {
      for (const [slot, body] of kept)
        await keepFile(fileOf(slot), Buffer.concat([Buffer.from(`${header(build, body)}\n`), body]), keptDays);
      kept.clear();
    },
  };
}

function bytesOf(path: string): Buffer {
  try {
    return isOlder(path, keptDays) ? Buffer.alloc(0) : readFileSync(path);
  } catch {
    // Not written yet, or not ours to read: nothing is known either way.
    return Buffer.alloc(0);
  }
}

/** Numbers of a survey are in the machine's own byte order, so that the machine is part of it. */
function header(build: string, body: Uint8Array): string {
  const made = JSON.stringify([build, process.version, process.arch]);
  const sum = createHash("sha256").update(made).update("\0").update(body).digest("hex");
  return `design-lint survey 1 ${sum}`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
