import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { designLint, repositoryWith } from "../support/program.ts";

const code = (name: string) => `/** Gives ${name}. */\nexport function ${name}(): string {\n  return "${name}";\n}\n`;
const test = (name: string, path: string) =>
  `import { expect, it } from "vitest";\nimport { ${name} } from "${path}";\n\nit("gives its name", () => expect(${name}()).toBe("${name}"));\n`;

interface Layout {
  readonly files: Readonly<Record<string, string>>;
  readonly patterns: readonly string[];
  readonly sources: number;
}

const layouts: Readonly<Record<string, Layout>> = {
  "src and test": {
    files: { "src/a.ts": code("a"), "src/deep/b.ts": code("b"), "test/a.test.ts": test("a", "../src/a.js") },
    patterns: ["src/{path}.ts test/{path}.test.ts"],
    sources: 2,
  },
  lib: {
    files: { "lib/a.js": code("a").replace(": string", ""), "package.json": '{ "name": "x", "type": "module" }\n' },
    patterns: ["lib/{path}.js test/{path}.test.js"],
    sources: 1,
  },
  "npm workspaces": {
    files: {
      "package.json": '{ "name": "root", "private": true, "workspaces": ["packages/*"] }\n',
      "packages/one/package.json": '{ "name": "one" }\n',
      "packages/one/src/a.ts": code("a"),
      "packages/two/package.json": '{ "name": "two" }\n',
      "packages/two/src/b.ts": code("b"),
      "packages/two/test/b.test.ts": test("b", "../src/b.js"),
    },
    patterns: ["packages/{package}/src/{path}.ts packages/{package}/test/{path}.test.ts"],
    sources: 2,
  },
  "pnpm workspaces beside a root": {
    files: {
      "pnpm-workspace.yaml": "packages:\n  - 'modules/*'\n",
      "pnpm-lock.yaml": "lockfileVersion: '9.0'\n",
      "package.json": '{ "name": "root", "private": true }\n',
      "modules/one/src/a.ts": code("a"),
      "src/main.ts": code("main"),
    },
    patterns: [
      "modules/{module}/src/{path}.ts modules/{module}/test/{path}.test.ts",
      "src/{path}.ts test/{path}.test.ts",
    ],
    sources: 2,
  },
  "tests beside the code": {
    files: { "src/a.ts": code("a"), "src/a.test.ts": test("a", "./a.js"), "src/b.tsx": code("b") },
    patterns: ["src/{path}.{ts,tsx} src/{path}.test.ts"],
    sources: 2,
  },
  __tests__: {
    files: { "src/a.ts": code("a"), "src/x/b.ts": code("b"), "src/x/__tests__/b.test.ts": test("b", "../b.js") },
    patterns: ["src/{path}.ts src/{dir}/__tests__/{base}.test.ts"],
    sources: 2,
  },
  "the root of the repository": {
    files: {
      "a.ts": code("a"),
      "b.ts": code("b"),
      "a.test.ts": test("a", "./a.js"),
      "vitest.config.ts": "export default {};\n",
    },
    patterns: ["{path}.ts {path}.test.ts"],
    sources: 2,
  },
};

describe("init on a project that stands", () => {
  it.each(Object.entries(layouts))(
    "%s: the config fits, a check judges everything, and fixing twice changes nothing",
    async (_name, layout) => {
      const { path: cwd, git } = repositoryWith(layout.files);
      const init = await designLint(["init", "--yes"], { cwd });
      expect(init.code, init.stderr).toBe(0);
      const config = parse(readFileSync(join(cwd, ".designrc.json"), "utf8"));
      expect(config.components.map((one: { source: string; test: string }) => `${one.source} ${one.test}`)).toEqual(
        layout.patterns,
      );

      const first = await judged(cwd);
      expect(first.summary).toMatchObject({ designed: layout.sources, unclassified: 0 });
      await designLint(["--fix"], { cwd });
      const second = await judged(cwd);
      expect(second.summary).toMatchObject({ designed: layout.sources, errors: 0, documents: layout.sources });
      git("add", "--all");
      const again = await designLint(["--fix"], { cwd });
      expect(again.code, again.stdout + again.stderr).toBe(0);
      expect(again.stdout).toContain("Nothing to fix");
      expect(git("diff", "--name-only")).toBe("");
    },
  );

  it("works from a folder below the root", async () => {
    const { path: cwd } = repositoryWith({ "src/deep/a.ts": code("a") });
    expect((await designLint(["init", "--yes"], { cwd: join(cwd, "src/deep") })).code).toBe(0);
    expect((await judged(cwd)).summary).toMatchObject({ designed: 1 });
  });

  it("an empty repository begins with a design, and its check is not a pass in silence", async () => {
    const { path: cwd } = repositoryWith({});
    const init = await designLint(["init", "--yes"], { cwd });
    expect(init.code).toBe(0);
    expect(init.stdout).toContain("design-lint new module my-component");
    const early = await designLint([], { cwd });
    expect(early.code).toBe(1);
    expect(early.stdout).toContain("structure/nothing-matched");
    expect((await designLint(["new", "module", "my-component"], { cwd })).code).toBe(0);
  });

  it("refuses to begin again", async () => {
    const { path: cwd } = repositoryWith({ "src/a.ts": code("a") });
    await designLint(["init", "--yes"], { cwd });
    const again = await designLint(["init", "--yes"], { cwd });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain(".designrc.json");
  });
});

/** The report of a run that could judge, without a finding about the config. */
async function judged(cwd: string) {
  const ran = await designLint(["-f", "json"], { cwd });
  expect(ran.code, ran.stderr).toBeLessThan(2);
  const report = JSON.parse(ran.stdout);
  const rules: readonly string[] = report.diagnostics.map(({ rule }: { rule: string }) => rule);
  expect(rules).not.toContain("structure/nothing-matched");
  expect(rules).not.toContain("structure/unclassified");
  return report;
}
