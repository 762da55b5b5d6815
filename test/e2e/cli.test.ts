import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { designLint, folderWith, repositoryWith } from "../support/program.ts";

const design = (body: string) =>
  `---\ntype: module\nstatus: implemented\n---\n\n# A\n\nAdds.\n\n## Interface\n\n\`\`\`ts\n${body}\n\`\`\`\n\n## Edge cases\n\nNone: total.\n`;
const clean = {
  ".designrc.json": '{ "version": 1 }\n',
  "src/a.ts": "export function add(a: number, b: number): number {\n  return a + b;\n}\n",
  "docs/design/a.md": design("export declare function add(a: number, b: number): number;"),
  "test/a.test.ts": 'import { it } from "vitest";\nit("adds", () => {});\n',
};

describe("the built program", () => {
  it("prints its version and its help", async () => {
    const cwd = folderWith({});
    const version = await designLint(["--version"], { cwd });
    expect(version).toMatchObject({ code: 0, stderr: "" });
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+/u);
    const help = await designLint(["--help"], { cwd });
    expect(help.code).toBe(0);
    expect(help.stdout).toContain("Examples:");
    expect(help.stdout).toContain("--fix-dry-run");
  });

  it("says in one line that a clean project is clean, with the denominator", async () => {
    const repository = repositoryWith(clean);
    const cwd = repository.path;
    const ran = await designLint([], { cwd });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(ran.stdout).toContain("1 source: 1 designed");
  });

  it("exits 1 with findings, at the right place", async () => {
    const repository = repositoryWith({
      ...clean,
      "docs/design/a.md": design("export declare function add(a: number): number;"),
    });
    const cwd = repository.path;
    const ran = await designLint(["-f", "concise"], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/^docs\/design\/a\.md:13:\d+: error interface\/changed /mu);
  });

  it("exits 2 for usage errors and names the nearest flag, command, format or rule", async () => {
    const repository = repositoryWith(clean);
    const cwd = repository.path;
    const cases = [
      [["--fxi"], "--fix"],
      [["-f", "jsno"], "json"],
      [["--only", "structure/missing-tset"], "structure/missing-test"],
      [["inti"], "init"],
      [["src/b.ts"], "src/b.ts"],
      [["--max-warnings", "many"], "whole number"],
    ] as const;
    for (const [args, words] of cases) {
      const ran = await designLint(args, { cwd });
      expect(ran.code, args.join(" ")).toBe(2);
      expect(ran.stderr).toContain(words);
      expect(ran.stderr).not.toMatch(/\n\s+at /u);
    }
  });

  it("exits 2 for a config that it cannot use, with line, column and a suggestion, in the machine formats too", async () => {
    const repository = repositoryWith({ ...clean, ".designrc.json": '{\n  "version": 1,\n  "exemt": []\n}\n' });
    const cwd = repository.path;
    const ran = await designLint([], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(".designrc.json:3:4");
    expect(ran.stderr).toContain("exempt");
    const json = await designLint(["-f", "json"], { cwd });
    expect(json.code).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject({
      error: { path: ".designrc.json", range: { start: { line: 3, column: 4 } } },
    });
  });

  it("exits 2 where the defaults find no source, and names init", async () => {
    const ran = await designLint([], { cwd: folderWith({ "lib/a.ts": "export {}" }) });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("design-lint init");
  });

  it("works without git, and from a sub folder", async () => {
    const cwd = folderWith(clean);
    expect((await designLint([], { cwd })).stdout).toContain("1 source: 1 designed");
    const repository = repositoryWith(clean);
    expect((await designLint([], { cwd: join(repository.path, "src") })).stdout).toContain("1 source: 1 designed");
  });

  it("refuses a bare repository with a reason", async () => {
    const cwd = folderWith({});
    execFileSync("git", ["init", "--quiet", "--bare", "bare.git"], { cwd });
    const ran = await designLint([], { cwd: join(cwd, "bare.git") });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/bare/u);
  });

  it("judges the index with --staged and not the work tree, deletions included", async () => {
    const repository = repositoryWith(clean);
    const cwd = repository.path;
    writeFileSync(join(cwd, "src/b.ts"), "export const b: number = 1;\n");
    expect((await designLint(["--staged"], { cwd })).code).toBe(0);
    repository.git("add", "src/b.ts");
    writeFileSync(join(cwd, "src/b.ts"), "");
    const staged = await designLint(["--staged", "-f", "concise"], { cwd });
    expect(staged.code).toBe(1);
    expect(staged.stdout).toContain("src/b.ts:1:1: error structure/missing-design");
    repository.git("reset", "--quiet", "--hard");
    repository.git("rm", "--quiet", "docs/design/a.md");
    expect((await designLint(["--staged", "-f", "concise"], { cwd })).stdout).toContain(
      "src/a.ts:1:1: error structure/missing-design",
    );
  });

  it("leaves findings alone that a staged change has nothing to do with", async () => {
    const repository = repositoryWith({ ...clean, "src/old.ts": "export const old: number = 1;\n" });
    const cwd = repository.path;
    writeFileSync(join(cwd, "src/a.ts"), `${clean["src/a.ts"]}// more\n`);
    repository.git("add", "--all");
    expect((await designLint(["--staged"], { cwd })).code).toBe(0);
    expect((await designLint([], { cwd })).code).toBe(1);
  });

  it("reports what a branch changes with --since, and refuses a ref that it does not find", async () => {
    const repository = repositoryWith({ ...clean, "src/old.ts": "export const old: number = 1;\n" });
    const cwd = repository.path;
    repository.git("switch", "--quiet", "--create", "topic");
    writeFileSync(join(cwd, "src/new.ts"), "export const fresh: number = 1;\n");
    const ran = await designLint(["--since", "main", "-f", "concise"], { cwd });
    expect(ran.stdout).toContain("src/new.ts");
    expect(ran.stdout).not.toContain("src/old.ts");
    const unknown = await designLint(["--since", "origin/main"], { cwd });
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain("this repository has no remote");
  });

  it("reports on the paths that are named", async () => {
    const repository = repositoryWith({ ...clean, "src/b.ts": "export const b: number = 1;\n" });
    const cwd = repository.path;
    expect((await designLint(["src/a.ts"], { cwd })).code).toBe(0);
    expect((await designLint(["docs"], { cwd })).code).toBe(1);
    expect((await designLint(["nothing", "--no-error-on-unmatched-pattern"], { cwd })).code).toBe(0);
  });

  it("obeys --rule, --only, --quiet, --max-warnings and --strict", async () => {
    const repository = repositoryWith({ ...clean, "src/b.ts": "export const b: number = 1;\n" });
    const cwd = repository.path;
    const off = ["--rule", "structure/missing-design:warn", "--rule", "structure/missing-test:off"];
    expect((await designLint(off, { cwd })).code).toBe(0);
    expect((await designLint([...off, "--max-warnings", "0"], { cwd })).code).toBe(1);
    expect((await designLint([...off, "--strict"], { cwd })).code).toBe(1);
    expect((await designLint([...off, "--quiet", "-f", "concise"], { cwd })).stdout).not.toContain("missing-design");
    expect((await designLint(["--only", "document/schema"], { cwd })).code).toBe(0);
  });

  it("writes formats to files and gives the same report from the cache as without it", async () => {
    const repository = repositoryWith({ ...clean, "src/b.ts": "export const b = 1;\n" });
    const cwd = repository.path;
    mkdirSync(join(cwd, "node_modules"));
    const args = ["-f", "json"];
    const cold = await designLint([...args, "--no-cache"], { cwd });
    const first = await designLint(args, { cwd });
    const warm = await designLint([...args, "--stats"], { cwd });
    expect(first.stdout).toBe(cold.stdout);
    expect(warm.stdout).toBe(cold.stdout);
    expect(warm.stderr).toMatch(/cache: \d+ facts known, 0 extracted/u);
    // A run about paths looks at everything again, and has to extract nothing for it.
    const about = await designLint([...args, "--stats", "src/b.ts"], { cwd });
    expect(about.stderr).toMatch(/cache: [1-9]\d* facts known, 0 extracted/u);
  });
});
