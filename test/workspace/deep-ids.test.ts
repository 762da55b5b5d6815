import { expect, it } from "vitest";
import { memorySnapshot } from "../../src/snapshot.ts";
import { createDeepIds } from "../../src/workspace/deep-ids.ts";
import { createFactReader } from "../../src/workspace/facts.ts";
import { resolveRelative } from "../../src/workspace/resolve.ts";

function deepIds(files: Record<string, string>) {
  const snapshot = memorySnapshot(files);
  const facts = createFactReader(snapshot, { get: () => undefined, set: () => undefined });
  const paths = new Set(snapshot.files.keys());
  return createDeepIds({ snapshot, facts, resolve: (from, specifier) => resolveRelative(paths, from, specifier) });
}

const files = {
  "a.ts": 'export { b } from "./b.ts";\n',
  "b.ts": 'import type { C } from "./c.ts";\nexport const b: C = 1;\n',
  "c.ts": "export type C = number;\n",
  "d.ts": "export const d = 1;\n",
};

const idOf = (changed: Record<string, string> = {}, path = "a.ts") => deepIds({ ...files, ...changed }).of(path);

it("reached: a change of a file that is reached changes the id, one of any other does not", async () => {
  const id = await idOf();
  for (const path of ["a.ts", "b.ts", "c.ts"] as const) {
    expect(await idOf({ [path]: `${files[path]}export const more = 1;\n` })).not.toBe(id);
  }
  expect(await idOf({ "d.ts": "export const d = 2;\n" })).toBe(id);
});

it("cycle: files that import each other change together", async () => {
  const cycle = {
    "a.ts": 'import "./b.ts"; import "./d.ts";',
    "b.ts": 'import "./c.ts";',
    "c.ts": 'import "./a.ts"; let c = 1;',
  };
  const ids = deepIds({ ...files, ...cycle });
  const [a, b, c] = [await ids.of("a.ts"), await ids.of("b.ts"), await ids.of("c.ts")];
  expect(new Set([a, b, c]).size).toBe(1);
  for (const change of [{ "c.ts": 'import "./a.ts"; let c = 2;' }, { "d.ts": "export const d = 3;" }]) {
    const other = deepIds({ ...files, ...cycle, ...change });
    expect(await other.of("b.ts")).not.toBe(b);
  }
});

it("moved: a specifier that leads to another file changes the id", async () => {
  const start = { "a.ts": 'import "./x";', "x/index.ts": "let x = 1;" };
  expect(await idOf({ ...start, "x.ts": "let x = 1;" })).not.toBe(await idOf(start));
});

it("comments: a comment in a file that is reached changes nothing", async () => {
  expect(await idOf({ "b.ts": files["b.ts"].replace("export", "/** New. */ export") })).toBe(await idOf());
});

it("beyond: paths that a file does not import by itself are told", async () => {
  expect(await deepIds(files).beyond("a.ts", ["b.ts", "c.ts", "a.ts", "tsconfig.json"])).toEqual([
    "c.ts",
    "tsconfig.json",
  ]);
});

it("deep-chain: a chain of thousands of imports does not overflow the stack", async () => {
  const chain = Array.from({ length: 5000 }, (_, at): [string, string] => [`f${at}.ts`, `import "./f${at + 1}.ts";`]);
  expect(await deepIds(Object.fromEntries(chain)).of("f0.ts")).toMatch(/^[0-9a-f]{40}$/u);
});
