import type { Config, ConfigPlace } from "../config/config.ts";
import { defaultSettings } from "../config/defaults.ts";
import { globMatcher } from "../config/settings.ts";
import { compareCodePoints } from "../order.ts";
import type { CompiledSettings } from "./compiled-settings.ts";
import type { Discovery } from "./discover.ts";
import { groupBy } from "./group-by.ts";
import type { UnmatchedPattern } from "./workspace.ts";

interface Attempt {
  readonly pattern: UnmatchedPattern;
  readonly matched: boolean;
}

/**
 * The patterns and globs that match no file in any folder that they hold for. Defaults, and configs from packages, speak
 * of projects in general and are left alone.
 */
export function unmatchedPatterns(
  discovery: Discovery,
  paths: ReadonlySet<string>,
  config: Config,
): readonly UnmatchedPattern[] {
  const attempts = config.scopes.flatMap(({ folder, settings }) => {
    const compiled = discovery.compiledFor(folder === "" ? "file" : `${folder}/file`);
    // Nearly every pattern fits one of the first files, so that the others need not be told apart.
    const someFile = (fits: (path: string) => boolean): boolean => {
      for (const path of paths) if (discovery.compiledFor(path).settings === settings && fits(path)) return true;
      return false;
    };
    const someSource = (fits: (path: string) => boolean): boolean =>
      someFile((path) => fits(path) && discovery.kindOf(path) === "source");
    return [
      ...triedSources(compiled, someSource),
      ...triedDocuments(compiled, someFile),
      ...triedGlobs(compiled, someFile),
    ];
  });
  const byPlace = groupBy(attempts, ({ pattern }) =>
    JSON.stringify([pattern.path, pattern.range.start, pattern.pattern]),
  );
  return [...byPlace.values()]
    .filter((same) => same.every(({ matched }) => !matched))
    .flatMap(([first]) => (first !== undefined && paths.has(first.pattern.path) ? [first.pattern] : []))
    .sort((a, b) => compareCodePoints(a.path, b.path) || a.range.start - b.range.start);
}

/** True where a test holds for some file of a scope. */
type Some = (fits: (path: string) => boolean) => boolean;

function triedSources({ entries }: CompiledSettings, some: Some): readonly Attempt[] {
  return entries.flatMap(({ patterns, source }) => {
    const matched = some((path) => source.match(path) !== null);
    return attempt({ what: "source", pattern: patterns.source, place: patterns.place }, matched);
  });
}

/** A config that repeats the default pattern describes the layout, and need not have a story yet. */
function triedDocuments(compiled: CompiledSettings, some: Some): readonly Attempt[] {
  const defaults = defaultSettings("");
  return (["stories", "contexts"] as const).flatMap((what) => {
    const { pattern, place } = compiled.settings[what];
    if (place.path === null || pattern === defaults[what].pattern) return [];
    const matched = some((path) => compiled[what].match(path) !== null);
    return attempt({ what, pattern, place }, matched);
  });
}

function triedGlobs({ settings }: CompiledSettings, some: Some): readonly Attempt[] {
  const exemptions = settings.exempt.map((entry) => ({ what: "exempt" as const, ...entry }));
  const overrides = settings.overrides.map((entry) => ({ what: "overrides" as const, ...entry }));
  return [...exemptions, ...overrides].flatMap(({ what, globs, base, places = [] }) =>
    globs.flatMap((glob, index) => {
      const place = places[index];
      const fits = globMatcher([glob], base);
      return place === undefined ? [] : attempt({ what, pattern: glob, place }, some(fits));
    }),
  );
}

function attempt(
  tried: { readonly what: UnmatchedPattern["what"]; readonly pattern: string; readonly place: ConfigPlace },
  matched: boolean,
): readonly Attempt[] {
  const { what, pattern, place } = tried;
  return place.path === null ? [] : [{ pattern: { what, pattern, path: place.path, range: place.range }, matched }];
}
