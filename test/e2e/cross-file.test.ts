import { describe, expect, it } from "vitest";
import type { Report } from "../../src/engine/report.ts";
import { createPlatform } from "../../src/host/platform.ts";
import { judge } from "../../src/lint.ts";
import { memorySnapshot } from "../../src/snapshot.ts";
import type { FactCache } from "../../src/workspace/facts.ts";
import { designLint, repositoryWith } from "../support/program.ts";

const platform = createPlatform();

const config = JSON.stringify({
  compilerOptions: {
    strict: true,
    lib: ["es2015"],
    target: "es2022",
    module: "esnext",
    moduleResolution: "bundler",
    types: [],
  },
});

function design(title: string, block: string): string {
  return `---\ntype: types\nstatus: implemented\n---\n\n# ${title}\n\nSays something.\n\n## Interface\n\n\`\`\`ts\n${block}\n\`\`\`\n`;
}

function memoryCache(): FactCache {
  const entries = new Map<string, unknown>();
  return { get: (key) => entries.get(key), set: (key, value) => void entries.set(key, value) };
}

async function drift(files: Readonly<Record<string, string>>, cache: FactCache) {
  const { report } = await judge(memorySnapshot({ "tsconfig.json": config, ...files }), platform, { cache });
  return report.diagnostics
    .filter(({ rule }) => rule.startsWith("interface/"))
    .map(({ rule, path }) => `${rule} ${path}`);
}

const owner = (type: string): string =>
  `interface Hidden {\n  a: ${type};\n}\n\nexport declare function make(): Hidden;\n`;
const ownerDesign = design("Owner", "interface Hidden { a: string }\nexport declare function make(): Hidden;");
const user = 'import { make } from "./owner";\n\nexport const made = make().a;\n';
const userDesign = design("User", "export declare const made: string;");

describe("types that cross files", () => {
  it("a change of a type that is not exported is drift of the file that owns it, and where a design spells it out", async () => {
    const cache = memoryCache();
    const files = {
      "src/owner.ts": owner("string"),
      "docs/design/owner.md": ownerDesign,
      "src/user.ts": user,
      "docs/design/user.md": userDesign,
    };
    expect(await drift(files, cache)).toEqual([]);
    expect(await drift({ ...files, "src/owner.ts": owner("number") }, cache)).toEqual([
      "interface/changed docs/design/owner.md",
      "interface/changed docs/design/user.md",
    ]);
    expect(await drift(files, cache)).toEqual([]);
  });

  it("where the owner has no design, the change is drift of those that spell it out", async () => {
    const cache = memoryCache();
    const files = { "src/owner.ts": owner("string"), "src/user.ts": user, "docs/design/user.md": userDesign };
    expect(await drift(files, cache)).toEqual([]);
    expect(await drift({ ...files, "src/owner.ts": owner("number") }, cache)).toEqual([
      "interface/changed docs/design/user.md",
    ]);
  });

  it.each([
    ["an import statement", 'import { make } from "./middle";', 'export { make } from "./owner";'],
    ["an alias, then a statement", 'import { make } from "#src/middle";', 'export { make } from "./owner";'],
    ["a statement, then an alias", 'import { make } from "./middle";', 'export { make } from "#src/owner";'],
    ["an import type", 'declare const make: typeof import("./middle").make;', 'export * from "./owner";'],
    [
      "a function that is called in place",
      'const make = (() => (null as never) as typeof import("./middle").make)();',
      'import * as owner from "#src/owner";\nexport const { make } = owner;',
    ],
  ])("a change two files away is seen from the cache: %s", async (_, imported, middle) => {
    const cache = memoryCache();
    const manifest = '{ "type": "module", "imports": { "#src/*": "./src/*.ts" } }';
    const files = {
      "package.json": manifest,
      "src/owner.ts": owner("string"),
      "src/middle.ts": `${middle}\n`,
      "src/user.ts": `${imported}\n\nexport const made = make().a;\n`,
      "docs/design/user.md": userDesign,
    };
    expect(await drift(files, cache)).toEqual([]);
    expect(await drift(files, cache)).toEqual([]);
    const changed = { ...files, "src/owner.ts": owner("number") };
    expect(await drift(changed, cache)).toEqual(["interface/changed docs/design/user.md"]);
    expect(await drift(files, cache)).toEqual([]);
  });

  it("a change behind a file that git ignores is seen from the cache", async () => {
    const repository = repositoryWith({
      ".gitignore": "src/made/\n",
      "tsconfig.json": config,
      "src/owner.ts": owner("string"),
      "src/user.ts": 'import { make } from "./made/make";\n\nexport const made = make().a;\n',
      "docs/design/user.md": userDesign,
    });
    repository.write("src/made/make.ts", 'export { make } from "../owner";\n');
    const found = async () => {
      const { stdout } = await designLint(["--format", "json"], { cwd: repository.path });
      const { diagnostics } = JSON.parse(stdout) as Report;
      return diagnostics.filter(({ rule }) => rule.startsWith("interface/")).map(({ rule }) => rule);
    };
    expect(await found()).toEqual([]);
    expect(await found()).toEqual([]);
    repository.write("src/owner.ts", owner("number"));
    expect(await found()).toEqual(["interface/changed"]);
  });

  it("a computed type is asked about again when what it computes from changes elsewhere", async () => {
    const cache = memoryCache();
    const files = {
      "src/owner.ts": "export interface Options {\n  a: string;\n}\n",
      "src/user.ts": 'import type { Options } from "./owner";\n\nexport type Patch = Partial<Options>;\n',
      "docs/design/user.md": design("User", "export type Patch = { a?: string };"),
    };
    expect(await drift(files, cache)).toEqual(["interface/spelling docs/design/user.md"]);
    expect(await drift({ ...files, "src/owner.ts": "export interface Options {\n  a: number;\n}\n" }, cache)).toEqual([
      "interface/changed docs/design/user.md",
    ]);
    expect(await drift(files, cache)).toEqual(["interface/spelling docs/design/user.md"]);
  });
});
