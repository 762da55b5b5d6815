import { describe, expect, it } from "vitest";
import { workspaceGlobs } from "../../../src/commands/init/workspaces.ts";

describe("workspaces", () => {
  it("both-files: globs of both, each once, without ./ and final slash", () => {
    const packageJson = JSON.stringify({ workspaces: ["./packages/*/", "apps/web"] });
    expect(workspaceGlobs(packageJson, "packages:\n  - packages/*\n  - 'libs/*'\n")).toEqual([
      "packages/*",
      "apps/web",
      "libs/*",
    ]);
  });

  it("yarn-object: the older form is read", () => {
    expect(workspaceGlobs('{"workspaces":{"packages":["a/*"]}}', undefined)).toEqual(["a/*"]);
  });

  it("exclusions: a negated glob is left out", () => {
    expect(workspaceGlobs(undefined, "packages: ['a/*', '!a/b', '.']")).toEqual(["a/*"]);
  });

  it("broken-file: no globs", () => {
    expect(workspaceGlobs("{", "a: [")).toEqual([]);
    expect(workspaceGlobs("null", "- 1")).toEqual([]);
    expect(workspaceGlobs('{"workspaces":[1]}', "packages: 3")).toEqual([]);
  });
});
