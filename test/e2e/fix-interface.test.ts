import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/engine/report.ts";
import { designLint, type Ran, repositoryWith } from "../support/program.ts";

const source = `interface Options {
  readonly deep: boolean;
}

export interface Box<T> {
  readonly size: number;
  open(force?: boolean): Promise<T | null>;
  close(): void;
}

export function start(id: string, options: Options): Promise<Box<string> | null> {
  return Promise.resolve(null);
}

export const count = [start].length;
`;

const block = `// What is in it
interface Box<T> {
  /** how large */
  readonly size: string;

  // shut it
  close(): void;
}

function start(id: string): Promise<Box<string>>;`;

const mendedBlock = `interface Options {
  readonly deep: boolean;
}

// What is in it
export interface Box<T> {
  /** how large */
  readonly size: number;
  open(force?: boolean): Promise<T | null>;

  // shut it
  close(): void;
}

export function start(id: string, options: Options): Promise<Box<string> | null>;
export const count: number;`;

function pageWith(code: string, status: string): string {
  return `---\ntype: module\nstatus: ${status}\n---\n\n# Thing\n\nDoes things.\n\n## Interface\n\nWords before.\n\n\`\`\`ts\n${code}\n\`\`\`\n\nWords behind.\n\n## Edge cases\n\nNone: it is total.\n`;
}

interface Project {
  run(...args: readonly string[]): Promise<Ran>;
  report(...args: readonly string[]): Promise<Report>;
  page(): string;
}

function projectWith(page: string): Project {
  const folder = repositoryWith({
    ".gitignore": "node_modules/\n",
    "src/thing.ts": source,
    "docs/design/thing.md": page,
    "test/thing.test.ts": 'import { it } from "vitest";\n\nit("works", () => {});\n',
  });
  const run = (...args: readonly string[]) => designLint(args, { cwd: folder.path });
  return {
    run,
    report: async (...args) => JSON.parse((await run("--format", "json", ...args)).stdout) as Report,
    page: () => readFileSync(join(folder.path, "docs/design/thing.md"), "utf8"),
  };
}

const driftOf = ({ diagnostics }: Report) => diagnostics.filter(({ rule }) => rule.startsWith("interface/"));

describe("fixing interface drift", () => {
  it("a draft follows its source, byte for byte the same elsewhere, and a second fix changes nothing", async () => {
    const before = pageWith(block, "draft");
    const project = projectWith(before);
    const drift = driftOf(await project.report());
    expect(drift.every(({ fix }) => fix?.by === "tool" && fix.safety === "safe")).toBe(true);
    expect((await project.report()).summary.fixable).toBe(drift.length);
    const dry = await project.run("--fix-dry-run");
    expect(dry.stdout).toContain("+export const count: number;");
    expect(project.page()).toBe(before);
    await project.run("--fix");
    expect(project.page()).toBe(pageWith(mendedBlock, "draft"));
    expect(driftOf(await project.report())).toEqual([]);
    expect((await project.run("--fix")).stdout).toContain("Nothing to fix");
    expect(project.page()).toBe(pageWith(mendedBlock, "draft"));
  }, 60_000);

  it("line ends and a byte order mark stay", async () => {
    const crlf = (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}`;
    const project = projectWith(crlf(pageWith(block, "draft")));
    await project.run("--fix", "--fix-type", "interface");
    expect(project.page()).toBe(crlf(pageWith(mendedBlock, "draft")));
  }, 60_000);

  it("other documents are changed only where that is asked for, and the fix says what it costs", async () => {
    const before = pageWith(block, "implemented");
    const project = projectWith(before);
    const report = await project.report();
    expect(report.summary.fixable).toBe(0);
    for (const { fix } of driftOf(report)) {
      expect(fix).toMatchObject({ by: "tool", safety: "unsafe" });
      expect(fix?.title).toContain("approvals of the document go stale");
    }
    await project.run("--fix");
    expect(project.page()).toBe(before);
    await project.run("--fix", "--unsafe");
    expect(project.page()).toBe(pageWith(mendedBlock, "implemented"));
    expect((await project.run()).code).toBe(0);
  }, 60_000);
});
