import { describe, expect, it } from "vitest";
import { defaultSettings, readSettings } from "../../src/interface/oracle-config.ts";
import { memoryDisk, memoryRoot } from "../support/oracle.ts";

function read(files: Readonly<Record<string, string>>) {
  const known = Object.keys(files).map((path) => `${memoryRoot}/${path}`);
  return readSettings(`${memoryRoot}/tsconfig.json`, memoryDisk(files), known);
}

describe("readSettings", () => {
  it("extends: settings are inherited, and the configs that were read are named", () => {
    const settings = read({
      "tsconfig.json": '{ "extends": "./base.json" }',
      "base.json": '{ "compilerOptions": { "strict": false, /* comment */ "target": "es2020" } }',
    });
    expect(settings.options.strict).toBe(false);
    expect(settings.consulted).toEqual(["tsconfig.json", "base.json"]);
    expect(settings.problem).toBeNull();
  });

  it("incomplete: a config that extends what is not there says so", () => {
    const settings = read({ "tsconfig.json": '{ "extends": "@acme/tsconfig", "files": [] }' });
    expect(settings.problem).toMatch(/^tsconfig\.json cannot be read in full: .*@acme\/tsconfig/u);
  });

  it("foreign-options: options of another version of the compiler are no problem", () => {
    expect(
      read({
        "tsconfig.json":
          '{ "compilerOptions": { "importsNotUsedAsValues": "error", "fromTheFuture": true, "module": "es2099" } }',
      }).problem,
    ).toBeNull();
  });

  it("ambient: declaration files that the config includes belong to every file", () => {
    const settings = read({
      "tsconfig.json": '{ "include": ["types"] }',
      "types/env.d.ts": "",
      "other/env.d.ts": "",
      "src/a.ts": "",
    });
    expect(settings.ambient).toEqual([`${memoryRoot}/types/env.d.ts`]);
    expect(settings.includes.has(`${memoryRoot}/src/a.ts`)).toBe(false);
  });

  it("older-compiler: a project that has an older compiler keeps its defaults", () => {
    const manifest = '{ "name": "typescript", "version": "5.4.2" }';
    const disk = {
      ...memoryDisk({ "tsconfig.json": "{}" }),
      read: (path: string) => (path.endsWith("typescript/package.json") ? manifest : "{}"),
    };
    expect(readSettings(`${memoryRoot}/tsconfig.json`, disk, []).options.strict).toBe(false);
    expect(read({ "tsconfig.json": "{}" }).options.strict).toBeUndefined();
  });

  it("no-config: without a config strict defaults hold", () => {
    expect(defaultSettings().options).toMatchObject({ strict: true, allowJs: true });
    expect(defaultSettings().config).toBe("");
  });
});
