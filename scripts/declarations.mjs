// Writes the declarations that users of the package can reach, and no others.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

/** Emits the declarations of `entries` (paths under `src` without extension) and of all that they import into `outdir`. */
export function writeDeclarations(root, entries, outdir) {
  const cache = join(root, "node_modules", ".cache");
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, "declarations-"));
  try {
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    const options = ["-p", join(root, "tsconfig.build.json"), "--outDir", work];
    execFileSync(process.execPath, [compiler, ...options], { stdio: "inherit" });
    for (const file of reachable(entries.map((entry) => join(work, `${entry}.d.ts`)))) {
      const target = join(outdir, file.slice(work.length + 1));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, withJsSpecifiers(readFileSync(file, "utf8")));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function reachable(files) {
  const seen = new Set(files);
  for (const file of seen) {
    for (const { fileName } of importsOf(readFileSync(file, "utf8"))) {
      if (fileName.startsWith(".")) seen.add(join(dirname(file), fileName.replace(/\.ts$/u, ".d.ts")));
    }
  }
  return [...seen];
}

/** The compiler leaves `.ts` in the imports of declarations, and there are no such files in the package. */
function withJsSpecifiers(text) {
  return importsOf(text).reduceRight(
    (result, { fileName, end }) =>
      fileName.startsWith(".") ? `${result.slice(0, end - 3)}.js${result.slice(end)}` : result,
    text,
  );
}

/** Imports in order; `end` is the offset behind the specifier's last character. */
function importsOf(text) {
  return ts
    .preProcessFile(text)
    .importedFiles.map(({ fileName, pos }) => ({ fileName, end: text.indexOf(fileName, pos) + fileName.length }));
}
