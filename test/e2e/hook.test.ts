import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { designLint, packageRoot, repositoryWith, runCommand } from "../support/program.ts";

/** A repository with husky and design-lint in node_modules as an install would leave them. */
async function project() {
  const repository = repositoryWith({
    ".gitignore": "node_modules/\n",
    "package.json":
      '{ "name": "app", "private": true, "type": "module", "scripts": { "prepare": "husky" }, "devDependencies": { "husky": "9", "vitest": "4" } }\n',
    "src/a.ts": "/** Adds two numbers. */\nexport function add(a: number, b: number): number {\n  return a + b;\n}\n",
  });
  const cwd = repository.path;
  mkdirSync(join(cwd, "node_modules/.bin"), { recursive: true });
  symlinkSync(packageRoot, join(cwd, "node_modules/design-lint"));
  symlinkSync(join(packageRoot, "node_modules/husky"), join(cwd, "node_modules/husky"));
  symlinkSync(join(packageRoot, "dist/cli.js"), join(cwd, "node_modules/.bin/design-lint"));
  chmodSync(join(packageRoot, "dist/cli.js"), 0o755);
  const init = await designLint(["init", "--yes"], { cwd });
  expect(init.code, init.stderr).toBe(0);
  execFileSync(process.execPath, [join(packageRoot, "node_modules/husky/bin.js")], { cwd });
  return repository;
}

describe("the commit hook through husky", () => {
  it("refuses a commit without design, and accepts it after --fix and a person's edit", async () => {
    const repository = await project();
    const cwd = repository.path;
    const commit = () => runCommand("git", ["commit", "--message", "Add a"], { cwd });

    // A fresh project's config may begin lenient; the hook has to hold the line of the catalogue.
    writeFileSync(join(cwd, ".designrc.json"), '{ "version": 1 }\n');
    repository.git("add", "--all");
    const refused = await commit();
    expect(refused.code).not.toBe(0);
    expect(refused.stdout + refused.stderr).toContain("structure/missing-design");

    await designLint(["--fix"], { cwd });
    const page = join(cwd, "docs/design/a.md");
    const { readFileSync } = await import("node:fs");
    const scaffold = readFileSync(page, "utf8");
    expect(scaffold).toContain("export declare function add(a: number, b: number): number;");
    expect(scaffold).toContain("Adds two numbers.");
    writeFileSync(
      page,
      scaffold.replace("status: draft", "status: implemented").replace(/^.*TODO\(design\).*$/gmu, "None: total."),
    );
    writeFileSync(
      join(cwd, "test/a.test.ts"),
      'import { expect, it } from "vitest";\nimport { add } from "../src/a.js";\n\nit("adds", () => expect(add(1, 2)).toBe(3));\n',
    );
    repository.git("add", "--all");
    const accepted = await commit();
    expect(accepted.code, accepted.stdout + accepted.stderr).toBe(0);
    expect(repository.git("log", "--oneline").trim().split("\n")).toHaveLength(2);
  });
});
