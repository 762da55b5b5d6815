import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { expect, it } from "vitest";
import { packageRoot } from "../support/program.ts";
import { fuzz, shownFailure } from "./run.ts";

const real = globSync("src/interface/*.ts", { cwd: packageRoot })
  .sort()
  .map((path) => readFileSync(join(packageRoot, path), "utf8"))
  .filter((text) => text.length < 6000);

it("fuzz: random and mutated texts get a verdict that keeps the laws", () => {
  const report = fuzz({ seed: 1, from: 0, to: 300, real });
  expect(report.failures.map((failure) => shownFailure(report.seed, failure))).toEqual([]);
  expect(report.inputs).toBe(300);
  // Each verdict has to come up, or the inputs prove nothing.
  expect(Object.keys(report.verdicts).sort()).toEqual(["different", "equal", "undecided", "unparseable"]);
});
