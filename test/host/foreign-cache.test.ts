import { expect, it } from "vitest";
import { foreignCache } from "../../src/host/foreign-cache.ts";

it.each(["node_modules/.cache/design-lint/0.facts", "packages/a/node_modules/.cache/design-lint/code/x"])(
  "tracked: a repository that holds files of the cache gets a notice that names one (%s)",
  (path) => {
    expect(foreignCache(["src/a.ts", path]).map(({ message }) => message)).toEqual([expect.stringContaining(path)]);
  },
);

it("own: everything else in node_modules, and a repository without its cache, is none", () => {
  expect(foreignCache(["node_modules/a/index.js", "src/a.ts"])).toEqual([]);
});
