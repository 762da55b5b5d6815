import { performance } from "node:perf_hooks";
import { memoryUsage } from "node:process";
import type { FactCache } from "../workspace/facts.ts";

/** Measures the phases of a run for `--stats`. */
export interface Clock {
  time<T>(phase: string, work: () => Promise<T>): Promise<T>;
  /** The same cache, counting what it knew. */
  watch(cache: FactCache): FactCache;
  /** Lines for standard error; "" where no statistics were asked for. */
  text(): string;
}

/** A clock that starts now. */
export function createStats(wanted: boolean): Clock {
  const phases: { readonly phase: string; readonly milliseconds: number }[] = [];
  const lookups = { hits: 0, misses: 0 };
  const started = performance.now();
  return {
    async time(phase, work) {
      const begin = performance.now();
      try {
        return await work();
      } finally {
        phases.push({ phase, milliseconds: performance.now() - begin });
      }
    },
    watch: (cache) => ({
      get(key) {
        const value = cache.get(key);
        if (value === undefined) lookups.misses++;
        else lookups.hits++;
        return value;
      },
      set: (key, value) => cache.set(key, value),
    }),
    text() {
      if (!wanted) return "";
      const rows = [...phases, { phase: "total", milliseconds: performance.now() - started }];
      const width = Math.max(...rows.map(({ phase }) => phase.length));
      const lines = rows.map(({ phase, milliseconds }) => `  ${phase.padEnd(width)}  ${milliseconds.toFixed(1)} ms\n`);
      const memory = Math.round(memoryUsage.rss() / 1024 / 1024);
      return `design-lint statistics\n${lines.join("")}  cache: ${lookups.hits} facts known, ${lookups.misses} extracted; memory: ${memory} MiB\n`;
    },
  };
}
