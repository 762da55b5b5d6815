import type { RunOutput } from "../host/run-memo.ts";
import { readRun, writeRun } from "../host/run-memo.ts";
import { workingState } from "../host/working-state.ts";

/** What a run's output depends on besides the files: where and how it was called. */
export interface Surroundings {
  readonly cwd: string;
  readonly version: string;
  /** Names the very program, of which two may have one version; without it nothing is recalled or kept. */
  readonly build?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: boolean;
  readonly stdoutIsTTY: boolean;
  readonly columns: number;
}

/** What was looked at outside the files that git lists, and what was seen there. */
export type Seen = readonly (readonly [probe: string, answer: string])[];

/** An earlier run with the same outcome, or how to keep this one. */
export type Recall =
  | { readonly kind: "known"; readonly output: RunOutput }
  | { readonly kind: "new"; keep(output: RunOutput, seen: Seen): Promise<void> };

const plainFlags = new Set(["--strict", "--quiet", "--color", "--no-color", "--no-error-on-unmatched-pattern"]);
const valuedFlags = new Set(["-f", "--format", "--max-warnings", "--only", "--rule"]);

/**
 * Looks for an earlier run of the same command on the same files. Null where runs are not recalled: under CI, for commands that
 * write or that judge something else than the work tree, outside git.
 */
export async function recall(argv: readonly string[], at: Surroundings): Promise<Recall | null> {
  const { CI: ci, GITHUB_STEP_SUMMARY: summary } = at.env;
  if (at.build === undefined || (ci ?? "") !== "" || (summary ?? "") !== "" || !isRepeatable(argv)) return null;
  const state = await workingState(at.cwd);
  if (state === null) return null;
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = at.env;
  const slot = JSON.stringify([argv, at.cwd, at.isTTY, at.stdoutIsTTY, at.columns, force, no, term]);
  const day = new Date().toISOString().slice(0, 10);
  const key = JSON.stringify([slot, at.version, at.build, process.version, day, state.digest]);
  const output = readRun(state.root, slot, key);
  if (output !== null) return { kind: "known", output };
  return {
    kind: "new",
    async keep(fresh, seen) {
      // What was changed while the run went on may or may not be in its report.
      const after = await workingState(at.cwd);
      if (after?.digest === state.digest) await writeRun(state.root, { slot, key, seen, output: fresh });
    },
  };
}

/** True for a check of the work tree that writes to standard output only. */
function isRepeatable(argv: readonly string[]): boolean {
  for (let index = 0; index < argv.length; index++) {
    const [flag = "", value] = split(argv[index] ?? "");
    if (plainFlags.has(flag) && value === undefined) continue;
    if (!valuedFlags.has(flag)) return false;
    // A report that goes to a file has to be written again.
    if ((value ?? argv[++index] ?? "=").includes("=")) return false;
  }
  return true;
}

function split(word: string): readonly [flag: string, value?: string] {
  const equals = word.startsWith("--") ? word.indexOf("=") : -1;
  return equals < 0 ? [word] : [word.slice(0, equals), word.slice(equals + 1)];
}
