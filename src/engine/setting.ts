import type { Config, ConfigSeverity, RuleSetting } from "../config/config.ts";
import { ruleSetting, settingsFor } from "../config/settings.ts";
import type { Rule } from "../rules/rule.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { configSeverity } from "./severity.ts";

/** The setting of a rule for a file. */
export type SettingReader = (path: string) => RuleSetting;

/** Whether a change may not lower the severity of a rule, since the rule judges changes. */
export function isGuarded(ruleId: string): boolean {
  return ruleId.startsWith("approval/") || ruleId.startsWith("policy/");
}

/** How a rule is set for each file: by the run (`forced`), else by the configs, of which that of the base cannot be lowered where it rules. */
export function settingReader(
  workspace: Pick<Workspace, "config" | "approvals">,
  rule: Pick<Rule, "id" | "severity">,
  forced: RuleSetting | undefined,
): SettingReader {
  if (forced !== undefined) return () => forced;
  const fallback = configSeverity(rule.severity);
  const read = (config: Config) => (path: string) => ruleSetting(settingsFor(config, path), rule.id, path, fallback);
  const own = read(workspace.config);
  const ruling = isGuarded(rule.id) ? workspace.approvals?.rulingConfig : null;
  if (ruling === null || ruling === undefined) return own;
  const base = read(ruling);
  return (path) => stronger(own(path), base(path));
}

const order: Readonly<Record<ConfigSeverity, number>> = { off: 0, info: 1, warn: 2, error: 3 };

function stronger(a: RuleSetting, b: RuleSetting): RuleSetting {
  return order[a.severity] >= order[b.severity] ? a : b;
}
