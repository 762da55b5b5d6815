import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/engine/report.ts";
import { designLint, packageRoot } from "../support/program.ts";
import { installed, type Published, repositoryOf } from "../support/published.ts";
import { commitAll, type TempFolder, tempFolder } from "../support/temp-git.ts";

const packages: readonly Published[] = [
  { name: "@tanstack/query-core", version: "5.108.0" },
  { name: "redux", version: "5.0.1" },
  { name: "immer", version: "11.2.10" },
  { name: "mobx", version: "7.1.3" },
  { name: "rxjs", version: "7.8.2" },
];

/** The compilers whose emitted declarations stand in the designs. */
const compilers: Readonly<Record<string, () => string>> = {
  "TypeScript 6": () => join(packageRoot, "node_modules/.bin/tsc"),
  "TypeScript 7": () => join(installed({ name: "typescript", version: "7.0.2" }), "node_modules/.bin/tsc"),
};

/** What is said all the same, and why: the two compilers write one thing in different words, or neither can write it. */
const listed = [
  // A property that was given a local function: TypeScript 6 writes its type out, TypeScript 7 says `typeof` the function.
  /^interface\/spelling \S+ environmentManager\.isServer is \(\) => boolean, the design says typeof isServer/u,
  // Both write `[Symbol_observable](): …` as a property of a function type, which is not the same for those that extend the class.
  /^interface\/undecided \S+ Observable\[Symbol_observable\] could not be compared/u,
];

/** The declarations of every source, as a compiler's own program writes them, by source path. */
function emitted(tsc: string, repository: TempFolder, sources: readonly string[]): ReadonlyMap<string, string> {
  const out = join(tempFolder().path, "out");
  mkdirSync(out);
  const flags = ["--declaration", "--emitDeclarationOnly", "--noEmit", "false", "--removeComments", "--rootDir", "."];
  try {
    execFileSync(tsc, ["-p", ".", ...flags, "--outDir", out], { cwd: repository.path, stdio: "pipe" });
  } catch {
    // Errors in the sources of a package do not keep the compiler from writing declarations.
  }
  const texts = sources.map((path) => [path, join(out, path.replace(/\.([cm]?)tsx?$/u, ".d.$1ts"))] as const);
  return new Map(
    texts.filter(([, file]) => existsSync(file)).map(([path, file]) => [path, readFileSync(file, "utf8")]),
  );
}

function documentOf(path: string, block: string): string {
  const title = path.replace(/^src\//u, "");
  return `---\ntype: module\nstatus: implemented\n---\n\n# ${title}\n\nEmitted.\n\n## Interface\n\n\`\`\`ts\n${block}\`\`\`\n\n## Edge cases\n\nNone: emitted.\n`;
}

describe.each(Object.keys(compilers))("%s", (compiler) => {
  it.each(packages)("emits for $name what the sources are found to say", async (published) => {
    const repository = repositoryOf(published);
    const cwd = repository.path;
    const sources = repository
      .git("ls-files", "-z", "src")
      .split("\0")
      .filter((path) => /\.[cm]?tsx?$/u.test(path) && !path.endsWith(".d.ts"));
    const texts = emitted(compilers[compiler]?.() ?? "", repository, sources);
    expect(texts.size).toBe(sources.length);
    expect((await designLint(["init", "--yes"], { cwd })).code).toBe(0);
    for (const [path, text] of texts)
      repository.write(path.replace(/^src\//u, "docs/design/").replace(/\.[cm]?tsx?$/u, ".md"), documentOf(path, text));
    commitAll(repository);
    const ran = await designLint(["-f", "json", "--no-cache"], { cwd });
    expect(ran.stderr).toBe("");
    const { diagnostics, summary } = JSON.parse(ran.stdout) as Report;
    const told = diagnostics.filter(({ rule }) => rule.startsWith("interface/"));
    const lines = told.map(({ rule, path, message }) => `${rule} ${path} ${message}`);
    process.stdout.write(`${compiler} ${published.name}: ${texts.size} files, ${summary.undecided} undecided\n`);
    expect(lines.filter((line) => !listed.some((pattern) => pattern.test(line)))).toEqual([]);
  });
});
