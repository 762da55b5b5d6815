import { expect, it } from "vitest";
import { createPlatform } from "../../src/host/platform.ts";
import { judge } from "../../src/lint.ts";
import { memorySnapshot, type Snapshot } from "../../src/snapshot.ts";
import { diceOf } from "./support/dice.ts";
import { editProject, type Files, startProject } from "./support/random-project.ts";

/** Sequences of edits; more of them where the machine has the time. */
const sequences = Number(process.env.RECHECK_SEQUENCES ?? 60);
const steps = 8;

const platform = createPlatform();

function snapshotOf(files: Files): Snapshot {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return memorySnapshot(Object.fromEntries(sorted));
}

/** The snapshot as one that is told by a list of what there was first. */
function listed(snapshot: Snapshot, first: Files, files: Files): Snapshot {
  const since = { list: "first", paths: touchedBetween(first, files) };
  return { ...snapshot, files: Object.assign(new Map(snapshot.files), { since }) };
}

function touchedBetween(before: Files, after: Files): readonly string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.filter((path) => before.get(path) !== after.get(path));
}

function memory<T>(): { get(key: string): T | undefined; set(key: string, value: T): void } {
  const kept = new Map<string, T>();
  return { get: (key) => kept.get(key), set: (key, value) => void kept.set(key, value) };
}

it(`what a survey tells and what changed since make the report that looking at everything makes: ${sequences} random sequences`, async () => {
  const said = { part: 0, whole: 0 };
  const told = new Set<string>();
  for (let seed = 1; seed <= sequences; seed++) {
    const dice = diceOf(seed);
    const surveys = memory<Uint8Array>();
    const store = { read: (slot: string) => surveys.get(slot) ?? null, keep: surveys.set };
    const caches = [memory<unknown>(), memory<unknown>()] as const;
    let files = startProject(dice);
    const first = files;
    let base = files;
    for (let step = 0; step < steps; step++) {
      const snapshot = snapshotOf(files);
      const committed = snapshotOf(base);
      const change = { touched: touchedBetween(base, files), base: async () => committed };
      for (const scope of [{}, { change }]) {
        const [part, whole] = await Promise.all([
          judge(seed % 2 === 0 ? listed(snapshot, first, files) : snapshot, platform, {
            ...scope,
            cache: caches[0],
            surveys: store,
          }),
          judge(snapshot, platform, { ...scope, cache: caches[1] }),
        ]);
        const where = `seed ${seed}, step ${step}`;
        expect({ where, ...part.report }, where).toEqual({ where, ...whole.report });
        expect(part.findings, where).toEqual(expect.arrayContaining([...whole.findings]));
        said[part.rechecked === null ? "whole" : "part"]++;
        for (const { rule } of whole.report.diagnostics) told.add(rule);
      }
      if (dice.roll(3) === 0) base = files;
      files = editProject(files, dice).files;
    }
  }
  // Otherwise all of this would show nothing.
  expect(said.part).toBeGreaterThan(said.whole * 0.6);
  expect(told.size).toBeGreaterThan(12);
}, 3_600_000);
