import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { beforeAll, describe, expect, it } from "vitest";
import { folderWith, packageRoot, type Ran, repositoryWith, runCommand } from "../support/program.ts";

const manifest = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));
const quiet = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];

/** Where the packed package lies. */
let tarball = "";

beforeAll(async () => {
  const folder = folderWith({});
  const pack = ["pack", "--ignore-scripts", "--pack-destination", folder, "--loglevel=error"];
  const ran = await runCommand("npm", pack, { cwd: packageRoot });
  expect(ran.code, ran.stderr).toBe(0);
  tarball = join(folder, readdirSync(folder)[0] ?? "");
});

describe("the packed package", () => {
  it("has nothing that publint says a word about", async () => {
    const bytes = readFileSync(tarball);
    const { messages, pkg } = await publint({
      pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) },
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it("has types that resolve wherever ES modules are imported", async () => {
    const bin = join(packageRoot, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const args = [bin, tarball, "--profile", "esm-only", "--no-emoji", "--no-color"];
    const ran = await runCommand(process.execPath, args, { cwd: packageRoot });
    expect(ran.code, ran.stdout + ran.stderr).toBe(0);
    expect(ran.stdout).toContain("design-lint/node");
  });
});

const source =
  "/** Adds two numbers. */\nexport function add(a: number, b: number): number {\n  return a + b;\n}\n\nexport const zero = add(0, 0);\n";

/** Uses both entries of the package as its README says, under strict settings and without skipping declarations. */
const user = `import { type JudgeOptions, lint } from "design-lint";
import { lintFolder } from "design-lint/node";

const options: JudgeOptions = { strict: true };
const report = await lintFolder(process.cwd(), { strict: options.strict ?? false });
console.log(typeof lint, report.summary.sources, report.diagnostics.map(({ rule, path }) => \`\${rule} \${path}\`).join());
`;

const tsconfig = JSON.stringify({
  compilerOptions: { module: "NodeNext", target: "ES2023", lib: ["ES2023"], strict: true, types: ["node"] },
  files: ["user.mts"],
});

describe("the package installed into an empty project", () => {
  it("runs init, a check, --fix and a check, and answers programs", async () => {
    const { path: cwd, write } = repositoryWith({ ".gitignore": "node_modules/\n" });
    const run = (command: string, ...args: readonly string[]) => runCommand(command, args, { cwd });
    const designLint = (...args: readonly string[]) => run("npx", "--no-install", "design-lint", ...args);

    done(await run("npm", "init", "--yes", "--loglevel=error"), 0);
    done(await run("npm", "install", "--save-dev", ...quiet, tarball), 0);
    expect(readdirSync(join(cwd, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(
      ["design-lint", ...Object.keys(manifest.dependencies)].sort(),
    );
    write("src/a.ts", source);

    expect(done(await designLint("--version"), 0)).toContain(manifest.version);
    expect(done(await designLint("init", "--yes"), 0)).toContain(".designrc.json");
    const first = done(await designLint(), 1);
    expect(first).toContain("structure/missing-design");
    expect(first).toContain("1 source: 1 designed");

    const fixed = done(await designLint("--fix"), 0);
    expect(fixed).toContain("2 written");
    expect(existsSync(join(cwd, "test/a.test.ts"))).toBe(true);
    expect(readFileSync(join(cwd, "docs/design/a.md"), "utf8")).toContain("export declare const zero: number;");
    expect(done(await designLint(), 0)).toContain("structure/draft-design");
    expect(done(await designLint("--fix"), 0)).toContain("Nothing to fix");
    expect(done(await designLint("explain", "structure/missing-design"), 0)).toContain("structure/missing-design");
    done(await designLint("new", "service", "billing/invoices"), 0);

    write("user.mts", user);
    write("tsconfig.json", tsconfig);
    done(
      await run("npm", "install", "--save-dev", ...quiet, `@types/node@${manifest.devDependencies["@types/node"]}`),
      0,
    );
    done(await run("npx", "--no-install", "tsc", "-p", "."), 0);
    const answer = done(await run(process.execPath, "user.mjs"), 0);
    expect(answer).toMatch(/^function 1 /u);
    expect(answer).toContain("structure/draft-design docs/design/a.md");
  }, 300_000);
});

/** Both outputs of a run that ended with this code; no warning of Node is among them. */
function done({ code, stdout, stderr }: Ran, expected: number): string {
  const output = stdout + stderr;
  expect(code, output).toBe(expected);
  expect(output).not.toContain("ExperimentalWarning");
  return output;
}
