import { chmodSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { runDoctor } from "../../src/commands/doctor.ts";
import { approvedProject, paths, people } from "../support/approved-project.ts";
import { recordingIo } from "../support/command-io.ts";
import { commitAll, type TempFolder, tempFolder, tempRepository } from "../support/temp-git.ts";

let keys: ReadonlyMap<string, string> = new Map();
beforeAll(() => {
  keys = people(["alice", "bob"]);
});

const job =
  "jobs:\n  verify:\n    steps:\n      - with: { fetch-depth: 0 }\n      - run: npx design-lint verify --policy-ref base --tree merge\n";

/** A project in which everything is wired. */
function project(files: Record<string, string> = approvedProject(keys)): TempFolder {
  const folder = tempRepository();
  for (const [path, text] of Object.entries(files)) folder.write(path, text);
  folder.write(".github/workflows/design-lint.yml", job);
  commitAll(folder);
  chmodSync(folder.write(".git/hooks/pre-commit", "design-lint --staged\n"), 0o755);
  folder.git("config", "gpg.format", "ssh");
  folder.git("config", "user.signingkey", keys.get("alice") ?? "");
  return folder;
}

async function doctor(folder: TempFolder, { canary = false, env = {} } = {}) {
  const io = recordingIo(folder.path, { env });
  const code = await runDoctor({ canary }, io);
  const wrong = io
    .out()
    .split("\n")
    .filter((line) => line.startsWith("wrong"));
  return { code, out: io.out(), wrong };
}

describe("doctor", () => {
  it("gives 0 where everything is wired, and says whose the key is", async () => {
    const { code, out, wrong } = await doctor(project(), { canary: true });
    expect(wrong).toEqual([]);
    expect(code).toBe(0);
    expect(out).toContain("Your key speaks for alice (alice@example.com, software key)");
    expect(out).toMatch(/^ok +canary/mu);
    expect(out).toContain("Everything is wired.");
  });

  it("not-wired: each thing that is missing is said with what to do, and gives 1", async () => {
    const folder = project();
    folder.remove(".git/hooks/pre-commit");
    folder.remove(".github");
    const { code, out, wrong } = await doctor(folder);
    expect(code).toBe(1);
    expect(wrong).toHaveLength(2);
    expect(out).toContain(
      "→ Add to the pre-commit hook (husky: .husky/pre-commit): node_modules/.bin/design-lint --staged",
    );
    expect(out).toContain("2 of");
  });

  it("no-git: a plain folder has no hooks and no base", async () => {
    const { code, out } = await doctor(tempFolder());
    expect(code).toBe(1);
    expect(out).toContain("→ Run: git init");
    expect(out).toContain("→ Run: design-lint init");
  });

  it("broken-config: a config that cannot be used is said, not thrown", async () => {
    const folder = project();
    folder.write(paths.config, "{");
    const { code, wrong } = await doctor(folder);
    expect(code).toBe(1);
    expect(wrong[0]).toContain(".designrc.json");
  });

  it("broken-signers: a signers file that cannot be used is said, not thrown", async () => {
    const folder = project();
    folder.write(paths.signers, "mallory\n");
    const { code, wrong } = await doctor(folder);
    expect(code).toBe(1);
    expect(wrong).toEqual([expect.stringContaining(paths.signers)]);
  });

  it("no-gates: approvals that are off are worth knowing", async () => {
    const { code, out } = await doctor(project({ [paths.config]: '{ "version": 1 }' }));
    expect(code).toBe(0);
    expect(out).toContain("off: no gate is in force");
  });

  it("in-ci: nobody commits or signs there", async () => {
    const folder = project();
    folder.remove(".git/hooks/pre-commit");
    folder.git("update-ref", "refs/remotes/origin/main", "HEAD");
    const { wrong, out } = await doctor(folder, { env: { CI: "true", GITHUB_BASE_REF: "main" } });
    expect(wrong).toEqual([]);
    expect(out).not.toContain("signing");
  });
});
