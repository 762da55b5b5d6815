import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The folder that the cache of a root lies in: inside `node_modules` where there is one, else the user's cache folder. */
export function cacheFolder(root: string, env: Readonly<NodeJS.ProcessEnv>): string {
  const modules = join(root, "node_modules");
  if (existsSync(modules)) return join(modules, ".cache", "design-lint");
  const name = createHash("sha256").update(root).digest("hex").slice(0, 32);
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = env;
  const user = [xdg, process.platform === "win32" ? local : undefined].find(
    (path) => path !== undefined && path !== "",
  );
  return join(user ?? join(homedir(), ".cache"), "design-lint", name);
}
