import { describe, expect, it } from "vitest";
import { runRules } from "../../src/engine/run.ts";
import type { Finding, Rule } from "../../src/rules/rule.ts";
import { configOf, settingsWith } from "../support/config.ts";
import { designText, workspaceOf } from "../support/workspace.ts";

const files = {
  "src/a.ts": "export {};\nconst a = 1;\n",
  "src/b/c.ts": "const c = 1;\n",
  "docs/design/a.md": designText("draft"),
};
const none = { rules: {}, strict: false };
const at = (path: string): Finding => ({ path, range: { start: 0, end: 0 }, message: path });
const rule = (more: Partial<Rule>): Rule => ({
  id: "x/y",
  summary: "",
  severity: "error",
  adopt: false,
  check: () => [],
  ...more,
});
const everySource: Rule["check"] = (workspace) => workspace.sources.map(({ path }) => at(path));

describe("runRules", () => {
  it("stamps rule and severity, lowered on the source of a draft", async () => {
    const { findings } = runRules(await workspaceOf(files), [rule({ check: everySource })], none);
    expect(findings.map(({ rule: id, severity, finding }) => [id, severity, finding.path])).toEqual([
      ["x/y", "warning", "src/a.ts"],
      ["x/y", "error", "src/b/c.ts"],
    ]);
  });

  it("rule-throws: one rule that throws is a failure and silences no other", async () => {
    const broken = rule({
      id: "x/broken",
      check: () => {
        throw new Error("oh");
      },
    });
    const { findings, failures } = runRules(await workspaceOf(files), [broken, rule({ check: everySource })], none);
    expect(failures.map(({ rule: id }) => id)).toEqual(["x/broken"]);
    expect(findings).toHaveLength(2);
  });

  it("off: a rule that is off for a file finds nothing there", async () => {
    const overrides = [{ globs: ["src/b/**"], base: "", rules: { "x/y": { severity: "off" as const, options: {} } } }];
    const workspace = await workspaceOf(files, { config: configOf(settingsWith({ overrides })) });
    expect(
      runRules(workspace, [rule({ check: everySource })], none).findings.map(({ finding }) => finding.path),
    ).toEqual(["src/a.ts"]);
  });

  it("forced: a setting of the run stands above every config", async () => {
    const rules = { "x/y": { severity: "error" as const, options: {} } };
    const workspace = await workspaceOf(files, { config: configOf(settingsWith({ rules })) });
    const forced = { rules: { "x/y": { severity: "info" as const, options: {} } }, strict: false };
    expect(
      runRules(workspace, [rule({ check: everySource })], forced).findings.map(({ severity }) => severity),
    ).toEqual(["info", "info"]);
  });

  it("options-by-folder: a rule with options runs once for each value, and reports only where the value holds", async () => {
    const setting = (limit: number) => ({ "x/y": { severity: "error" as const, options: { limit } } });
    const overrides = [{ globs: ["src/b/**"], base: "", rules: setting(2) }];
    const workspace = await workspaceOf(files, { config: configOf(settingsWith({ rules: setting(1), overrides })) });
    const limited = rule({
      options: {},
      check: ({ sources }, options) =>
        sources.map(({ path }) => ({ ...at(path), message: `${path} ${options.limit}` })),
    });
    const { findings } = runRules(workspace, [limited], none);
    expect(findings.map(({ finding }) => finding.message).sort()).toEqual(["src/a.ts 1", "src/b/c.ts 2"]);
  });
});
