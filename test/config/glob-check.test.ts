import { expect, it } from "vitest";
import { globProblem, plainGlob, relativePathProblem } from "../../src/config/glob-check.ts";

it.each(["src/**", "./src/*.ts", "src/{a,b}/**", "**/[ab].ts", "a..b/c"])("%s is fine", (glob) => {
  expect(globProblem(glob)).toBeNull();
});

it.each([
  ["/src/**", "absolute"],
  ["C:/src/**", "absolute"],
  ["src\\**", "backslash"],
  ["../src/**", "`..`"],
  ["src/../../x", "`..`"],
  [" ", "empty"],
])("outside: %s is refused", (glob, reason) => {
  expect(globProblem(glob)).toContain(reason);
  expect(relativePathProblem(glob)).toContain(reason);
});

it("negated: a glob that excludes is refused, since alone it would cover nearly everything", () => {
  expect(globProblem("!src/keep/**")).toContain("`!`");
});

it("unbalanced: braces that do not pair are refused", () => {
  for (const glob of ["src/{a,b", "src/a}", "}{"]) expect(globProblem(glob)).toContain("braces");
});

it("dot-slash: a leading ./ is dropped", () => {
  expect(["./src/**", ".//./src/**", "src/./x"].map(plainGlob)).toEqual(["src/**", "src/**", "src/./x"]);
});
