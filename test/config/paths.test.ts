import { expect, it } from "vitest";
import { folderOf, isInside, joinPath } from "../../src/config/paths.ts";

it("finds the folder of a path", () => {
  expect([folderOf("a/b/c.json"), folderOf("c.json")]).toEqual(["a/b", ""]);
});

it.each([
  ["a/b", "../c.json", "a/c.json"],
  ["", "./c.json", "c.json"],
  ["a", "b//./c.json", "a/b/c.json"],
])("joins %s and %s to %s", (folder, path, joined) => {
  expect(joinPath(folder, path)).toBe(joined);
});

it("outside: a path that leaves the root is null, even where it comes back", () => {
  expect(joinPath("a", "../../b")).toBeNull();
  expect(joinPath("", "../root/b")).toBeNull();
});

it("name-prefix: a folder whose name only begins alike is another folder", () => {
  expect(isInside("packages/a", "packages/a/src/x.ts")).toBe(true);
  expect(isInside("packages/a", "packages/ab/src/x.ts")).toBe(false);
  expect(isInside("", "x.ts")).toBe(true);
});
