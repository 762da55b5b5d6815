import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { designLint, folderWith, packageRoot, type Ran, repositoryWith, runCommand } from "../support/program.ts";

const page = (body: string) =>
  `---\ntype: module\nstatus: implemented\n---\n\n# A\n\nAdds.\n\n## Interface\n\n\`\`\`ts\n${body}\n\`\`\`\n\n## Edge cases\n\nNone: total.\n`;
const declaration = "export declare function add(a: number, b: number): number;";
const clean = {
  ".designrc.json": '{ "version": 1 }\n',
  "src/a.ts": "export function add(a: number, b: number): number {\n  return a + b;\n}\n",
  "docs/design/a.md": page(declaration),
  "test/a.test.ts": 'import { it } from "vitest";\nit("adds", () => {});\n',
};

function expectVerdict(ran: Ran, code: number, words: RegExp): void {
  const output = ran.stdout + ran.stderr;
  expect(output).toMatch(words);
  expect(output).not.toMatch(/\n\s+at .*:\d+:\d+/u);
  expect(ran.code, output).toBe(code);
}

async function judge(files: Readonly<Record<string, string | Uint8Array>>): Promise<Ran> {
  const { path } = repositoryWith({ ...clean, ...files });
  return designLint(["-f", "concise"], { cwd: path });
}

describe("bad input", () => {
  it.each([
    ["an unclosed flow list", "type: [module\nstatus: draft"],
    ["a tab as indent", "type:\n\t- module\nstatus: draft"],
    ["an anchor", "type: &a module\nstatus: draft"],
    ["a duplicate key", "type: module\ntype: service\nstatus: draft"],
    ["no closing fence", "type: module"],
  ])("broken YAML: %s is document/frontmatter at its place", async (_name, yaml) => {
    const closing = yaml.includes("status") ? "\n---\n" : "\n";
    expectVerdict(
      await judge({ "docs/design/a.md": `---\n${yaml}${closing}\n# A\n` }),
      1,
      /docs\/design\/a\.md:\d+:\d+: error document\/frontmatter/u,
    );
  });

  it("a binary document, invalid UTF-8 and a NUL are document/encoding", async () => {
    expectVerdict(
      await judge({ "docs/design/a.md": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255, 254]) }),
      1,
      /document\/encoding/u,
    );
    const text = Buffer.from(clean["docs/design/a.md"]);
    text[text.indexOf("Adds")] = 0xc3;
    expectVerdict(await judge({ "docs/design/a.md": text }), 1, /docs\/design\/a\.md:8:1: error document\/encoding/u);
  });

  it("a binary source is interface/unparseable, never a pass", async () => {
    expectVerdict(
      await judge({ "src/a.ts": new Uint8Array(2000).map((_, index) => (index * 73) % 256) }),
      1,
      /error interface\/unparseable/u,
    );
  });

  it("a document of 5 MB is refused with the limit, in a moment", async () => {
    expectVerdict(
      await judge({ "docs/design/a.md": `${page(declaration)}\n${"word ".repeat(1_000_000)}` }),
      1,
      /document\/encoding.*1 MiB/u,
    );
  });

  it("deep nesting in YAML, Markdown, TypeScript and the config ends with a verdict", async () => {
    expectVerdict(
      await judge({ "docs/design/a.md": `---\ntype: ${"[".repeat(20_000)}\nstatus: draft\n---\n` }),
      1,
      /document\/frontmatter/u,
    );
    expectVerdict(
      await judge({ "docs/design/a.md": `${clean["docs/design/a.md"]}\n${">".repeat(50_000)} x\n` }),
      1,
      /docs\/design\/a\.md/u,
    );
    expectVerdict(
      await judge({ "src/a.ts": `export const a = ${"(".repeat(50_000)}1${")".repeat(50_000)};` }),
      1,
      /src\/a\.ts|docs\/design\/a\.md/u,
    );
    expectVerdict(await judge({ ".designrc.json": "[".repeat(100_000) }), 2, /\.designrc\.json/u);
  });

  it("a config that is binary, empty or no object exits 2 and names the file", async () => {
    for (const content of [new Uint8Array([0, 1, 2, 255]), "", "[]", "null", "{", '{ "version": 9 }']) {
      expectVerdict(await judge({ ".designrc.json": content }), 2, /\.designrc\.json/u);
    }
  });

  it("a shallow clone without the base says which fetch to run", async () => {
    const repository = repositoryWith(clean);
    repository.git("commit", "--quiet", "--allow-empty", "--message", "second");
    const shallow = folderWith({});
    execFileSync("git", ["clone", "--quiet", "--depth=1", `file://${repository.path}`, "clone"], { cwd: shallow });
    const cwd = join(shallow, "clone");
    expect((await designLint([], { cwd })).code).toBe(0);
    expectVerdict(await designLint(["--since", "HEAD~1"], { cwd }), 2, /git fetch/u);
  });

  it("an unreadable file: the rest is judged, and the run exits 2", async () => {
    const repository = repositoryWith({
      ...clean,
      "src/b.ts": "export const b: number = 1;\n",
      "src/c.ts": "export const c: number = 1;\n",
    });
    repository.write("src/c.ts", "export const c: number = 2;\n");
    chmodSync(join(repository.path, "src/c.ts"), 0);
    const ran = await asOrdinaryUser(["-f", "concise", "--no-cache"], repository.path);
    expectVerdict(ran, 2, /src\/c\.ts/u);
    expect(ran.stdout).toContain("src/b.ts:1:1: error structure/missing-design");
  });

  it("a read-only folder: --fix says what it may not write and changes nothing", async () => {
    const repository = repositoryWith({ ...clean, "src/b.ts": "export const b: number = 1;\n" });
    chmodSync(join(repository.path, "docs/design"), 0o555);
    const before = readdirSync(join(repository.path, "docs/design"));
    expectVerdict(
      await asOrdinaryUser(["--fix", "--no-cache"], repository.path),
      2,
      /docs\/design\/b\.md.*(permission|EACCES)/iu,
    );
    expect(readdirSync(join(repository.path, "docs/design"))).toEqual(before);
  });

  it("killed while it writes: every file is whole or not there, and the next run goes on", async () => {
    const sources = Object.fromEntries(
      Array.from({ length: 150 }, (_, index) => [`src/m${index}.ts`, `export const n${index}: number = ${index};\n`]),
    );
    const { path: cwd } = repositoryWith({ ...clean, ...sources });
    const whole = await designLint(["--fix-dry-run"], { cwd });
    expect(whole.stdout.match(/^\+status: draft$/gmu)).toHaveLength(150);
    for (const delay of [500, 650, 800, 950, 1100]) await designLint(["--fix"], { cwd, killAfter: delay });
    for (const name of readdirSync(join(cwd, "docs/design")).filter((name) => name.endsWith(".md"))) {
      expect(readFileSync(join(cwd, "docs/design", name), "utf8"), name).toMatch(/## Edge cases\n[\s\S]*\n$/u);
    }
    await designLint(["--fix"], { cwd });
    expect(existsSync(join(cwd, "docs/design/m149.md"))).toBe(true);
    expect(readFileSync(join(cwd, "docs/design/a.md"), "utf8")).toBe(clean["docs/design/a.md"]);
  });

  it("hostile names and texts reach the terminal with their control characters made visible", async () => {
    const { path: cwd } = repositoryWith({ ...clean, "src/\u001b[31mred.ts": "export const r: number = 1;\n" });
    const ran = await designLint([], { cwd });
    expect(ran.stdout).not.toContain("\u001b");
    expect(ran.stdout).toContain("red.ts");
  });

  it("a symlink that leads out of the repository is not followed, and said so", async () => {
    const outside = folderWith({ "secret.ts": "export const secret: number = 1;\n" });
    const repository = repositoryWith(clean);
    execFileSync("ln", ["-s", join(outside, "secret.ts"), join(repository.path, "src/link.ts")]);
    const ran = await designLint(["--fix"], { cwd: repository.path });
    expect(ran.stdout + ran.stderr).toContain("Symbolic links are not followed: src/link.ts");
    expect(existsSync(join(repository.path, "docs/design/link.md"))).toBe(false);
  });
});

