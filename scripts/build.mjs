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
import { build } from "esbuild";
import { writeDeclarations } from "./declarations.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, "node_modules", ".cache");
mkdirSync(cache, { recursive: true });
// Built aside: a build that fails leaves the last program as it was, and one that succeeds takes its place in a moment.
const fresh = mkdtempSync(join(cache, "dist-"));
try {
  await buildInto(fresh);
  chmodSync(join(fresh, "cli.js"), 0o755);
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
    minifySyntax: true,
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  };
  const inputs = [];
  for (const options of [bin(outdir), program(outdir), library(outdir)]) {
    const { metafile } = await build({ ...common, ...options });
    inputs.push(...Object.keys(metafile.inputs));
  }
  const precompile = [join(root, "scripts/precompile.mjs"), join(root, "schemas"), join(outdir, "validators")];
  execFileSync(process.execPath, precompile, { stdio: ["ignore", "ignore", "inherit"] });
  writeFileSync(join(outdir, "THIRD-PARTY-LICENSES.txt"), licences(inputs));
  writeDeclarations(root, ["lint", "lint-folder"], join(outdir, "types"));
}

/** The few lines that start the program. */
function bin(outdir) {
  return {
    entryPoints: ["src/cli.ts"],
    outfile: join(outdir, "cli.js"),
    format: "esm",
    define: { BUILD: JSON.stringify(identity()) },
  };
}

/** The program itself: one CommonJS file, since the machine code of that can be kept; its parts still run when they are asked for. */
function program(outdir) {
  return {
    entryPoints: ["src/main.ts"],
    outfile: join(outdir, "program.cjs"),
    format: "cjs",
    define: { "import.meta.url": "__moduleUrl" },
    // Kept code cannot import.
    supported: { "dynamic-import": false },
    // Without comments it is plain ASCII, which is read in a tenth of the time.
    minifyWhitespace: true,
    banner: { js: 'const __moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
  };
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
