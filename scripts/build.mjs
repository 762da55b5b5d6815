// Bundles the program into dist/: one chunk per command, TypeScript left outside, licences of what is bundled beside it.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { writeDeclarations } from "./declarations.mjs";
import { syntaxModule } from "./syntax.mjs";

/** Large packages that most runs do not need, by the file that holds them: loading the program takes as long as it is large. */
const apart = {
  ajv: ["ajv/dist/2020.js", "ajv-formats"],
  markdown: ["unified", "remark-parse", "remark-frontmatter", "remark-gfm"],
  prompts: ["@clack/prompts"],
  "simple-git": ["simple-git"],
  yaml: ["yaml"],
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, "node_modules", ".cache");
mkdirSync(cache, { recursive: true });
// Built aside: a build that fails leaves the last program as it was, and one that succeeds takes its place in a moment.
const fresh = mkdtempSync(join(cache, "dist-"));
try {
  await buildInto(fresh);
  chmodSync(join(fresh, "cli.cjs"), 0o755);
  chmodSync(fresh, 0o755);
  rmSync(join(root, "dist"), { recursive: true, force: true });
  renameSync(fresh, join(root, "dist"));
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

async function buildInto(outdir) {
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node20.19",
    mainFields: ["module", "main"],
    external: ["typescript"],
    define: { SYNTAX: JSON.stringify("./syntax.cjs") },
    minifySyntax: true,
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  };
  const inputs = [];
  for (const options of [bin(outdir), await program(outdir), packages(outdir), library(outdir)]) {
    const define = { ...common.define, ...options.define };
    const { metafile } = await build({ ...common, ...options, define });
    inputs.push(...Object.keys(metafile.inputs));
  }
  inputs.push("node_modules/typescript/lib/typescript.js");
  writeFileSync(join(outdir, "syntax.cjs"), await syntax());
  const precompile = [join(root, "scripts/precompile.mjs"), join(root, "schemas"), join(outdir, "validators")];
  execFileSync(process.execPath, precompile, { stdio: ["ignore", "ignore", "inherit"] });
  writeFileSync(join(outdir, "THIRD-PARTY-LICENSES.txt"), licences(inputs));
  writeDeclarations(root, ["lint", "lint-folder"], join(outdir, "types"));
  for (const name of ["cli.cjs", "program.cjs", "syntax.cjs"]) refuseOtherThanAscii(join(outdir, name));
}

/** What starts the program: CommonJS, since Node starts ECMAScript modules more slowly. */
function bin(outdir) {
  return {
    entryPoints: ["src/cli.ts"],
    outfile: join(outdir, "cli.cjs"),
    format: "cjs",
    define: { BUILD: JSON.stringify(identity()), "import.meta.url": "__filename" },
    supported: { "dynamic-import": false },
    minifyWhitespace: true,
  };
}

