import { describe, expect, it } from "vitest";
import { createPlatform } from "../../src/host/platform.ts";
import { judge } from "../../src/lint.ts";
import { memorySnapshot } from "../../src/snapshot.ts";
import type { FactCache } from "../../src/workspace/facts.ts";
import { createOracleSource } from "../../src/workspace/oracle-source.ts";
import { interfaceProject } from "../support/interface-project.ts";

const platform = createPlatform();
const inferred = interfaceProject("export const a = [1].map(String);\n", "export declare const a: string[];");
const explicit = interfaceProject('export { b } from "./b";\n', "export declare const b: number;");

function memoryCache(): FactCache & { readonly size: () => number } {
  const entries = new Map<string, unknown>();
  return {
    get: (key) => entries.get(key),
    set: (key, value) => void entries.set(key, value),
    size: () => entries.size,
  };
}

/** Counts how often a program is asked for. */
function countingOracles() {
  const source = createOracleSource(platform);
  const asked: string[][] = [];
  return {
    asked,
    oracles: {
      ...source,
      environment: source.environment,
      exactOptional: source.exactOptional,
      aliases: source.aliases,
      oracle: (snapshot: Parameters<typeof source.oracle>[0], sources: readonly string[]) => {
        asked.push([...sources]);
        return source.oracle(snapshot, sources);
      },
    },
  };
}

const interfaceRules = async (files: Record<string, string>, options: Parameters<typeof judge>[2]) =>
  (await judge(memorySnapshot(files), platform, options)).report.diagnostics
    .map(({ rule }) => rule)
    .filter((rule) => rule.startsWith("interface/"));

describe("createComparer", () => {
  it("one-program: the compiler is asked once for all sources that need it, and not at all without need", async () => {
    const many = {
      ...inferred,
      "src/c.ts": "export const c = [1].length;\n",
      "docs/design/c.md": (inferred["docs/design/thing.md"] ?? "").replace("a: string[]", "c: number"),
    };
    const { asked, oracles } = countingOracles();
    expect(await interfaceRules(many, { oracles })).toEqual([]);
    expect(asked).toEqual([["src/c.ts", "src/thing.ts"]]);
    const none = countingOracles();
    await interfaceRules({ ...explicit, "src/b.ts": "export const b: number = 1;\n" }, { oracles: none.oracles });
    expect(none.asked).toEqual([]);
  });

  it("remembered: an unchanged pair is not compared again, with or without the compiler", async () => {
    const cache = memoryCache();
    await interfaceRules(inferred, { cache });
    const size = cache.size();
    const { asked, oracles } = countingOracles();
    expect(await interfaceRules(inferred, { cache, oracles })).toEqual([]);
    expect(asked).toEqual([]);
    expect(cache.size()).toBe(size);
  });

  it("depends: a verdict is forgotten when a file changes that it depended on, or a specifier leads elsewhere", async () => {
    const cache = memoryCache();
    const files = { ...explicit, "src/b.ts": "export const b: number = 1;\n" };
    expect(await interfaceRules(files, { cache })).toEqual([]);
    expect(await interfaceRules({ ...files, "src/b.ts": "export const b: string = '';\n" }, { cache })).toEqual([
      "interface/changed",
    ]);
    const { "src/b.ts": text, ...rest } = files;
    expect(await interfaceRules({ ...rest, "src/b/index.ts": text }, { cache })).toEqual([]);
  });

  it("spellings: what all pairs ask about computed types is asked together", async () => {
    const code = "export type A = Partial<{ a: string }>;\n";
    const one = interfaceProject(code, "export type A = { a?: string };");
    const files = {
      ...one,
      "src/c.ts": code,
      "docs/design/c.md": (one["docs/design/thing.md"] ?? "").replace("a?: string", "a?: number"),
    };
    const { asked, oracles } = countingOracles();
    const cache = memoryCache();
    expect((await interfaceRules(files, { oracles, cache })).sort()).toEqual([
      "interface/changed",
      "interface/spelling",
    ]);
    expect(asked).toEqual([["src/c.ts", "src/thing.ts"]]);
    expect((await interfaceRules(files, { oracles, cache })).sort()).toEqual([
      "interface/changed",
      "interface/spelling",
    ]);
    expect(asked).toHaveLength(1);
  });

  it("other-code: a verdict of the compiler is forgotten when any code changes", async () => {
    const cache = memoryCache();
    const files = {
      ...interfaceProject('import { b } from "./b.js";\nexport const a = b;\n', "export declare const a: number;"),
      "src/b.ts": "export let b = 1;\n",
    };
    expect(await interfaceRules(files, { cache })).toEqual([]);
    expect(await interfaceRules({ ...files, "src/b.ts": "export let b = '';\n" }, { cache })).toEqual([
      "interface/changed",
    ]);
  });

  it("ambient-source: a verdict of the compiler is forgotten when a source that nobody imports declares globally otherwise", async () => {
    const cache = memoryCache();
    const globals = (type: string) => `export {};\ndeclare global { interface Array<T> { odd(): ${type} } }\n`;
    const files = {
      ...interfaceProject("export const a = [1].odd();\n", "export declare const a: number;"),
      "tsconfig.json": '{ "include": ["src"] }',
      "src/globals.ts": globals("number"),
    };
    expect(await interfaceRules(files, { cache })).toEqual([]);
    expect(await interfaceRules({ ...files, "src/globals.ts": globals("string") }, { cache })).toEqual([
      "interface/changed",
    ]);
    const { "src/globals.ts": _, ...without } = files;
    expect(await interfaceRules(without, { cache })).toEqual(["interface/undecided"]);
    const other = { ...files, "src/globals.ts": "export {};\n", "src/more.ts": globals("string") };
    expect(await interfaceRules(other, { cache })).toEqual(["interface/changed"]);
  });

  it("alias: a file is one thing, whether it is imported by its path or by a name of the project", async () => {
    const cache = memoryCache();
    const files = {
      ...interfaceProject(
        'import type { B } from "@/b.js";\nexport declare const a: B;\n',
        'import type { B } from "./b";\nexport declare const a: B;',
      ),
      "tsconfig.json": '{ "extends": "./config/base.json" }',
      "config/base.json": '{ "compilerOptions": { "paths": { "@/*": ["../src/*"] } } }',
      "src/b.ts": "export interface B { b: 1 }\n",
    };
    expect(await interfaceRules(files, { cache })).toEqual([]);
    expect(await interfaceRules(files, { cache })).toEqual([]);
    const elsewhere = { ...files, "config/base.json": files["config/base.json"].replace("../src", "../other") };
    expect(await interfaceRules(elsewhere, { cache })).toEqual(["interface/changed"]);
    const { "src/b.ts": text, ...rest } = files;
    expect(await interfaceRules({ ...rest, "src/c.ts": text }, { cache })).toEqual(["interface/undecided"]);
  });

  it("exact-optional: undefined in an optional property counts only where the nearest tsconfig says so", async () => {
    const files = interfaceProject(
      "export interface A {\n  a?: string | undefined;\n}\n",
      "export interface A { a?: string }",
    );
    const tsconfig = (exact: boolean) =>
      JSON.stringify({ compilerOptions: { strict: true, exactOptionalPropertyTypes: exact } });
    const cache = memoryCache();
    expect(await interfaceRules({ ...files, "tsconfig.json": tsconfig(false) }, { cache })).toEqual([]);
    expect(await interfaceRules({ ...files, "tsconfig.json": tsconfig(true) }, { cache })).toEqual([
      "interface/changed",
    ]);
  });
});
