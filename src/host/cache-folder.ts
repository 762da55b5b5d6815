import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder that the cache of a root lies in: inside `node_modules` where there is one, else the user's cache folder. */
export function cacheFolder(root: string, env: Environment): string {
  const modules = join(root, "node_modules");
  if (existsSync(modules)) return join(modules, ".cache", "design-lint");
  const name = createHash("sha256").update(root).digest("hex").slice(0, 32);
  return join(userCacheFolder(env), name);
}

/** The user's own folder for what belongs to no repository, so that none can put anything there. */
export function userCacheFolder({ XDG_CACHE_HOME: xdg, LOCALAPPDATA: local }: Environment): string {
  // A relative path counts for nothing (XDG Base Directory Specification): it would lie in the repository.
  const user = [xdg, process.platform === "win32" ? local : undefined].find(
    (path) => path !== undefined && isAbsolute(path),
  );
  return join(user ?? join(homedir(), ".cache"), "design-lint");
}
