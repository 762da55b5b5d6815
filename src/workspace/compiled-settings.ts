import type { ComponentPatterns, DocumentPattern, Exemption, Settings } from "../config/config.ts";
import { globMatcher } from "../config/settings.ts";
import { compilePattern, type Pattern, type Placeholders } from "./pattern.ts";

/** One entry of `components` with its patterns compiled. */
export interface ComponentEntry {
  readonly patterns: ComponentPatterns;
  readonly source: Pattern;
  readonly design: Pattern;
  readonly test: Pattern;
}

/** Everything of a folder's settings that paths are matched against, compiled once. */
export interface CompiledSettings {
  readonly settings: Settings;
  readonly entries: readonly ComponentEntry[];
  readonly stories: Pattern;
  readonly contexts: Pattern;
  readonly exemptions: readonly { readonly exemption: Exemption; covers(path: string): boolean }[];
  readonly typeGlobs: readonly { readonly type: string; covers(path: string): boolean }[];
}

/** Compiles patterns and globs of settings. */
export function compileSettings(settings: Settings): CompiledSettings {
  const compile = ({ pattern, base }: DocumentPattern): Pattern => compilePattern(pattern, base);
  return {
    settings,
    entries: settings.components.map((patterns) => ({
      patterns,
      source: compilePattern(patterns.source, patterns.base),
      design: compilePattern(patterns.design, patterns.base),
      test: compilePattern(patterns.test, patterns.base),
    })),
    stories: compile(settings.stories),
    contexts: compile(settings.contexts),
    exemptions: settings.exempt.map((exemption) => ({
      exemption,
      covers: globMatcher(exemption.globs, exemption.base),
    })),
    typeGlobs: Object.values(settings.types)
      .filter(({ match }) => match.length > 0)
      .map((type) => ({ type: type.name, covers: globMatcher(type.match, type.base) })),
  };
}

/** The first exemption that covers a path. */
export function exemptionOf(compiled: CompiledSettings, path: string): Exemption | null {
  return compiled.exemptions.find(({ covers }) => covers(path))?.exemption ?? null;
}

/** The id of what a pattern found: prefix of the scope, the other placeholders in the given order, the path. */
export function idOf(settings: Settings, names: readonly string[], placeholders: Placeholders): string {
  const values = [...names, "path"].map((name) => placeholders[name] ?? "");
  return [settings.idPrefix, ...values].filter((part) => part !== "").join("/");
}
