// Bundles the program into dist/: one chunk per command, TypeScript left outside, licences of what is bundled beside it.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
rmSync(dist, { recursive: true, force: true });

const result = await build({
  absWorkingDir: root,
  entryPoints: ["src/cli.ts", "src/lint.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  mainFields: ["module", "main"],
  external: ["typescript"],
  // What bundled CommonJS packages expect around them.
  banner: {
    js: [
      'import { createRequire as __createRequire } from "node:module";',
      "const require = __createRequire(import.meta.url);",
      'const __filename = require("node:url").fileURLToPath(import.meta.url);',
      'const __dirname = require("node:path").dirname(__filename);',
    ].join(" "),
  },
  minifySyntax: true,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});

await import("./precompile.mjs");
writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), licences(Object.keys(result.metafile.inputs)));
execFileSync(
  process.execPath,
  [join(root, "node_modules/typescript/bin/tsc"), "-p", join(root, "tsconfig.build.json")],
  {
    stdio: "inherit",
  },
);

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
