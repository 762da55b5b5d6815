import picomatch from "picomatch";

/** The index of the first glob that fits a path, -1 where none does. */
export type GlobMatcher = (path: string) => number;

/** Compiles globs that are relative to a folder ("" is the root); names that begin with a dot are matched like others. */
export function compileGlobs(globs: readonly string[], base: string): GlobMatcher {
  const prefix = base === "" ? "" : `${base}/`;
  const matchers = globs.map((glob) => picomatch(glob, { dot: true }));
  return (path) => {
    if (!path.startsWith(prefix)) return -1;
    const relative = path.slice(prefix.length);
    return matchers.findIndex((matches) => matches(relative));
  };
}
