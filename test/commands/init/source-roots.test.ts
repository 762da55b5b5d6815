import { describe, expect, it } from "vitest";
import { sourceRoots } from "../../../src/commands/init/source-roots.ts";

const roots = (files: readonly string[], workspaces: readonly string[] = []) =>
  sourceRoots(files, workspaces).map((root) => `${root.package}${root.code}*.${root.extensions.join("|")}`);

describe("source roots", () => {
  it("finds src and lib with the extensions that occur", () => {
    expect(roots(["src/a.ts", "src/b.tsx", "lib/c.js", "scripts/d.ts"])).toEqual(["src/*.ts|tsx", "lib/*.js"]);
  });

  it("monorepo: the star of a workspace becomes a placeholder", () => {
    expect(roots(["plugins/a/src/x.ts", "tools/build.ts"], ["plugins/*"])).toEqual(["plugins/{plugin}/src/*.ts"]);
    expect(roots(["code/a/b/src/x.ts"], ["code/*/*"])).toEqual(["code/{code}/{package}/src/*.ts"]);
  });

  it("customary-folders: packages, apps and libs need no declaration; the repository's own src counts too", () => {
    expect(roots(["packages/a/src/x.ts", "apps/w/main.js", "src/y.ts"])).toEqual([
      "packages/{package}/src/*.ts",
      "apps/{app}/*.js",
      "src/*.ts",
    ]);
  });

  it("root-level: code lies at the root; not in a monorepo", () => {
    expect(roots(["index.js", "a/b.js"])).toEqual(["*.js"]);
    expect(roots(["release.js", "packages/a/src/x.ts"])).toEqual(["packages/{package}/src/*.ts"]);
  });

  it("same-path-twice: lib is left out where it repeats a path of src", () => {
    expect(roots(["src/a.ts", "lib/a.js"])).toEqual(["src/*.ts"]);
  });

  it("only-tests-or-configs: they make no root", () => {
    expect(roots(["vitest.config.ts", "test/a.test.ts", ".eslintrc.js"])).toEqual(["src/*.ts"]);
  });

  it("no-code: src", () => {
    expect(roots([])).toEqual(["src/*.ts"]);
  });

  it("other-globs: a workspace that no pattern can say is left out", () => {
    expect(roots(["x/a/src/y.ts", "src/z.ts"], ["x/**", "{a,b}/*"])).toEqual(["src/*.ts"]);
  });
});
