import type { Config, Scope } from "../config/config.ts";

/** Finds the scope that decides about a path: that of the nearest folder above it with a config of its own. */
export function scopeFinder(config: Config): (path: string) => Scope {
  const byFolder = new Map(config.scopes.map((scope) => [scope.folder, scope]));
  const known = new Map<string, Scope>();

  function ofFolder(folder: string): Scope {
    const remembered = known.get(folder);
    if (remembered !== undefined) return remembered;
    const own = byFolder.get(folder);
    if (own === undefined && folder === "") throw new Error("a config always has a scope for the root");
    const scope = own ?? ofFolder(parentOf(folder));
    known.set(folder, scope);
    return scope;
  }

  return (path) => ofFolder(parentOf(path));
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
