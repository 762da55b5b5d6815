import { expect, it } from "vitest";
import { startSequence } from "./support/edit-sequence.ts";

/** Sequences of edits, moves, deletions, config changes and branch switches; more of them where the machine has the time. */
const sequences = Number(process.env.CACHE_SEQUENCES ?? 500);
const steps = 4;

it(`a run with cache and memory says byte for byte what a run without them says: ${sequences} random sequences`, async () => {
  let recalled = 0;
  const told = new Set<string>();
  for (let seed = 1; seed <= sequences; seed++) {
    const sequence = startSequence(seed);
    for (let step = 0; step < steps; step++) {
      const edit = sequence.next();
      const wanted = await sequence.run(false);
      told.add(wanted.stdout.replace(/\d/gu, ""));
      const first = await sequence.run(true);
      const second = await sequence.run(true);
      const where = `seed ${seed}, step ${step}: ${edit}`;
      expect({ where, ...first.output }, where).toEqual({ where, ...wanted.output });
      expect({ where, ...second.output }, where).toEqual({ where, ...wanted.output });
      if (second.recalled) recalled++;
    }
    // All but the first have what an earlier one listed and surveyed.
    for (let step = 0; step < steps; step++) {
      const edit = step === 1 ? "nothing" : sequence.next();
      if (step > 1) sequence.stage();
      const staged = await sequence.run(true, "--staged");
      const wanted = await sequence.run(false, "--staged");
      expect(staged.output, `seed ${seed}, staged, ${edit}`).toEqual(wanted.output);
    }
    sequence.end();
  }
  // Otherwise all of this would show nothing.
  expect(recalled).toBeGreaterThan(sequences * steps * 0.8);
  expect(told.size).toBeGreaterThan(Math.min(20, sequences));
}, 3_600_000);
