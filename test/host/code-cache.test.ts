import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { beforeAll, expect, it } from "vitest";
import { packageRoot } from "../support/program.ts";
import { tempFolder } from "../support/temp-git.ts";

const ownCache = process.versions.node.startsWith("20.");
let program = "";

beforeAll(async () => {
  program = join(packageRoot, "node_modules/.cache", `code-cache-${process.pid}.mjs`);
  const script = `import { createRequire } from "node:module";
import { useCodeCache } from ${JSON.stringify(join(packageRoot, "src/host/code-cache.ts"))};
const cache = useCodeCache(process.argv[2]);
const ts = createRequire(import.meta.url)("typescript");
process.stdout.write(ts.version + Object.keys(ts).length + ts.createSourceFile("a.ts", "let a = 1", 99).statements.length);
await cache.flush();`;
  const stdin = { contents: script, resolveDir: packageRoot };
  await build({ stdin, outfile: program, bundle: true, platform: "node", format: "esm", packages: "external" });
});

const run = (folder: string) => execFileSync(process.execPath, [program, folder], { encoding: "utf8" });

it.runIf(ownCache)("kept: a second process loads what the first one kept, and gets the same compiler", () => {
  const { path } = tempFolder();
  const first = run(path);
  const [name = ""] = readdirSync(path);
  const kept = readFileSync(join(path, name));
  expect(kept.length).toBeGreaterThan(100_000);
  expect(run(path)).toBe(first);
  expect(readFileSync(join(path, name)).equals(kept)).toBe(true);
});

it.runIf(ownCache)("damaged: kept code that is cut off or changed is not used, and is written anew", () => {
  const { path } = tempFolder();
  const first = run(path);
  const file = join(path, readdirSync(path)[0] ?? "");
  const kept = readFileSync(file);
  const changed = Buffer.from(kept).fill(7, 5000, 6000);
  for (const damaged of [kept.subarray(0, 3000), changed, Buffer.alloc(0)]) {
    writeFileSync(file, damaged);
    expect(run(path)).toBe(first);
    expect(readFileSync(file).equals(damaged)).toBe(false);
  }
});

it("unwritable: where nothing can be written the compiler is loaded as ever", () => {
  const { path, write } = tempFolder();
  write("file", "");
  mkdirSync(join(path, "other"));
  expect(run(join(path, "file/code"))).toBe(run(join(path, "other")));
});
