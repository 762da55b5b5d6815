import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadShipped } from "../../src/schema/shipped.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const schemas: Readonly<Record<string, object>> = {
  "state-machine": {
    $defs: { name: { type: "string", minLength: 2, "x-heading": "Name" } },
    type: "object",
    required: ["name", "at"],
    properties: {
      name: { $ref: "#/$defs/name" },
      at: { type: "string", format: "date" },
      choice: { anyOf: [{ $ref: "#/$defs/name" }, { type: "array", items: { type: "object" }, uniqueItems: true }] },
    },
    unevaluatedProperties: false,
  },
};
const values = [
  {},
  { name: "a", at: "x", z: 1 },
  { name: "ab", at: "2026-01-31", choice: [{}, {}] },
  { name: "ab", at: "2026-01-31", choice: "😀" },
  5,
];
let folder = "";
let compiled = new URL("file:///");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "shipped-"));
  mkdirSync(join(folder, "schemas"));
  for (const [name, schema] of Object.entries(schemas)) {
    writeFileSync(join(folder, `schemas/${name}.schema.json`), JSON.stringify(schema));
  }
  writeFileSync(join(folder, "schemas/designrc.schema.json"), readFileSync(join(root, "schemas/designrc.schema.json")));
  const outdir = join(folder, "validators");
  execFileSync(process.execPath, [join(root, "scripts/precompile.mjs"), join(folder, "schemas"), outdir]);
  compiled = pathToFileURL(`${outdir}/`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const platform = {
  shipped: (path: string) => readFileSync(join(folder, path), "utf8"),
  packageFile: async () => null,
  typeFiles: {
    fileExists: () => false,
    readFile: () => undefined,
    directoryExists: () => false,
    getDirectories: () => [],
    realpath: String,
  },
};
const unavailable = {
  ...platform,
  shipped: () => {
    throw new Error("not compiled ahead of time");
  },
};

it("ahead-of-time: a compiled schema gives the same errors as one that is compiled now", async () => {
  const ahead = await loadShipped(unavailable, "state-machine", compiled);
  const now = await loadShipped(platform, "state-machine", new URL("./no-such-module/", import.meta.url));
  for (const value of values) expect(ahead(value)).toEqual(now(value));
  expect(ahead({})).toHaveLength(2);
  expect(ahead({ name: "ab", at: "2026-01-31", choice: "ab" })).toEqual([]);
});

it("no-imports: the compiled module loads where there are no packages", () => {
  for (const name of ["designrc", "state-machine"]) {
    const module = fileURLToPath(new URL(`${name}.cjs`, compiled));
    expect(createRequire(import.meta.url)(module)).toBeTypeOf("function");
  }
});

it("config schema: the shipped schema of configs is compiled ahead of time too", async () => {
  const validate = await loadShipped(unavailable, "designrc", compiled);
  expect(validate({ version: 1 })).toEqual([]);
  expect(validate({ rules: { "structure/missing-test": 2 } }).length).toBeGreaterThan(0);
});

it("not-compiled: run from sources, the schema file is compiled", async () => {
  const validate = await loadShipped(platform, "designrc");
  expect(validate({ version: 1 })).toEqual([]);
});

it("once: a schema is compiled once for each platform", async () => {
  const counted: string[] = [];
  const own = {
    ...platform,
    shipped(path: string) {
      counted.push(path);
      return platform.shipped(path);
    },
  };
  const validators = await Promise.all([loadShipped(own, "designrc"), loadShipped(own, "designrc")]);
  expect(validators[0]).toBe(validators[1]);
  expect(counted).toEqual(["schemas/designrc.schema.json"]);
  expect(await loadShipped({ ...own }, "designrc")).not.toBe(validators[0]);
  expect(counted).toHaveLength(2);
});

it("broken-module: a compiled module that cannot be loaded is not taken for a missing one", async () => {
  const broken = join(folder, "broken");
  mkdirSync(broken);
  writeFileSync(join(broken, "designrc.cjs"), "const = ;");
  await expect(loadShipped(platform, "designrc", pathToFileURL(`${broken}/`))).rejects.toThrow();
});

it("no-schema: a name that is not shipped, or a broken schema, rejects", async () => {
  await expect(loadShipped(platform, "nothing")).rejects.toThrow();
  writeFileSync(join(folder, "schemas/bad.schema.json"), '{"type":"txt"}');
  await expect(loadShipped(platform, "bad")).rejects.toThrow("bad is broken");
});
