import type { RuleSetting } from "../config/config.ts";
import type { Status } from "../document/document.ts";
import type { Finding, Rule, Severity } from "../rules/rule.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type SettingReader, settingReader } from "./setting.ts";
import { reportSeverity, severityOf } from "./severity.ts";

/** A finding with the rule that made it and the severity that it has here. */
export interface Stamped {
  readonly rule: string;
  readonly severity: Severity;
  readonly finding: Finding;
}

/** A rule that threw: a bug in design-lint, never the fault of the project. */
export interface RuleFailure {
  readonly rule: string;
  readonly error: unknown;
}

export interface RunResult {
  readonly findings: readonly Stamped[];
  readonly failures: readonly RuleFailure[];
}

/** Settings of one run that stand above every config. */
export interface RunOptions {
  /** `--rule`: rule id → setting for all files. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly strict: boolean;
}

/** Runs each rule once for each set of options that some folder gives it; a rule that throws silences no other. */
export function runRules(workspace: Workspace, rules: readonly Rule[], options: RunOptions): RunResult {
  const statuses = statusByPath(workspace);
  const findings: Stamped[] = [];
  const failures: RuleFailure[] = [];
  for (const rule of rules) {
    const settingAt = settingReader(workspace, rule, options.rules[rule.id]);
    try {
      for (const finding of check(workspace, rule, settingAt)) {
        const configured = reportSeverity(settingAt(finding.path).severity);
        if (configured === null) continue;
        const status = statuses.get(finding.path) ?? null;
        const severity = severityOf({ rule: rule.id, finding, configured, status, strict: options.strict });
        findings.push({ rule: rule.id, severity, finding });
      }
    } catch (error) {
      failures.push({ rule: rule.id, error });
    }
  }
  return { findings, failures };
}

function* check(workspace: Workspace, rule: Rule, settingAt: SettingReader): Iterable<Finding> {
  for (const [key, options] of distinctOptions(workspace, rule, settingAt)) {
    for (const finding of rule.check(workspace, options)) {
      if (rule.options === undefined || optionsKey(settingAt(finding.path)) === key) yield finding;
    }
  }
}

/** Without options of its own a rule runs once; else once for each value that occurs on a document or source. */
function distinctOptions(
  workspace: Workspace,
  rule: Rule,
  settingAt: SettingReader,
): Map<string, RuleSetting["options"]> {
  if (rule.options === undefined) return new Map([["", {}]]);
  const paths = [...workspace.documents, ...workspace.sources, ...workspace.tests].map((file) => file.path);
  const settings = paths.map(settingAt);
  return new Map(settings.map((setting) => [optionsKey(setting), setting.options]));
}

function optionsKey(setting: RuleSetting): string {
  return JSON.stringify(setting.options);
}

function statusByPath(workspace: Workspace): ReadonlyMap<string, Status> {
  const statuses = new Map<string, Status>();
  for (const document of workspace.documents) {
    if (document.status !== null) statuses.set(document.path, document.status);
  }
  for (const component of workspace.components.values()) {
    const status = component.documents[0]?.status;
    if (status === undefined || status === null) continue;
    for (const file of [...component.sources, ...component.tests]) statuses.set(file.path, status);
  }
  return statuses;
}
