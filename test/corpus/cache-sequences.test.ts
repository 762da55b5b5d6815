import { expect, it } from "vitest";
import { startSequence } from "./support/edit-sequence.ts";

/** Which random sequences of edits, moves, deletions, config changes and branch switches are played: `500` or `251-500`. */
const wanted = (process.env.CACHE_SEQUENCES ?? "500").split("-").map(Number);
const last = wanted.at(-1) ?? 0;
const first = wanted.length > 1 ? (wanted[0] ?? 1) : 1;
const steps = 4;
const inOneTest = 50;
const ranges = Array.from({ length: Math.ceil((last - first + 1) / inOneTest) }, (_, at) => {
  const from = first + at * inOneTest;
  return { from, to: Math.min(last, from + inOneTest - 1) };
});

it.each(ranges)(
  "a run with cache and memory says byte for byte what a run without them says: sequences $from to $to",
  async ({ from, to }) => {
    let recalled = 0;
    const told = new Set<string>();
    for (let seed = from; seed <= to; seed++) {
      const sequence = startSequence(seed);
      for (let step = 0; step < steps; step++) {
        const edit = sequence.next();
        const bare = await sequence.run(false);
        told.add(bare.stdout.replace(/\d/gu, ""));
        const cold = await sequence.run(true);
        const warm = await sequence.run(true);
        const where = `seed ${seed}, step ${step}: ${edit}`;
        expect({ where, ...cold.output }, where).toEqual({ where, ...bare.output });
        expect({ where, ...warm.output }, where).toEqual({ where, ...bare.output });
        if (warm.recalled) recalled++;
      }
      // All but the first have what an earlier one listed and surveyed.
      for (let step = 0; step < steps; step++) {
        const edit = step === 1 ? "nothing" : sequence.next();
        if (step > 1) sequence.stage();
        const staged = await sequence.run(true, "--staged");
        const bare = await sequence.run(false, "--staged");
        expect(staged.output, `seed ${seed}, staged, ${edit}`).toEqual(bare.output);
      }
      sequence.end();
    }
    // Otherwise all of this would show nothing.
    const played = to - from + 1;
    expect(recalled).toBeGreaterThan(played * steps * 0.8);
    expect(told.size).toBeGreaterThan(Math.min(20, played));
  },
  3_600_000,
);
