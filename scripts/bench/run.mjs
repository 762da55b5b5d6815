// Runs one of the TypeScript files of this folder: bundled with the sources that it measures, packages left outside.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [name = "", ...args] = process.argv.slice(2);
const outfile = join(root, "node_modules/.cache/bench", `${name}.mjs`);
mkdirSync(join(root, "node_modules/.cache/bench"), { recursive: true });
await build({
  entryPoints: [join(root, "scripts/bench", `${name}.ts`)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "warning",
  plugins: [ownUrls()],
});
process.exitCode = spawnSync(process.execPath, ["--expose-gc", outfile, ...args], { stdio: "inherit" }).status ?? 2;

/** A bundled file still finds what stands beside its source. */
function ownUrls() {
  return {
    name: "own-urls",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => ({
        loader: "ts",
        contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      }));
    },
  };
}
