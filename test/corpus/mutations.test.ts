import { describe, expect, it } from "vitest";
import { originalOf } from "./support/metamorphosis.ts";
import { operators } from "./support/mutations/operators.ts";
import { runOperator, targetsOf } from "./support/mutations/run.ts";
import { handmade } from "./support/mutations/seeds.ts";
import { readProject } from "./support/project.ts";

const seed = Number(process.env.SEED ?? 20261122);
const packages = [
  readProject("@tanstack/query-core"),
  readProject("rxjs"),
  readProject("own"),
  readProject("effect", 20),
];
const targets = targetsOf([...packages, handmade(packages[0])].map(originalOf));

/** An abstract class cannot be made: what its own method infers from a `new` of it is an error of the mutant, and undecided. */
const known = [/^70 .* ResourceMap: /u];

describe(`the rows of "What breaks whom" on real code, seed ${seed}`, () => {
  it("has an operator for each row", () => {
    expect(operators.map(({ row }) => row)).toEqual(Array.from({ length: 90 }, (_, index) => index + 1));
  });

  it.each(operators)("$row $name", (operator) => {
    const { found, mutated, real, open, problems } = runOperator(operator, targets, { seed, sites: 20, questions: 3 });
    process.stdout.write(
      `row ${operator.row}: ${mutated} of ${found} sites, ${real} real, ${open} open, ${problems.length} wrong (${operator.name})\n${problems.slice(0, 3).join("\n").slice(0, 3000)}`,
    );
    expect(mutated).toBeGreaterThan(0);
    expect(problems.filter((problem) => !known.some((pattern) => pattern.test(problem)))).toEqual([]);
  });
});
