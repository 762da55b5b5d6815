import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { designLint, packageRoot, repositoryWith, runCommand } from "../support/program.ts";
import type { TempFolder } from "../support/temp-git.ts";

/** A repository with husky and design-lint in node_modules as an install would leave them, set up by `init` and committed. */
async function project(): Promise<TempFolder> {
  const repository = repositoryWith({
    ".gitignore": "node_modules/\n",
    "package.json":
      '{ "name": "app", "private": true, "type": "module", "scripts": { "prepare": "husky" }, "devDependencies": { "husky": "9", "vitest": "4" } }\n',
  });
  const cwd = repository.path;
  mkdirSync(join(cwd, "node_modules/.bin"), { recursive: true });
  symlinkSync(packageRoot, join(cwd, "node_modules/design-lint"));
  symlinkSync(join(packageRoot, "node_modules/husky"), join(cwd, "node_modules/husky"));
  symlinkSync(join(packageRoot, "dist/cli.cjs"), join(cwd, "node_modules/.bin/design-lint"));
  chmodSync(join(packageRoot, "dist/cli.cjs"), 0o755);
  const init = await designLint(["init", "--yes"], { cwd });
  expect(init.code, init.stderr).toBe(0);
  execFileSync(process.execPath, [join(packageRoot, "node_modules/husky/bin.js")], { cwd, stdio: "pipe" });
  expect(repository.git("config", "core.hooksPath").trim()).toBe(".husky/_");
  return repository;
}

const code = "/** Adds two numbers. */\nexport function add(a: number, b: number): number {\n  return a + b;\n}\n";
const test =
  'import { expect, it } from "vitest";\nimport { add } from "../src/a.js";\n\nit("adds", () => expect(add(1, 2)).toBe(3));\n';

describe("the commit hook through husky", () => {
  it("refuses a commit without design, and accepts it after --fix and a person's edit", async () => {
    const repository = await project();
    const cwd = repository.path;
    const commit = () => runCommand("git", ["commit", "--message", "Add a"], { cwd });

    repository.write("src/a.ts", code);
    repository.git("add", "--all");
    const refused = await commit();
    expect(refused.code, refused.stdout + refused.stderr).not.toBe(0);
    expect(refused.stdout + refused.stderr).toContain("structure/missing-design");
    expect(refused.stdout + refused.stderr).toContain("structure/missing-test");

    await designLint(["--fix"], { cwd });
    const page = join(cwd, "docs/design/a.md");
    const scaffold = readFileSync(page, "utf8");
    expect(scaffold).toContain("export declare function add(a: number, b: number): number;");
    expect(scaffold).toContain("Adds two numbers.");
    writeFileSync(
      page,
      scaffold.replace("status: draft", "status: implemented").replace(/^.*TODO\(design\).*$/gmu, "None: total."),
    );
    repository.write("test/a.test.ts", test);
    repository.git("add", "--all");
    const accepted = await commit();
    expect(accepted.code, accepted.stdout + accepted.stderr).toBe(0);

    repository.write("src/a.ts", code.replace("b: number", "b: string"));
    repository.git("add", "--all");
    const drifted = await commit();
    expect(drifted.code, drifted.stdout + drifted.stderr).not.toBe(0);
    expect(drifted.stdout + drifted.stderr).toContain("interface/changed");
    expect(repository.git("log", "--format=%s").trim().split("\n")).toEqual(["Add a", "change"]);
  });
});
