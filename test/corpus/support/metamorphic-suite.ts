import { expect, it } from "vitest";
import {
  blockRewriteNames,
  type Outcome,
  originalOf,
  rewriteBlocks,
  rewriteSources,
  sourceRewrites,
} from "./metamorphosis.ts";
import { readProject } from "./project.ts";

/** A project, how many of its files are rewritten, and how often. */
export interface Metamorphic {
  readonly name: string;
  readonly files: number;
  readonly rounds: number;
}

/**
 * What the compiler infers for a function and its callers, which infer from each other, depends on which of them it comes to first: it says
 * `unknown` in one order of the members and `void` in the other.
 */
const known = [/^reorder members .* src\/internal\/effect\.ts: .* scopeClose/u];

function problemsOf(outcomes: readonly Outcome[]): readonly string[] {
  const problems = outcomes.flatMap((outcome) => outcome.problems);
  return problems.filter((problem) => !known.some((pattern) => pattern.test(problem)));
}

function sum(outcomes: readonly Outcome[]): { readonly comparisons: number; readonly rewritten: number } {
  return {
    comparisons: outcomes.reduce((total, { comparisons }) => total + comparisons, 0),
    rewritten: outcomes.reduce((total, { rewritten }) => total + rewritten, 0),
  };
}

/** The tests of a project, whose files get another rewrite in each round. */
export function metamorphicSuite({ name, files, rounds }: Metamorphic): void {
  const original = originalOf(readProject(name, files));

  it("has no drift to begin with", () => {
    const drift = [...original.findings].flatMap(([path, findings]) =>
      findings
        .filter(({ rule, information }) => rule !== "interface/undecided" && information !== true)
        .map(({ message }) => `${path}: ${message}`),
    );
    expect(drift).toEqual([]);
  });

  it("has the same interface after every rewrite of its sources", () => {
    const turns = Array.from({ length: rounds }, (_, round) => round * 7);
    const outcomes = turns.map((turn) => rewriteSources(original, (index) => chosenOf(index + turn)));
    process.stdout.write(
      `${name}, sources: ${JSON.stringify({ files: original.blocks.size, rewrites: sourceRewrites.length, ...sum(outcomes) })}\n`,
    );
    expect(problemsOf(outcomes)).toEqual([]);
  });

  it("has the same interface after every rewrite of its documents", () => {
    const outcomes = blockRewriteNames.map((rewrite) => rewriteBlocks(original, rewrite));
    process.stdout.write(
      `${name}, documents: ${JSON.stringify({ files: original.blocks.size, rewrites: blockRewriteNames.length, ...sum(outcomes) })}\n`,
    );
    expect(problemsOf(outcomes)).toEqual([]);
  });
}

function chosenOf(index: number): (typeof sourceRewrites)[number] {
  const rewrite = sourceRewrites[index % sourceRewrites.length];
  if (rewrite === undefined) throw new RangeError("there are rewrites");
  return rewrite;
}
