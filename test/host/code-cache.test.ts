import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { beforeAll, expect, it } from "vitest";
import { packageRoot } from "../support/program.ts";
import { tempFolder } from "../support/temp-git.ts";

let program = "";

beforeAll(async () => {
  program = join(packageRoot, "node_modules/.cache", `code-cache-${process.pid}.mjs`);
  const script = `import { createRequire } from "node:module";
import { useCodeCache } from ${JSON.stringify(join(packageRoot, "src/host/code-cache.ts"))};
const cache = useCodeCache(process.argv[2], /typescript\\.js$/u);
const require = createRequire(import.meta.url);
require("picomatch");
const ts = require("typescript");
process.stdout.write(ts.version + Object.keys(ts).length + ts.createSourceFile("a.ts", "let a = 1", 99).statements.length);
if (process.argv[3] === "more") ts.transpileModule("enum A { B }", {});
if (process.argv[3] === "long") process.cpuUsage = () => ({ user: 1_500_000, system: 600_000 });
cache.flush();`;
  const stdin = { contents: script, resolveDir: packageRoot };
  await build({ stdin, outfile: program, bundle: true, platform: "node", format: "esm", packages: "external" });
});

const run = (folder: string, ...args: string[]) =>
  execFileSync(process.execPath, [program, folder, ...args], { encoding: "utf8" });

const kept = (folder: string) => {
  const names = readdirSync(folder);
  expect(names).toHaveLength(1);
  return join(folder, names[0] ?? "");
};

it("kept: a second process loads what the first one kept, and gets the same compiler", () => {
  const { path } = tempFolder();
  const first = run(path);
  expect(statSync(kept(path)).size).toBeGreaterThan(100_000);
  expect(run(path)).toBe(first);
  expect(run(path)).toBe(first);
});

it("growing: code is kept anew until it grows no more", () => {
  const { path } = tempFolder();
  run(path);
  const small = statSync(kept(path)).size;
  run(path, "more");
  expect(statSync(kept(path)).size).toBeGreaterThan(small * 1.1);
  run(path, "more");
  const settled = readFileSync(kept(path));
  const { mtimeNs } = statSync(kept(path), { bigint: true });
  run(path);
  run(path, "more");
  expect(readFileSync(kept(path)).equals(settled)).toBe(true);
  expect(statSync(kept(path), { bigint: true }).mtimeNs).toBe(mtimeNs);
});

it("long: a run of seconds keeps nothing", () => {
  const { path } = tempFolder();
  run(path, "long");
  expect(readdirSync(path)).toEqual([]);
});

it("others: files that were not asked for are left to Node", () => {
  const { path } = tempFolder();
  run(path);
  expect(kept(path)).toMatch(/typescript\.js-[\da-f]{16}\.code$/u);
});

it("damaged: kept code that is cut off or changed is not used, and is written anew", () => {
  const { path } = tempFolder();
  const first = run(path);
  const file = kept(path);
  const whole = readFileSync(file);
  const changed = Buffer.from(whole).fill(7, 5000, 6000);
  for (const damaged of [whole.subarray(0, 3000), changed, Buffer.alloc(0)]) {
    writeFileSync(file, damaged);
    expect(run(path)).toBe(first);
    expect(readFileSync(file).equals(damaged)).toBe(false);
  }
});

it.skipIf(process.platform === "win32")("shared-folder: a folder that others may write is not used", () => {
  const { path } = tempFolder();
  chmodSync(path, 0o777);
  run(path);
  expect(readdirSync(path)).toEqual([]);
});

it("unwritable: where nothing can be written the compiler is loaded as ever", () => {
  const { path, write } = tempFolder();
  write("file", "");
  mkdirSync(join(path, "other"));
  expect(run(join(path, "file/code"))).toBe(run(join(path, "other")));
});
