import { describe, expect, it } from "vitest";
import {
  adviceFor,
  hookLine,
  hookPath,
  offersFor,
  type ProjectFacts,
  packageFolder,
} from "../../../src/commands/init/offers.ts";
import { workflowPaths } from "../../../src/commands/init/workflow.ts";

const facts = (changes: Partial<ProjectFacts> = {}, ...paths: string[]): ProjectFacts => ({
  paths: new Set(paths),
  isGit: true,
  packageJson: '{"devDependencies":{"design-lint":"1","husky":"9"}}',
  hook: undefined,
  ...changes,
});

const line = "node_modules/.bin/design-lint --staged";
const names = (of: ProjectFacts) => offersFor(of).map(({ offer }) => offer);

describe("offers", () => {
  it("hook-line: the program itself, by Yarn where only Yarn knows where it is", () => {
    expect(hookLine(new Set(["package-lock.json", "yarn.lock"]))).toBe(line);
    expect(hookLine(new Set(["yarn.lock", ".yarnrc.yml"]))).toBe("yarn run design-lint --staged");
  });

  it("below-top: packages lie where the only manifest stands", () => {
    expect(hookLine(new Set(["app/package.json", "app/src/a.ts"]))).toBe(`app/${line}`);
    expect(packageFolder(new Set(["package.json", "app/package.json"]))).toBe("");
    expect(packageFolder(new Set(["a/package.json", "b/package.json"]))).toBe("");
  });

  it("existing-hook: not offered, its missing line is given", () => {
    const of = facts({ hook: "npm test\n" }, hookPath);
    expect(names(of)).not.toContain("hook");
    expect(adviceFor(of, new Set(), "npm i -D")).toEqual([`Add this line to ${hookPath}: ${line}`]);
    expect(adviceFor(facts({ hook: line }), new Set(), "npm i -D")).toEqual([]);
  });

  it("other-hook-manager: keeps its place, the line is given", () => {
    const of = facts({}, "lefthook.yml");
    expect(names(of)).not.toContain("hook");
    expect(adviceFor(of, new Set(), "npm i -D").join()).toContain(`lefthook.yml: ${line}`);
  });

  it("no-git: neither hook nor workflow", () => {
    expect(names(facts({ isGit: false }))).toEqual(["script"]);
  });

  it("workflow-default: taken without questions only where .github exists, each where it is not there yet", () => {
    const byDefault = (of: ProjectFacts) =>
      offersFor(of).flatMap((question) =>
        question.offer === "workflow" || question.offer === "verify" ? [[question.offer, question.byDefault]] : [],
      );
    expect(byDefault(facts())).toEqual([
      ["workflow", false],
      ["verify", false],
    ]);
    expect(byDefault(facts({}, ".github/CODEOWNERS"))).toEqual([
      ["workflow", true],
      ["verify", true],
    ]);
    expect(byDefault(facts({}, workflowPaths.check))).toEqual([["verify", true]]);
    expect(byDefault(facts({}, workflowPaths.verify))).toEqual([["workflow", true]]);
  });

  it("verify: who takes the job is told to require it, and to guard what it rests on", () => {
    const advice = adviceFor(facts(), new Set(["verify"]), "npm i -D").join();
    expect(advice).toContain("Require the checks `check` and `verify`");
    expect(advice).toContain("CODEOWNERS");
  });

  it("no-husky: the command that switches the hook on", () => {
    const of = facts({ packageJson: '{"devDependencies":{"design-lint":"1"}}' });
    expect(adviceFor(of, new Set(["hook"]), "pnpm add -D").join()).toContain("pnpm add -D husky && ");
    expect(adviceFor(of, new Set(), "pnpm add -D")).toEqual([]);
  });

  it("formatter: Prettier's ignore file is named", () => {
    expect(adviceFor(facts({}, ".prettierrc"), new Set(), "").join()).toContain(".prettierignore");
    expect(adviceFor(facts({ packageJson: '{"dependencies":{"prettier":"3"}}' }), new Set(), "").join()).toContain(
      ".prettierignore",
    );
  });

  it("nothing-to-do: no offer and no advice", () => {
    const packageJson = '{"scripts":{"design-lint":"x"},"devDependencies":{"design-lint":"1","husky":"9"}}';
    const of = facts({ packageJson, hook: line }, ...Object.values(workflowPaths));
    expect(offersFor(of)).toEqual([]);
    expect(adviceFor(of, new Set(), "")).toEqual([]);
  });
});