/** The program itself: one CommonJS file, since the machine code of that can be kept; its parts still run when they are asked for. */
async function program(outdir) {
  return {
    entryPoints: ["src/main.ts"],
    outfile: join(outdir, "program.cjs"),
    format: "cjs",
    define: { "import.meta.url": "__moduleUrl" },
    // Kept code cannot import.
    supported: { "dynamic-import": false },
    // Without comments it is plain ASCII (`refuseOtherThanAscii`).
    minifyWhitespace: true,
    banner: { js: 'const __moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [await packagesApart()],
  };
}

/** Each says, beside the program, what its packages say. */
function packages(outdir) {
  const contents = (name) =>
    apart[name].map((id) => `exports[${JSON.stringify(id)}] = require(${JSON.stringify(id)});`);
  const setup = ({ onResolve, onLoad }) => {
    onResolve({ filter: /^apart:/ }, ({ path }) => ({ path: path.slice("apart:".length), namespace: "apart" }));
    onLoad({ filter: /./, namespace: "apart" }, ({ path }) => ({
      contents: contents(path).join("\n"),
      resolveDir: root,
    }));
  };
  return {
    entryPoints: Object.keys(apart).map((name) => ({ in: `apart:${name}`, out: `packages/${name}` })),
    outdir,
    outExtension: { ".js": ".cjs" },
    format: "cjs",
    minifyWhitespace: true,
    plugins: [{ name: "packages", setup }],
  };
}

/** Has the program load these packages from their files, with the names that the packages export. */
async function packagesApart() {
  const places = new Map(Object.entries(apart).flatMap(([name, ids]) => ids.map((id) => [id, name])));
  const names = new Map();
  for (const id of places.keys())
    names.set(
      id,
      Object.keys(await import(id)).filter((name) => /^\w+$/u.test(name)),
    );
  const contents = (id) => {
    const named = names.get(id).filter((name) => name !== "default" && name !== "__esModule");
    // As Node has it: the default of a CommonJS package is all that it exports.
    const isModule = id.startsWith("remark-");
    return `const load = require;
const all = load("./packages/${places.get(id)}.cjs")[${JSON.stringify(id)}];
export const { ${named.join(", ")} } = all;
export default ${isModule ? "all.default" : "all"};`;
  };
  const setup = ({ onResolve, onLoad }) => {
    onResolve({ filter: /^[@a-z]/ }, ({ path }) => (places.has(path) ? { path, namespace: "apart" } : undefined));
    onLoad({ filter: /./, namespace: "apart" }, ({ path }) => ({ contents: contents(path) }));
  };
  return { name: "packages-apart", setup };
}

/** What the program needs of the compiler where no program has to be made. */
async function syntax() {
  const list = readFileSync(join(root, "src/interface/syntax.ts"), "utf8");
  const names = [...list.matchAll(/(?:\||InternalName =) "(\w+)"/gu)].map(([, name]) => name);
  const options = { format: "cjs", platform: "node", target: "node20.19", minify: true };
  const notice =
    "/* Parts of TypeScript, unchanged but for being cut out and minified; its licence stands in THIRD-PARTY-LICENSES.txt. */";
  return (await transform(syntaxModule(names), { ...options, banner: notice })).code;
}

/** One letter beyond ASCII doubles what the text takes in memory, and has Node read it several times as slowly. */
function refuseOtherThanAscii(path) {
  const [found] = /.{0,40}[^\0-\x7f]/u.exec(readFileSync(path, "utf8")) ?? [];
  if (found !== undefined) throw new Error(`${path} is not plain ASCII (escape it in a regular expression): ${found}`);
}

/** What other programs import. */
function library(outdir) {
  return {
    entryPoints: ["src/lint.ts", "src/lint-folder.ts"],
    outdir,
    splitting: true,
    format: "esm",
    // What bundled CommonJS packages expect around them.
    banner: {
      js: [
        'import { createRequire as __createRequire } from "node:module";',
        "const require = __createRequire(import.meta.url);",
        'const __filename = require("node:url").fileURLToPath(import.meta.url);',
        'const __dirname = require("node:path").dirname(__filename);',
      ].join(" "),
    },
  };
}

/** A hash of all that goes into the program, so that no run of another one is taken for its own. */
function identity() {
  const hash = createHash("sha256");
  for (const folder of ["src", "schemas", "templates", "scripts", "package.json", "package-lock.json"]) {
    const names = statSync(join(root, folder)).isFile() ? [""] : readdirSync(join(root, folder), { recursive: true });
    for (const name of names.sort()) {
      const path = join(root, folder, name);
      if (statSync(path).isFile()) hash.update(`${folder}/${name}\0`).update(readFileSync(path)).update("\0");
    }
  }
  return hash.digest("hex").slice(0, 32);
}

function licences(inputs) {
  const folders = new Set(
    inputs.map((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(input)?.[0]).filter(Boolean),
  );
  return [...folders].sort().map(licence).join("\n\n");
}

function licence(folder) {
  const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const names = ["LICENSE", "LICENSE.md", "LICENSE.txt", "license", "license.md", "LICENCE", "License"];
  const file = names.map((name) => join(root, folder, name)).find(existsSync);
  const text = file === undefined ? "" : readFileSync(file, "utf8").trim();
  return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${text}`;
}
