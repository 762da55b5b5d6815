import { execFileSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createPlatform } from "../../src/host/platform.ts";
import { findRoot } from "../../src/host/repository.ts";
import { worktreeSnapshot } from "../../src/host/worktree.ts";
import { lint } from "../../src/lint.ts";
import { exampleRepository, exampleRoot, inRepository } from "../support/example.ts";
import { designLint } from "../support/program.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

async function judged(folder: string) {
  return lint(await worktreeSnapshot(await findRoot(folder)), createPlatform());
}

describe("examples/sessions", () => {
  it("is clean wherever it is copied to, and holds one of everything", async () => {
    const report = await judged(exampleRepository());
    expect(report.diagnostics).toEqual([]);
    expect(report.error).toBeUndefined();
    expect(report.summary).toMatchObject({ sources: 11, designed: 7, direct: 2, types: 1, barrels: 1, pending: 0 });
    expect(report.summary).toMatchObject({ documents: 14, undecided: 0, suppressed: 0 });
  });

  it("is approved by people whose keys are gone", async () => {
    const { code, stdout } = await designLint(["verify"], { cwd: exampleRepository() });
    expect(stdout).toContain("12 documents ask for approval, 12 have it; 0 errors, 0 warnings");
    expect(code).toBe(0);
    const files = readdirSync(exampleRoot, { recursive: true, encoding: "utf8" });
    const keys = files.filter((path) => /\.pub$|id_|\.pem$|\.key$/u.test(path));
    expect(keys, "no half of a key lies about").toEqual([]);
  });

  it("tells git's moves from deletions", async () => {
    const folder = exampleRepository();
    inRepository(folder, "mv", "src/sessions/store.ts", "src/sessions/shelf.ts");
    const found = (await judged(folder)).diagnostics;
    const orphan = found.find(({ rule }) => rule === "structure/orphan-design");
    expect(orphan).toMatchObject({ path: "docs/design/sessions/store.md", message: expect.stringContaining("shelf") });
    expect(found.map(({ rule }) => rule)).not.toContain("structure/missing-source");
  });

  it("sees what is deleted although it is still committed", async () => {
    const folder = exampleRepository();
    rmSync(join(folder, "test/sessions/store.test.ts"));
    const found = (await judged(folder)).diagnostics;
    expect(found.map(({ rule, path }) => [rule, path])).toEqual([["structure/missing-test", "src/sessions/store.ts"]]);
  });

  it("type-checks without any dependency", () => {
    run("typescript", "bin/tsc", ["-p", exampleRoot]);
  });

  it("passes its own tests", () => {
    run("vitest", "vitest.mjs", ["run", "--root", exampleRoot]);
  });
});

/** Runs a program of node_modules; throws with its output where it fails. */
function run(name: string, bin: string, args: readonly string[]): void {
  const program = join(root, "node_modules", name, bin);
  execFileSync(process.execPath, [program, ...args], { cwd: root, stdio: "pipe" });
}
