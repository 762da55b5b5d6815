// Compiles every shipped JSON Schema to plain code, so that a run loads no schema compiler:
//   node scripts/precompile.mjs [schemas folder] [output folder]
// The output is a CommonJS module for each `<name>.schema.json`, named `<name>.cjs`, that is the validator.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const suffix = ".schema.json";
const bundling = { bundle: true, format: "esm", platform: "node", target: "node20", logLevel: "warning" };

// The build imports this file for its effect; the arguments count only where it is the program itself.
const self = fileURLToPath(import.meta.url);
const given = resolve(process.argv[1] ?? "") === self ? process.argv.slice(2) : [];
const outdir = resolve(given[1] ?? join(root, "dist", "validators"));
const names = await precompile(resolve(given[0] ?? join(root, "schemas")), outdir);
console.log(`${names.length} schemas compiled to ${outdir}`);

/** Writes the compiled form of each schema of a folder to a file of its own; returns their names, sorted. */
async function precompile(folder, outdir) {
  // Inside node_modules, so that what is bundled there still finds the packages that it imports.
  const cache = join(root, "node_modules", ".cache");
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, "precompile-"));
  try {
    const prepareCompiler = await loadCompiler(work);
    const names = (await readdir(folder))
      .filter((file) => file.endsWith(suffix))
      .map((file) => file.slice(0, -suffix.length));
    names.sort();
    for (const name of names) {
      const schema = JSON.parse(await readFile(join(folder, name + suffix), "utf8"));
      const compiler = await prepareCompiler(schema, { source: true });
      const compiled = compiler.ajv.compile(compiler.schema);
      await writeFile(join(work, `${name}.cjs`), standalone.default(compiler.ajv, compiled));
    }
    const entryPoints = names.map((name) => join(work, `${name}.cjs`));
    const output = { outdir, outExtension: { ".js": ".cjs" }, format: "cjs" };
    await build({ ...bundling, ...output, entryPoints, minify: true, legalComments: "none" });
    return names;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The compiler that the program itself uses, so that both ways of compiling share their options. */
async function loadCompiler(work) {
  const outfile = join(work, "compiler.mjs");
  await build({ ...bundling, entryPoints: [join(root, "src/schema/validator.ts")], outfile, packages: "external" });
  return (await import(pathToFileURL(outfile).href)).prepareCompiler;
}
