import type { Config, ConfigPlace } from "../config/config.ts";
import { defaultSettings } from "../config/defaults.ts";
import { globMatcher } from "../config/settings.ts";
import { compareCodePoints } from "../order.ts";
import type { CompiledSettings, ComponentEntry } from "./compiled-settings.ts";
import { type Discovery, isCode, isInstalled } from "./discover.ts";
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
    const isAwaited = (entry: ComponentEntry): boolean =>
      awaits(entry, {
        discovery,
        compiled,
        paths: [...paths].filter((path) => discovery.compiledFor(path).settings === settings),
      });
    return [
      ...triedSources(compiled, (entry) => someSource((path) => entry.source.match(path) !== null) || isAwaited(entry)),
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

function triedSources({ entries }: CompiledSettings, isUsed: (entry: ComponentEntry) => boolean): readonly Attempt[] {
  return entries.flatMap((entry) => {
    const { source: pattern, place } = entry.patterns;
    return attempt({ what: "source", pattern, place }, isUsed(entry));
  });
}

interface ScopeFiles {
  readonly discovery: Discovery;
  readonly compiled: CompiledSettings;
  /** All files that these settings serve. */
  readonly paths: readonly string[];
}

/**
 * True where designs were written before the first source of an entry. Code that has the name of one of them, and stands where no pattern
 * looks, is that source by all appearances: then the pattern is wrong.
 */
function awaits(entry: ComponentEntry, { discovery, compiled, paths }: ScopeFiles): boolean {
  const sources = paths.filter((path) => discovery.kindOf(path) === "source");
  const known = new Set(sources.flatMap((path) => discovery.idsOf(path)));
  const names = paths.flatMap((path) => {
    if (discovery.kindOf(path) !== "document" || discovery.idsOf(path).some((id) => known.has(id))) return [];
    if (compiled.entries.find(({ design }) => design.match(path) !== null) !== entry) return [];
    const placeholders = entry.design.match(path);
    const [expected] = placeholders === null ? [] : entry.source.render(placeholders);
    return expected === undefined ? [] : [nameOf(expected)];
  });
  const elsewhere = (path: string): boolean =>
    isCode(path) && !isInstalled(path) && discovery.kindOf(path) === "other" && names.includes(nameOf(path));
  return names.length > 0 && !paths.some(elsewhere);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/u, "");
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
