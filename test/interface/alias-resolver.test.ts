import { describe, expect, it } from "vitest";
import { createAliasResolver } from "../../src/interface/alias-resolver.ts";
import { createProjectFinder } from "../../src/interface/oracle-settings.ts";
import { memoryDisk } from "../support/oracle.ts";

type Files = Readonly<Record<string, string>>;
const config = (compilerOptions: object, more: object = {}): string => JSON.stringify({ compilerOptions, ...more });

function resolver(files: Files) {
  const all: Files = { "src/a.ts": "", "src/lib/b.ts": "", ...files };
  const disk = memoryDisk(all);
  const settingsOf = createProjectFinder(disk, Object.keys(all).map(disk.absolute));
  return createAliasResolver({ disk, settingsOf, has: (path) => path in all });
}

const leads = (files: Files, specifier: string, from = "src/a.ts"): string | null =>
  resolver(files).resolve(from, specifier).path;
const bundler = { module: "esnext", moduleResolution: "bundler" };
const node = { module: "nodenext", moduleResolution: "nodenext" };

describe("createAliasResolver", () => {
  it.each([
    ["paths", { "tsconfig.json": config({ paths: { "@lib/*": ["./src/lib/*"] } }) }, "@lib/b"],
    ["paths, exact", { "tsconfig.json": config({ paths: { lib: ["./src/lib/b.ts"] } }) }, "lib"],
    ["paths, .js", { "tsconfig.json": config({ ...node, paths: { "~/*": ["./src/*"] } }) }, "~/lib/b.js"],
    ["paths and baseUrl", { "tsconfig.json": config({ baseUrl: "src", paths: { "@/*": ["lib/*"] } }) }, "@/b"],
    ["baseUrl", { "tsconfig.json": config({ baseUrl: "./src" }) }, "lib/b"],
    [
      "extends",
      { "tsconfig.json": '{ "extends": "./config/base.json" }', "config/base.json": config({ baseUrl: "../src" }) },
      "lib/b",
    ],
    [
      "references",
      {
        "tsconfig.json": '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
        "tsconfig.app.json": config({ paths: { "@lib/*": ["./src/lib/*"] } }, { include: ["src"] }),
      },
      "@lib/b",
    ],
    [
      "imports",
      {
        "tsconfig.json": config(node),
        "package.json": '{ "type": "module", "imports": { "#lib/*": "./src/lib/*.ts" } }',
      },
      "#lib/b",
    ],
    [
      "imports, conditional",
      {
        "tsconfig.json": config(bundler),
        "package.json": '{ "imports": { "#b": { "types": "./src/lib/b.ts", "default": "./x.js" } } }',
      },
      "#b",
    ],
    [
      "own name",
      { "tsconfig.json": config(node), "package.json": '{ "name": "@me/x", "exports": { "./b": "./src/lib/b.ts" } }' },
      "@me/x/b",
    ],
    [
      "own name, built",
      {
        "tsconfig.json": config({ ...node, rootDir: "./src", outDir: "./dist" }),
        "package.json": '{ "name": "x", "type": "module", "exports": "./dist/lib/b.js" }',
      },
      "x",
    ],
    ["rootDirs", { "tsconfig.json": config({ rootDirs: ["./src", "./src/lib"] }) }, "./b"],
  ] satisfies readonly [string, Files, string][])("settings: %s", (_, files, specifier) => {
    expect(leads(files, specifier)).toBe("src/lib/b.ts");
  });

  it("configs: the configs that decide about a file are known, with all that they extend", () => {
    const files = { "tsconfig.json": '{ "extends": "./base.json" }', "base.json": "{}" };
    expect(resolver(files).configs("src/a.ts")).toEqual(["tsconfig.json", "base.json"]);
  });

  it("nearest: the nearest tsconfig counts", () => {
    const files = {
      "tsconfig.json": config({ paths: { "@/*": ["./src/*"] } }),
      "packages/p/tsconfig.json": config({ paths: { "@/*": ["./src/*"] } }),
      "packages/p/src/a.ts": "",
      "packages/p/src/lib/b.ts": "",
    };
    expect(leads(files, "@/lib/b")).toBe("src/lib/b.ts");
    expect(leads(files, "@/lib/b", "packages/p/src/a.ts")).toBe("packages/p/src/lib/b.ts");
  });

  it("packages: what leads out of the snapshot stays a name, and no file could change that", () => {
    const plain = resolver({ "tsconfig.json": config(bundler), "package.json": '{ "name": "x" }' });
    expect(plain.resolve("src/a.ts", "vitest")).toEqual({ path: null, isOpen: false });
    expect(plain.resolve("src/a.ts", "./missing")).toEqual({ path: null, isOpen: false });
    expect(
      resolver({ "tsconfig.json": config({ paths: { "@/*": ["./src/*"] } }) }).resolve("src/a.ts", "vitest"),
    ).toEqual({
      path: null,
      isOpen: false,
    });
    expect(resolver({ "tsconfig.json": config({ baseUrl: "src" }) }).resolve("src/a.ts", "vitest")).toEqual({
      path: null,
      isOpen: true,
    });
  });
});
