import { expect, it } from "vitest";
import { memorySnapshot } from "../../src/snapshot.ts";
import { createCircumstances } from "../../src/workspace/circumstances.ts";
import { createFactReader, type FactCache } from "../../src/workspace/facts.ts";
import { resolveRelative } from "../../src/workspace/resolve.ts";

const files = {
  "a.ts": 'import { b } from "./b.ts";\nexport const a = b;\n',
  "b.ts": "export const b = 1;\n",
  "c.ts": "let c;",
};

function memory(): FactCache & { readonly entries: Map<string, unknown> } {
  const entries = new Map<string, unknown>();
  return { entries, get: (key) => entries.get(key), set: (key, value) => void entries.set(key, value) };
}

function circumstances(
  cache: FactCache,
  changed: Record<string, string> = {},
  disk: Record<string, string> = { x: "1" },
  ambient: readonly string[] = [],
) {
  const snapshot = memorySnapshot({ ...files, ...changed });
  const paths = new Set(snapshot.files.keys());
  const unused = () => {
    throw new Error("no compiler is needed here");
  };
  return createCircumstances({
    snapshot,
    facts: createFactReader(snapshot, cache),
    ambient,
    cache,
    resolve: (from, specifier) => resolveRelative(paths, from, specifier),
    oracles: {
      environment: ({ files: all }) => [...all].map(([path, { id }]) => path + id).join(),
      looked: new Map(Object.entries(disk)),
      look: (question) => disk[question] ?? "none",
      seen: unused,
      oracle: unused,
      exactOptional: unused,
      aliases: unused,
    },
  });
}

async function holds(
  consulted: readonly string[] | "anything" | null,
  changed: Record<string, string>,
): Promise<boolean> {
  const cache = memory();
  const found = await circumstances(cache).of("a.ts", consulted);
  expect(await circumstances(cache).hold(found)).toBe(true);
  return circumstances(cache, changed).hold(found);
}

it("uncompiled: a verdict without the compiler depends on no other code", async () => {
  expect(await holds(null, { "b.ts": "export const b = 2;", "c.ts": "let d;", "types.d.ts": "" })).toBe(true);
});

it("consulted: one with its answers depends on the files that it read, and on nothing else", async () => {
  expect(await holds(["b.ts"], { "b.ts": "export const b = 2;\n" })).toBe(false);
  expect(await holds(["b.ts"], { "c.ts": "let d;" })).toBe(true);
  expect(await holds(["b.ts", "c.ts"], { "c.ts": "let d;" })).toBe(false);
});

it("unanswered: one without answers depends on all code", async () => {
  expect(await holds("anything", { "c.ts": "let d;" })).toBe(false);
});

it("ambient: a new ambient declaration or a changed manifest is noticed", async () => {
  expect(await holds(["b.ts"], { "types.d.ts": "declare const z: 1;" })).toBe(false);
  expect(await holds(["b.ts"], { "package.json": "{}" })).toBe(false);
});

it("ambient-source: so is a source that begins to declare something for all files", async () => {
  const cache = memory();
  const found = await circumstances(cache, {}, { x: "1" }, ["b.ts"]).of("a.ts", ["b.ts"]);
  expect(await circumstances(cache, {}, { x: "1" }, ["b.ts"]).hold(found)).toBe(true);
  expect(await circumstances(cache, {}, { x: "1" }, ["b.ts", "c.ts"]).hold(found)).toBe(false);
});

it("looked: what was looked at on disk has to be there as it was", async () => {
  const cache = memory();
  const found = await circumstances(cache).of("a.ts", null);
  expect(await circumstances(cache, {}, { x: "2" }).hold(found)).toBe(false);
});

it("forgotten: a list that is no longer kept holds nothing", async () => {
  const cache = memory();
  const found = await circumstances(cache).of("a.ts", null);
  expect(await circumstances(memory()).hold(found)).toBe(false);
});
