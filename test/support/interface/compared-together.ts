import type { InterfaceVerdict } from "../../../src/interface/verdict.ts";
import { memoryOracle } from "../oracle.ts";
import { compared } from "./compared.ts";
import { pairFiles } from "./equal-pairs.ts";

/** One comparison of many, each source in a folder of its own. */
export interface Together {
  readonly declared: string;
  readonly actual: string;
  readonly path: string;
}

/** The verdicts of many comparisons that share one compiler, as those of a run do. */
export function comparedTogether(pairs: readonly Together[]): readonly InterfaceVerdict[] {
  const placed = pairs.map((pair, index) => ({ ...pair, path: pair.path.replace("src/", `src/p${index}/`) }));
  const shared = placed.flatMap(({ path }) => {
    const folder = path.slice(0, path.lastIndexOf("/"));
    return Object.entries(pairFiles).map(([file, text]) => [file.replace("src", folder), text] as const);
  });
  const files = Object.fromEntries([...shared, ...placed.map(({ path, actual }) => [path, actual] as const)]);
  const oracle = memoryOracle(files);
  const run = (asked: typeof oracle): readonly InterfaceVerdict[] =>
    placed.map(({ declared, actual, path }) => compared(declared, actual, { oracle: asked, files, path }));
  run({
    ...oracle,
    sameType(path, question) {
      oracle.announce?.(path, question);
      return { ok: false, reason: "not asked yet" };
    },
  });
  return run(oracle);
}
