import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cacheFolder, userCacheFolder } from "../../src/host/cache-folder.ts";
import { tempFolder } from "../support/temp-git.ts";

it("place: in node_modules where there is one, else in the person's cache folder, one for each root", () => {
  const { path } = tempFolder();
  expect(cacheFolder(path, { XDG_CACHE_HOME: "/cache" })).toMatch(/^\/cache\/design-lint\/[0-9a-f]{32}$/u);
  expect(cacheFolder(path, {}).startsWith(join(homedir(), ".cache", "design-lint"))).toBe(true);
  expect(cacheFolder(path, {})).not.toBe(cacheFolder(tempFolder().path, {}));
  mkdirSync(join(path, "node_modules"));
  expect(cacheFolder(path, {})).toBe(join(path, "node_modules/.cache/design-lint"));
});

it("user: what belongs to no repository lies in the person's cache folder", () => {
  expect(userCacheFolder({ XDG_CACHE_HOME: "/cache" })).toBe(join("/cache", "design-lint"));
  for (const nowhere of ["", "rel", "./rel"])
    expect(userCacheFolder({ XDG_CACHE_HOME: nowhere })).toBe(join(homedir(), ".cache", "design-lint"));
});
