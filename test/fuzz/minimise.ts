import { check, type FuzzInput } from "./check.ts";

const mostMilliseconds = 10_000;

/** A smaller input that breaks the same law: lines, then ever smaller stretches are left out on both sides where they are the same. Documents stay what they are. */
export function minimised(input: FuzzInput, law: string): FuzzInput {
  if (input.document !== undefined) return input;
  const deadline = Date.now() + mostMilliseconds;
  const breaks = (candidate: FuzzInput): boolean => Date.now() < deadline && check(candidate).failure?.law === law;
  let best = input;
  for (const split of [/(?<=\n)/u, /(?<=[;{}|&,])/u, /(?<=\W)|(?=\W)/u]) best = withLess(best, split, breaks);
  return best;
}

function withLess(input: FuzzInput, split: RegExp, breaks: (candidate: FuzzInput) => boolean): FuzzInput {
  let best = input;
  for (let size = 8; size >= 1; size = Math.floor(size / 2)) {
    let position = 0;
    for (;;) {
      const parts = best.declared.split(split);
      if (position >= parts.length) break;
      const candidate = without(best, { parts, position, size });
      if (candidate !== null && breaks(candidate)) best = candidate;
      else position += size;
    }
  }
  return best;
}

function without(
  input: FuzzInput,
  { parts, position, size }: { readonly parts: readonly string[]; readonly position: number; readonly size: number },
): FuzzInput | null {
  const declared = [...parts.slice(0, position), ...parts.slice(position + size)].join("");
  if (input.declared === input.actual) return { ...input, declared, actual: declared };
  const piece = parts.slice(position, position + size).join("");
  const at = input.actual.indexOf(piece);
  if (piece === "" || at < 0) return null;
  return { ...input, declared, actual: input.actual.slice(0, at) + input.actual.slice(at + piece.length) };
}
