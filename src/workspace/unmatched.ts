import type { Config, ConfigPlace } from "../config/config.ts";
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
 * The source patterns and exempt globs that match no file in any folder that they hold for. Defaults, and configs from
 * packages, speak of projects in general and are left alone.
 */
export function unmatchedPatterns(
  discovery: Discovery,
  paths: ReadonlySet<string>,
  config: Config,
): readonly UnmatchedPattern[] {
  const pathsOf = groupBy(paths, (path) => discovery.compiledFor(path).settings);
  const sourcesOf = groupBy(discovery.sources, ({ compiled }) => compiled.settings);
  const attempts = config.scopes.flatMap(({ folder, settings }) => {
    const compiled = discovery.compiledFor(folder === "" ? "file" : `${folder}/file`);
    const sources = (sourcesOf.get(settings) ?? []).map(({ path }) => path);
    return [...triedSources(compiled, sources), ...triedGlobs(compiled, pathsOf.get(settings) ?? [])];
  });
  const byPlace = groupBy(attempts, ({ pattern }) =>
    JSON.stringify([pattern.path, pattern.range.start, pattern.pattern]),
  );
  return [...byPlace.values()]
    .filter((same) => same.every(({ matched }) => !matched))
    .flatMap(([first]) => (first !== undefined && paths.has(first.pattern.path) ? [first.pattern] : []))
    .sort((a, b) => compareCodePoints(a.path, b.path) || a.range.start - b.range.start);
}

function triedSources({ entries }: CompiledSettings, sources: readonly string[]): readonly Attempt[] {
  return entries.flatMap(({ patterns, source }) => {
    const matched = sources.some((path) => source.match(path) !== null);
    return attempt({ what: "source", pattern: patterns.source, place: patterns.place }, matched);
  });
}

function triedGlobs({ exemptions }: CompiledSettings, paths: readonly string[]): readonly Attempt[] {
  return exemptions.flatMap(({ exemption: { globs, base, places } }) =>
    globs.flatMap((glob, index) => {
      const place = places[index];
      const fits = globMatcher([glob], base);
      return place === undefined ? [] : attempt({ what: "exempt", pattern: glob, place }, paths.some(fits));
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
