import picomatch from "picomatch";
import type { Config, ConfigSeverity, RuleSetting, Scope, Settings } from "./config.ts";
import { isInside } from "./paths.ts";

/** The scope of a root-relative path: that of the nearest folder with a config. */
export function scopeFor(config: Config, path: string): Scope {
  const scope = config.scopes.find(({ folder }) => isInside(folder, path));
  if (scope === undefined) throw new Error("A config has no scope for the root");
  return scope;
}

/** The settings that a root-relative path is judged by. */
export function settingsFor(config: Config, path: string): Settings {
  return scopeFor(config, path).settings;
}

/** Severity and options of a rule for one file: its default, then `rules`, then each override that covers the file. */
export function ruleSetting(settings: Settings, ruleId: string, path: string, fallback: ConfigSeverity): RuleSetting {
  const own = Object.hasOwn(settings.rules, ruleId) ? settings.rules[ruleId] : undefined;
  let result: RuleSetting = own ?? { severity: fallback, options: {} };
  for (const { rules, globs, base } of settings.overrides) {
    const entry = Object.hasOwn(rules, ruleId) ? rules[ruleId] : undefined;
    if (entry === undefined || !matches(globs, base, path)) continue;
    const hasOptions = Object.keys(entry.options).length > 0;
    result = { severity: entry.severity, options: hasOptions ? entry.options : result.options };
  }
  return result;
}

/** Whether one of the globs, relative to the folder `base`, covers a root-relative path. */
export function matches(globs: readonly string[], base: string, path: string): boolean {
  return globMatcher(globs, base)(path);
}

/** The same question for many paths: the globs are compiled once. Names that begin with a dot are matched like others. */
export function globMatcher(globs: readonly string[], base: string): (path: string) => boolean {
  const isMatch = picomatch([...globs], { dot: true, windows: false });
  return (path) => isInside(base, path) && isMatch(base === "" ? path : path.slice(base.length + 1));
}
