import { check, type Failure, type FuzzInput, type Verdict } from "./check.ts";
import { inputOf } from "./inputs.ts";
import { minimised } from "./minimise.ts";

/** How a run went. Times are of the processor, in milliseconds: a busy machine is not slow code. */
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
    const began = process.cpuUsage();
    const { verdict, failure } = check(input);
    const { user, system } = process.cpuUsage(began);
    const ms = (user + system) / 1000;
    total += ms;
    if (ms > 250) slow++;
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
  return `seed ${seed}, input ${index} (${kind}) breaks "${law}": ${detail.slice(0, 2000)}\n--- declared\n${input.declared.slice(0, 3000)}\n--- actual\n${input.actual.slice(0, 3000)}\n`;
}
