import { describe, expect, it } from "vitest";
import { printInterface } from "../../src/interface/print.ts";
import { compared } from "../support/interface/compared.ts";
import { comparedTogether } from "../support/interface/compared-together.ts";
import { accessorPairs, type InferredPair, patternPairs, scriptPairs } from "../support/interface/inferred-pairs.ts";
import { memoryOracle } from "../support/oracle.ts";

const run = (pairs: readonly InferredPair[]): void => {
  const verdicts = comparedTogether(
    pairs.map(([, declared, actual, , path = "src/a.ts"]) => ({ declared, actual, path })),
  );
  it.each(pairs.map((pair, index) => [pair[0], pair[3], verdicts[index]] as const))("%s", (_, changes, verdict) => {
    const drift = (verdict?.findings ?? []).filter(({ information }) => information !== true);
    const told = drift.map(({ rule, change, message }) => [rule, change, message]);
    expect(
      drift.map(({ change }) => change ?? "undecided"),
      JSON.stringify(told),
    ).toEqual(changes);
  });
};

const scaffolded = (text: string, path = "src/a.ts"): readonly string[] => {
  const oracle = memoryOracle({ [path]: text });
  const { findings } = compared(printInterface({ path, text }, oracle).text, text, { path, oracle });
  return findings.map(({ message }) => message);
};

describe("the tool's own scaffold", () => {
  const equal = [...patternPairs.slice(0, 4), ...accessorPairs, ...scriptPairs.slice(0, 2)];
  const sources = equal
    .filter(([, , , changes]) => changes.length === 0)
    .map(([what, , text, , path = "src/a.ts"]) => [what, text, path] as const);
  it.each(sources)("of %s passes its check", (_, text, path) => {
    expect(scaffolded(text, path)).toEqual([]);
  });
});

describe("accessors of which one leaves its type out", () => run(accessorPairs));
describe("patterns with a default", () => run(patternPairs));
describe("constants of JavaScript", () => run(scriptPairs));
