import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { packageManager } from "../../../src/commands/init/package-manager.ts";
import { workflowPath, workflowText } from "../../../src/commands/init/workflow.ts";

describe("workflow", () => {
  it("yaml: a workflow whose last step checks, for every package manager", () => {
    for (const lockFile of ["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"]) {
      const manager = packageManager(new Set([lockFile]));
      const { jobs, on } = parse(workflowText(manager));
      expect(Object.keys(on)).toEqual(["push", "pull_request"]);
      const runs: unknown[] = jobs["design-lint"].steps.map((step: { run?: string }) => step.run);
      expect(runs.at(-2)).toBe(manager.install);
      expect(runs.at(-1)).toBe(`${manager.run} design-lint --format github`);
    }
    expect(workflowPath).toMatch(/^\.github\/workflows\/.+\.yml$/u);
  });

  it("whole-history: the checkout takes the whole history", () => {
    const { jobs } = parse(workflowText(packageManager(new Set())));
    expect(jobs["design-lint"].steps[0]).toMatchObject({ with: { "fetch-depth": 0 } });
  });
});
