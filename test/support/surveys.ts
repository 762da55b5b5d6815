import type { FactCache, Surveys } from "../../src/workspace/facts.ts";

/** Surveys and facts in memory, with the slots that were kept. */
export function memorySurveys(): {
  readonly surveys: Surveys;
  readonly cache: FactCache;
  readonly slots: () => readonly string[];
} {
  const kept = new Map<string, Uint8Array>();
  const facts = new Map<string, unknown>();
  return {
    surveys: { read: (slot) => kept.get(slot) ?? null, keep: (slot, bytes) => void kept.set(slot, bytes) },
    cache: { get: (key) => facts.get(key), set: (key, value) => void facts.set(key, value) },
    slots: () => [...kept.keys()],
  };
}
