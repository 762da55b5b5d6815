import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { packageManager } from "../../../src/commands/init/package-manager.ts";
import { workflowPaths, workflows } from "../../../src/commands/init/workflow.ts";

interface Step {
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

function stepsOf(lockFile: string, branch = "main") {
  const manager = packageManager(new Set([lockFile]));
  const [check, verify] = workflows(manager, branch).map(({ text }) => parse(text));
  const steps = { check: check.jobs.check.steps as Step[], verify: verify.jobs.verify.steps as Step[] };
  return { manager, check, verify, steps, runs: (of: readonly Step[]) => of.flatMap(({ run }) => run ?? []) };
}

const lockFiles = ["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "none"];

describe("workflows", () => {
  it("yaml: both are workflows whose last step runs the tool, for every package manager", () => {
    for (const lockFile of lockFiles) {
      const { manager, check, verify, steps, runs } = stepsOf(lockFile);
      expect([check.on, check.permissions, verify.permissions]).toEqual([
        ["pull_request", "push"],
        { contents: "read" },
        { contents: "read" },
      ]);
      expect(runs(steps.check).slice(-2)).toEqual([manager.install, `${manager.run} design-lint --format github`]);
      expect(runs(steps.verify).at(-1)).toBe(
        `${manager.run} design-lint verify --policy-ref "refs/remotes/origin/$GITHUB_BASE_REF" --tree FETCH_HEAD`,
      );
    }
    for (const path of Object.values(workflowPaths)) expect(path).toMatch(/^\.github\/workflows\/.+\.yml$/u);
  });

  it("whole-history: both checkouts take the whole history", () => {
    const { check, verify } = stepsOf("none").steps;
    for (const steps of [check, verify]) expect(steps[0]).toMatchObject({ with: { "fetch-depth": 0 } });
  });

  it("base-only: verify checks out the base and runs no scripts of packages", () => {
    for (const lockFile of lockFiles) {
      const { manager, steps, runs } = stepsOf(lockFile);
      const checkouts = steps.verify.filter((step) => "uses" in step && String(step.uses).includes("checkout"));
      expect(checkouts).toHaveLength(1);
      expect(checkouts[0]?.with).toMatchObject({ ref: "${{ github.event.pull_request.base.ref }}" });
      expect(runs(steps.verify)).toContain(`${manager.install} ${manager.withoutScripts}`);
    }
  });

  it("retargeted: verify runs for changes to this branch alone, and again when one is pointed at it", () => {
    const { branches, types } = stepsOf("none", "release/2").verify.on.pull_request_target;
    expect([branches, types]).toEqual([["release/2"], ["opened", "synchronize", "reopened", "edited"]]);
  });

  it("branch-name: a name that YAML would read otherwise stays the text that it is", () => {
    for (const name of ["1.0", "yes", 'a"b', "x]y"])
      expect(stepsOf("none", name).verify.on.pull_request_target.branches).toEqual([name]);
  });

  it("documented: the recipe in the documentation is what is written", () => {
    const page = readFileSync("docs/approvals.md", "utf8");
    for (const { path, text } of workflows(packageManager(new Set(["package-lock.json"])), "main"))
      expect(page).toContain(`\`\`\`yaml\n# ${path}\n${text}\`\`\`\n`);
  });
});