describe.skipIf(!existsSync("/dev/full"))("an output that cannot be written", () => {
  const bin = join(packageRoot, "dist/cli.cjs");
  const shell = (command: string, cwd: string) =>
    runCommand("sh", ["-c", `"${process.execPath}" "${bin}" ${command}`], { cwd });

  it("is said in one line with exit code 2 where it is the report", async () => {
    const cwd = folderWith({ "src/a.ts": "export const a: number = 1;\n" });
    for (const command of ["", "rules"]) {
      const { code, stderr } = await shell(`${command} > /dev/full`, cwd);
      expect([code, stderr.split("\n").filter((line) => line.startsWith("design-lint: "))]).toEqual([
        2,
        [expect.stringContaining("cannot be written")],
      ]);
      expect(stderr).not.toMatch(/^\s+at /mu);
    }
  });

  it("changes nothing where it is only what goes with the report", async () => {
    const cwd = folderWith({ "src/a.ts": "export const a: number = 1;\n" });
    expect((await shell("2> /dev/full", cwd)).code).toBe((await shell("", cwd)).code);
    expect((await shell("--stagd 2> /dev/full", cwd)).code).toBe(2);
  });
});

/** Root may read and write everything, so as root the program runs as somebody else. */
async function asOrdinaryUser(args: readonly string[], cwd: string): Promise<Ran> {
  if (process.getuid?.() !== 0) return designLint(args, { cwd });
  const home = folderWith({ ".gitconfig": "[safe]\n\tdirectory = *\n" });
  for (const folder of [home, cwd]) execFileSync("chmod", ["o+rx", folder]);
  mkdirSync(join(home, "cache"));
  const bin = new URL("../../dist/cli.cjs", import.meta.url).pathname;
  const command = ["--reuid=65534", "--regid=65534", "--clear-groups", process.execPath, bin, ...args];
  return runCommand("setpriv", command, { cwd, env: { HOME: home, GIT_CONFIG_GLOBAL: join(home, ".gitconfig") } });
}
