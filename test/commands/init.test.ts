import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { runInit } from "../../src/commands/init.ts";
import { fileIn, projectFolder, recordingIo } from "../support/command-io.ts";

const yes = { yes: true };
const packageJson = '{\n  "name": "x"\n}\n';

describe("init", () => {
  it("config-exists: never overwritten, and nothing else is written", async () => {
    const folder = projectFolder({ ".designrc.json": "{}", "package.json": packageJson, "src/a.ts": "" });
    await expect(runInit(yes, recordingIo(folder))).rejects.toMatchObject({ code: "exists" });
    expect(fileIn(folder, ".designrc.json")).toBe("{}");
    expect(fileIn(folder, ".husky/pre-commit")).toBeUndefined();
  });

  it("yes: config, hook and script are written, the workflows where .github exists", async () => {
    const folder = projectFolder({ "package.json": packageJson, "src/a.ts": "", "src/a.test.ts": "" });
    const io = recordingIo(folder);
    expect(await runInit(yes, io)).toBe(0);
    expect(parse(fileIn(folder, ".designrc.json") ?? "")).toMatchObject({
      components: [{ source: "src/{path}.ts", test: "src/{path}.test.ts" }],
    });
    expect(fileIn(folder, ".husky/pre-commit")).toBe("node_modules/.bin/design-lint --staged\n");
    expect(fileIn(folder, "package.json")).toContain('"design-lint": "design-lint"');
    expect(fileIn(folder, ".github/workflows/design-lint.yml")).toBeUndefined();
    expect(io.out()).toContain("found    1 source in src/{path}.ts");
    expect(io.out()).toContain("wrote    .designrc.json");
    expect(io.out()).toContain("changed  package.json");

    const hub = projectFolder({ "src/a.ts": "", ".github/dependabot.yml": "" });
    await runInit(yes, recordingIo(hub));
    expect(fileIn(hub, ".github/workflows/design-lint.yml")).toContain("design-lint --format github");
    expect(fileIn(hub, ".github/workflows/design-lint-verify.yml")).toContain("design-lint verify --policy-ref");
  });

  it("branch: the remote's default branch is judged, else the one that is checked out", async () => {
    const verifies = async (...git: readonly string[]) => {
      const folder = projectFolder({ "src/a.ts": "", ".github/CODEOWNERS": "" });
      execFileSync("git", git, { cwd: folder });
      await runInit(yes, recordingIo(folder));
      return /branches: (.*)\n/u.exec(fileIn(folder, ".github/workflows/design-lint-verify.yml") ?? "")?.[1];
    };
    expect(await verifies("symbolic-ref", "HEAD", "refs/heads/trunk")).toBe('["trunk"]');
    expect(await verifies("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/next")).toBe('["next"]');
  });

  it("no-terminal: nothing is written", async () => {
    const folder = projectFolder({ "src/a.ts": "" });
    await expect(runInit({ yes: false }, recordingIo(folder))).rejects.toMatchObject({ code: "no-terminal" });
    expect(fileIn(folder, ".designrc.json")).toBeUndefined();
  });

  it("existing-hook: keeps its text, and the line to add is printed", async () => {
    const folder = projectFolder({ "src/a.ts": "", ".husky/pre-commit": "npm test\n" });
    const io = recordingIo(folder);
    await runInit(yes, io);
    expect(fileIn(folder, ".husky/pre-commit")).toBe("npm test\n");
    expect(io.out()).toContain("Add this line to .husky/pre-commit: node_modules/.bin/design-lint --staged");
  });

  it("empty-project: the default layout, and the next step is a design", async () => {
    const folder = projectFolder({}, { git: false });
    const io = recordingIo(folder);
    expect(await runInit(yes, io)).toBe(0);
    expect(parse(fileIn(folder, ".designrc.json") ?? "")).toMatchObject({
      extends: "design-lint/recommended",
      components: [{ source: "src/{path}.ts", design: "docs/design/{path}.md", test: "test/{path}.test.ts" }],
    });
    expect(io.out()).toContain("design-lint new module");
  });

  it("below-the-root: the config is written at the root of the repository", async () => {
    const folder = projectFolder({ "src/a.ts": "" });
    mkdirSync(join(folder, "docs"));
    await runInit(yes, recordingIo(join(folder, "docs")));
    expect(fileIn(folder, ".designrc.json")).toBeDefined();
  });

  it("existing-code: begins with the profile for moving in", async () => {
    const files = Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((name) => [`src/${name}.ts`, ""]));
    const folder = projectFolder(files);
    const io = recordingIo(folder);
    await runInit(yes, io);
    expect(parse(fileIn(folder, ".designrc.json") ?? "")).toMatchObject({ extends: "design-lint/adopt" });
    expect(io.out()).toContain("design-lint/adopt");
  });
});
