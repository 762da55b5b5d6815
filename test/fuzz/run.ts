import { check, type Failure, type FuzzInput, type Run, type Verdict } from "./check.ts";
import { inputOf } from "./inputs.ts";
import { minimised } from "./minimise.ts";

/**
 * How a run went. Times are of the processor, in milliseconds: a busy machine is not slow code. Of an input the slowest piece of work
 * counts: one comparison, one print. Where that is above 250 ms it is done once more and the faster one counts, as the first may have paid for
 * the collection of what came before and for code that had never run.
 */
export interface FuzzReport {
  readonly seed: number;
  readonly inputs: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly failures: readonly FuzzFailure[];
  readonly slowest: readonly { readonly index: number; readonly kind: string; readonly ms: number }[];
  /** Inputs above 250 ms. */
  readonly slow: number;
  readonly totalMs: number;
}

export interface FuzzFailure extends Failure {
  readonly index: number;
  readonly kind: string;
  readonly input: FuzzInput;
}

export interface FuzzOptions {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly real: readonly string[];
  /** Called before each input, so that whoever watches knows where it stood. */
  at?(index: number): void;
}

const mostFailures = 10;
const slowFrom = 250;

/** Checks an input, and tells the processor time of its slowest piece of work and of all of them. */
function timed(input: FuzzInput): ReturnType<typeof check> & { readonly ms: number; readonly totalMs: number } {
  let slowest = 0;
  let total = 0;
  const run: Run = (work) => {
    const began = process.cpuUsage();
    try {
      return work();
    } finally {
      const { user, system } = process.cpuUsage(began);
      const ms = (user + system) / 1000;
      slowest = Math.max(slowest, ms);
      total += ms;
    }
  };
  return { ...check(input, run), ms: slowest, totalMs: total };
}

/** Compares the inputs of the numbers from `from` to below `to`. */
export function fuzz({ seed, from, to, real, at }: FuzzOptions): FuzzReport {
  const kinds: Record<string, number> = {};
  const verdicts: Partial<Record<Verdict | "none", number>> = {};
  const failures: FuzzFailure[] = [];
  const times: { index: number; kind: string; ms: number }[] = [];
  let total = 0;
  let slow = 0;
  for (let index = from; index < to && failures.length < mostFailures; index++) {
    at?.(index);
    const input = inputOf(seed, index, real);
    const first = timed(input);
    const ms = first.ms > slowFrom ? Math.min(first.ms, timed(input).ms) : first.ms;
    const { verdict, failure } = first;
    total += first.totalMs;
    if (ms > slowFrom) slow++;
    times.push({ index, kind: input.kind, ms });
    if (times.length > 1000) times.sort((a, b) => b.ms - a.ms).splice(10);
    kinds[input.kind] = (kinds[input.kind] ?? 0) + 1;
    verdicts[verdict ?? "none"] = (verdicts[verdict ?? "none"] ?? 0) + 1;
    if (failure !== null) failures.push({ ...failure, index, kind: input.kind, input: minimised(input, failure.law) });
  }
  return {
    seed,
    inputs: Object.values(kinds).reduce((sum, count) => sum + count, 0),
    kinds,
    verdicts,
    failures,
    slowest: times.sort((a, b) => b.ms - a.ms).slice(0, 5),
    slow,
    totalMs: total,
  };
}

/** A failure as a person wants to see it. */
export function shownFailure(seed: number, { index, kind, law, detail, input }: FuzzFailure): string {
  return `seed ${seed}, input ${index} (${kind}) breaks "${law}": ${detail.slice(0, 2000)}\n--- declared\n${(input.document ?? input.declared).slice(0, 3000)}\n--- actual\n${input.actual.slice(0, 3000)}\n`;
}
