import { describe, expect, it } from "vitest";
import { metamorphicSuite } from "../corpus/support/metamorphic-suite.ts";
import { originalOf } from "../corpus/support/metamorphosis.ts";
import { operators } from "../corpus/support/mutations/operators.ts";
import { runOperator, targetsOf } from "../corpus/support/mutations/run.ts";
import { handmade } from "../corpus/support/mutations/seeds.ts";
import { packageSuite } from "../corpus/support/package-suite.ts";
import { readProject } from "../corpus/support/project.ts";

// The part of `npm run test:corpus` that every test run affords: one real package that is installed anyway, and few rounds.
const name = "@tanstack/query-core";

describe("a real package", () => packageSuite({ name, version: "5.108.0", own: true }));

describe("rewritten", () => metamorphicSuite({ name, files: 12, rounds: 2 }));

describe("mutated", () => {
  const project = readProject(name);
  const targets = targetsOf([project, handmade(project)].map(originalOf));

  it.each(operators)("$row $name", (operator) => {
    const { mutated, problems } = runOperator(operator, targets, { seed: 1, sites: 5, questions: 1 });
    expect(mutated).toBeGreaterThan(0);
    expect(problems).toEqual([]);
  });
});
