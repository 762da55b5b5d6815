import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { main } from "../../../src/main.ts";
import { recordedProcess } from "../../support/process-io.ts";
import { commitAll, type TempFolder, tempRepository } from "../../support/temp-git.ts";

export interface SequenceRun {
  readonly stdout: string;
  readonly output: { readonly code: number; readonly stdout: string; readonly stderr: string };
  /** True where the run left all that is kept as it was, since there was nothing new. */
  readonly recalled: boolean;
}

/** A small repository that changes at random, always in the same way for one seed. */
export interface EditSequence {
  /** Changes something, and says what. */
  next(): string;
  run(cached: boolean, ...flags: readonly string[]): Promise<SequenceRun>;
  /** Adds everything to the index. */
  stage(): void;
  end(): void;
}

type Random = (below: number) => number;

/** Mulberry32, an arithmetic of 32 bits: small, and the same on every machine. */
function randomOf(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const names = ["a", "b", "c", "d/e"];

function sourceOf(random: Random, name: string): string {
  const other = names[random(names.length)] ?? "a";
  const value = ["1", '"text"', "[1, 2].map(String)", `make${id(other)}(1)`, "() => other"][random(5)];
  const depth = name.includes("/") ? ".." : ".";
  const imports = `import { type T${id(other)}, make${id(other)} } from "${depth}/${other}.ts";\n`;
  const comment = random(2) === 0 ? `// ${random(9)}\n` : "";
  const result = random(3) === 0 ? "" : `: T${id(name)}`;
  return `${imports}${comment}const other: T${id(other)} | null = null;
export type T${id(name)} = { a: ${["string", "number"][random(2)]} } | null;
export function make${id(name)}(count: number)${result} { return count > ${random(9)} ? null : null; }
export const value${id(name)} = ${value};
export const kept${id(name)}: unknown = other;
`;
}

function designOf(random: Random, name: string): string {
  const value = ["1", '"text"', "string[]", "null", `() => null`][random(5)];
  return `---
type: module
status: ${["implemented", "approved", "draft"][random(3)]}
---

# ${name}

One part of ${random(9)}.

## Interface

\`\`\`ts
export type T${id(name)} = { a: string } | null;
export declare function make${id(name)}(count: number): T${id(name)};
export declare const value${id(name)}: ${value};
export declare const kept${id(name)}: unknown;
\`\`\`

## ${random(4) === 0 ? "Other cases" : "Edge cases"}

- \`one\`: it is one
`;
}

function id(name: string): string {
  return name.replace("/", "").toUpperCase();
}

type Edit = (folder: TempFolder, random: Random) => string;

const edits: readonly Edit[] = [
  (folder, random) => write(folder, `src/${pick(random)}.ts`, (name) => sourceOf(random, name)),
  (folder, random) => write(folder, `src/${pick(random)}.ts`, (name) => sourceOf(random, name)),
  (folder, random) => write(folder, `docs/design/${pick(random)}.md`, (name) => designOf(random, name)),
  (folder, random) => {
    const path = `src/${pick(random)}.ts`;
    const file = join(folder.path, path);
    if (existsSync(file)) folder.write(path, readFileSync(file, "utf8").replace("// ", "// again "));
    return `comment ${path}`;
  },
  (folder, random) => {
    const path = [`src/${pick(random)}.ts`, `docs/design/${pick(random)}.md`, `test/${pick(random)}.test.ts`][
      random(3)
    ];
    rmSync(join(folder.path, path ?? ""), { force: true });
    return `delete ${path}`;
  },
  (folder, random) => {
    const [from, to] = [`src/${pick(random)}.ts`, `src/moved${random(3)}.ts`];
    if (existsSync(join(folder.path, from))) renameSync(join(folder.path, from), join(folder.path, to));
    return `move ${from} ${to}`;
  },
  (folder, random) => {
    const config = [
      "{}",
      '{ "rules": { "interface/changed": "warn" } }',
      '{ "rules": { "structure/missing-test": "off" } }',
      "{",
    ];
    folder.write(".designrc.json", config[random(config.length)] ?? "{}");
    return "config";
  },
  (folder, random) => {
    folder.write(
      "tsconfig.json",
      JSON.stringify({ compilerOptions: { strict: random(2) === 0, lib: ["es5"], types: [] } }),
    );
    return "tsconfig";
  },
  (folder, random) => {
    folder.write("src/ambient.d.ts", `declare const ambient: ${random(9)};\n`);
    return "ambient";
  },
  (folder, random) => {
    commitAll(folder);
    folder.git("checkout", "--quiet", "-B", `branch${random(3)}`, random(2) === 0 ? "HEAD" : "main");
    return "branch";
  },
  (folder) => {
    folder.git("add", "--all");
    return "stage";
  },
  (folder, random) => {
    folder.write("node_modules/pkg/package.json", `{ "name": "pkg", "version": "1.0.${random(9)}" }`);
    return "package";
  },
];

function pick(random: Random): string {
  return names[random(names.length)] ?? "a";
}

function write(folder: TempFolder, path: string, text: (name: string) => string): string {
  folder.write(path, text(path.replace(/^(?:src|docs\/design)\/|\.(?:ts|md)$/gu, "")));
  return `write ${path}`;
}

/** A repository of four components that import each other, with a cache of its own. */
export function startSequence(seed: number): EditSequence {
  const random = randomOf(seed);
  const folder = tempRepository();
  for (const name of names) {
    folder.write(`src/${name}.ts`, sourceOf(random, name));
    folder.write(`docs/design/${name}.md`, designOf(random, name));
    folder.write(`test/${name}.test.ts`, 'import { it } from "vitest";\nit("one: it is one", () => {});\n');
  }
  folder.write(".designrc.json", "{}");
  // The smallest library: this is about what is kept, not about types.
  folder.write("tsconfig.json", '{ "compilerOptions": { "strict": true, "lib": ["es5"], "types": [] } }');
  folder.write(".gitignore", "node_modules\n");
  folder.write("node_modules/.keep", "");
  commitAll(folder);
  const kept = join(folder.path, "node_modules/.cache/design-lint");
  return {
    next: () => (edits[random(edits.length)] ?? (() => "nothing"))(folder, random),
    async run(cached, ...flags) {
      const before = stateOf(kept);
      const { io, said } = recordedProcess();
      const argv = ["-f", "json", ...flags, ...(cached ? [] : ["--no-cache"])];
      const code = await main(argv, { cwd: folder.path, version: "1.0.0", build: "test", ...io });
      const { out: stdout, err: stderr } = said;
      return { stdout, output: { code, stdout, stderr }, recalled: code !== 2 && before === stateOf(kept) };
    },
    stage: () => void folder.git("add", "--all"),
    end: () => rmSync(folder.path, { recursive: true, force: true }),
  };
}

function stateOf(folder: string): string {
  const runs = join(folder, "runs");
  const names = existsSync(runs) ? readdirSync(runs).sort() : [];
  return names.map((name) => readFileSync(join(runs, name), "utf8")).join("\n");
}
