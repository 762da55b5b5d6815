import type { Notice } from "../snapshot.ts";

/** The code of the notice that keeps a run from using its cache. */
export const foreignCacheCode = "foreign-cache";

/**
 * Says where git itself holds files of the cache: what is kept there decides about reports, and whoever proposes a change could
 * bring it along. `tracked` are the paths of git's index.
 */
export function foreignCache(tracked: readonly string[]): readonly Notice[] {
  const path = tracked.find((name) => /(?:^|\/)node_modules\/\.cache\/design-lint\//u.test(name));
  if (path === undefined) return [];
  return [
    {
      code: foreignCacheCode,
      message: `The cache is not used, since the repository holds files of it (${path}): take them out of git`,
    },
  ];
}
